"""What binds in a plan that falls apart into blocks: each asked of its own block, at the price of the ceiling."""
