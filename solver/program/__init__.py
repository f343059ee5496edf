"""A linear program as data, and an exact, proved answer to it."""
