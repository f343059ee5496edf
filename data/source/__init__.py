"""Text as it was typed, with a place for everything that is wrong with it."""
