"""The commands, one a file: each parses, calls and prints.

None has `from __future__ import annotations`: typer would evaluate every annotation again, at every start.
"""
