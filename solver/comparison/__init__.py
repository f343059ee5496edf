"""A proposal held against the rules and against the optimum."""
