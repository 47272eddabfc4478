"""Whoever owns the file changes it: every byte of what is posted, and the attacks somebody would think of."""
