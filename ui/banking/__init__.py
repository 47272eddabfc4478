"""The bank on the screen: accounts, statements, lines to be matched, and what must agree."""
