"""Eleven ways to cheat at a till, in a simulated quarter, and whether the list of cashiers finds them."""
