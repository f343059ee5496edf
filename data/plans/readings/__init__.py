"""Readings of a plan: what scenarios and options change about its tree, and what they made of its figures."""
