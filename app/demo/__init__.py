"""A shop of invented goods to try the program on."""
