"""CSV files and workbooks as located rows."""
