"""What salespersons earn by the lines they sold."""
