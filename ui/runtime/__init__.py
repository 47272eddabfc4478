"""What lets screens run operations off the GUI thread and hear of what happened."""
