"""Splits in whole amounts, in words and tables."""
