"""A document in a file format, a format a file."""
