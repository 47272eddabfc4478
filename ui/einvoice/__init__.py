"""E-invoices on the screen: sent, received, and what they need to know."""
