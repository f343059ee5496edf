"""A plan held against itself, before anything is proposed: what it adds up to, and what is odd about it."""
