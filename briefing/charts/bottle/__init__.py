"""The chain drawn as a bottle."""
