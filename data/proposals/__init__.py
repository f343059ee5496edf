"""Proposals: an amount a line, from a table or a mapping."""
