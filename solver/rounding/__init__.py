"""A split in whole steps that still keeps every rule."""
