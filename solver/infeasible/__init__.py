"""Nothing fits: which constraints cannot hold together, the proof, and what would repair it."""
