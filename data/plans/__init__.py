"""Plans: their shape, their scenarios and changes, and the ones that ship."""
