"""A plan, what makes one sound, and proposals beside it."""
