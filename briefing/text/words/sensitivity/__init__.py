"""What is said of why a split is as it is, and of where it would change."""
