"""What the next euros buy where amounts cannot be split."""
