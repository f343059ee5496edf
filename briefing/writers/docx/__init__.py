"""Word files, made from nothing or into a template."""
