"""Why nothing fits, and what would repair it."""
