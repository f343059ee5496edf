"""What goes out: words, numbers and tables, in Dutch and in English."""
