"""What it costs this customer today."""
