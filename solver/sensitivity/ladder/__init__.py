"""The split at every ceiling: the straight lines that it follows, and the steps between them."""
