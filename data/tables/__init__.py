"""Tables as people make them: where the header is, what each column is, how numbers are written, what are totals."""
