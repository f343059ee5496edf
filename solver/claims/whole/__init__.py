"""What can be said of splits in whole amounts."""
