"""Charts of a proposal beside the optimum, and of what changed between two answers."""
