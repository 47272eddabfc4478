"""Which open items a line of a statement pays: pure, with the evidence of each candidate."""
