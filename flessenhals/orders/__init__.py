"""What was typed behind a command that takes more than one step, from the words to the answer or the file."""
