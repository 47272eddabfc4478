"""How papers look: layouts as data, every version kept."""
