"""What draws found, in words and tables."""
