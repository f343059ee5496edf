"""What binds at a split, what it costs, and where the answer changes course."""
