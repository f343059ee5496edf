"""Large plans that fall apart into blocks, divided block by block under one ceiling."""
