"""YAML as a located tree."""
