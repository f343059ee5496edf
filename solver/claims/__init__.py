"""Everything that is said of an answer, as claims that can be checked exactly."""
