"""A document as data, whatever it is written to."""
