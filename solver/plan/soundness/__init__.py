"""What makes a plan unfit to work with, before anything is solved."""
