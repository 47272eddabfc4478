"""The warehouse clerk's screens: pick, pack, ship, deliver."""
