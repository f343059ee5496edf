"""What a best split says about the years of a plan: its paths, how soon, and what a year cannot use."""
