"""The catalogue of bad input (design/reliability.md 6.3): classes as data, crossed with every field."""
