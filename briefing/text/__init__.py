"""Words, numbers and tables, in Dutch and in English."""
