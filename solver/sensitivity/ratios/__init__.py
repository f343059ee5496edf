"""The ratios of chain rules: how the optimum moves with them, and where it changes course."""
