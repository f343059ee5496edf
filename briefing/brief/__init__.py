"""The briefing on one ceiling: what a run found, section by section as a document."""
