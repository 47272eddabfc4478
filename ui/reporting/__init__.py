"""Sales, shifts, journal, print queue, charts."""
