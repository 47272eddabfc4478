"""What the ledger says, and what follows from it."""
