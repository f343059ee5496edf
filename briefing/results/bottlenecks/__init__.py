"""What binds, what it costs and what would help; why a line gets what it gets, and how far it can move."""
