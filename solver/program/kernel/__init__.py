"""The batch kernel: many small linear programs at once, compiled where numba is installed."""
