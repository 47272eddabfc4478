"""The N-th allocation of finishing a sale fails."""
