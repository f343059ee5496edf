"""A proposal beside the optimum, in words and tables."""
