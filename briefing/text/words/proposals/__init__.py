"""What is said of proposals."""
