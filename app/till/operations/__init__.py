"""What cashiers do, one file per thing done."""
