"""One transaction from the quote to the money, from any of its documents."""
