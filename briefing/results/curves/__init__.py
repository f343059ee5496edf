"""Answers at several ceilings: side by side, and from each ceiling to the next."""
