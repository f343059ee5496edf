"""What must be true for a proposal to be right: weights, and ratios of chain rules, nearest to the plan's own."""
