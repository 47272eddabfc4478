"""Does what follows, after the commit."""
