"""What is done with invoices, one file a use case."""
