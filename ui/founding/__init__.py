"""The first start: what a shop needs, asked step by step."""
