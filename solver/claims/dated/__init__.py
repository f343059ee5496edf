"""What can be said of splits over years."""
