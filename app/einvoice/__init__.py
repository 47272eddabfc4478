"""E-invoices after EN 16931: written, checked with the official rules, read and kept."""
