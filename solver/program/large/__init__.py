"""Proofs of large programs: whole numbers in arrays, with Python's own where those do not fit."""
