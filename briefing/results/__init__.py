"""A result in words and tables, a question a file."""
