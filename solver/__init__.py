"""From a plan to a proved answer."""
