"""A card terminal that speaks ZVT and fails as it is told; `python -m tests.support.zvt --help`."""
