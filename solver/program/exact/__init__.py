"""What takes over where a basis from HiGHS proves nothing: iterative refinement, and a simplex without rounding."""
