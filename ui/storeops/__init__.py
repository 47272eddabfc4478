"""The store page of the back office: its day, counting in turns, commissions."""
