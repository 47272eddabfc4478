"""The bank: statements read, lines matched with what customers owe, and what must agree with it."""
