"""The terminal: what is typed there, in which language it is answered, and where a result goes."""
