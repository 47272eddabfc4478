"""What we sell and how a barcode names it."""
