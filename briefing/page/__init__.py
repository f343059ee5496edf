"""A briefing as one page that needs nothing from elsewhere, with a slider for the ceiling."""
