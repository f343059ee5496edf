"""How firm an answer is: the same split under inputs that are drawn from what they may be."""
