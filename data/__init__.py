"""What comes in: the plan that ships, and the reading of plans, with a place for everything that is wrong."""
