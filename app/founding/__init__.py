"""A shop begins: what it needs to sell, set up in an empty database in one transaction."""
