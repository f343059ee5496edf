"""A briefing on a path of ceilings: the series first, then what holds money back, by partner and year."""
