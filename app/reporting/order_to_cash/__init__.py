"""From the order to the money: how long each step takes, how complete and how punctual it is."""
