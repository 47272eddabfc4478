"""Work that waits is handed to one person."""
