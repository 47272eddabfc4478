"""The back office: its frame, the list of its pages, the palette."""
