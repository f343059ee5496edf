"""A proposal held against the rules where amounts cannot be split."""
