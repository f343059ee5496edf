"""What is said in briefings, on the page and in workbooks."""
