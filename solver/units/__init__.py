"""Amounts that cannot be split: the best split of such a plan, and the tree of parts that proves it."""
