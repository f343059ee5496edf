"""Who gets what: the table of measures, what stands beside it, and what it means."""
