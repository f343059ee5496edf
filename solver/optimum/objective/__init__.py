"""The stages of an objective, each with its rows, its program and its proof."""
