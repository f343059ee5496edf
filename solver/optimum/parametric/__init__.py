"""The best split as straight lines in the money that there is: pieces of one block, each with its proof, and of all."""
