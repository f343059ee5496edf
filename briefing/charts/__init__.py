"""Charts as Vega-Lite specifications, each with its message in words."""
