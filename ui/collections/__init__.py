"""Late money on the screen: whom to call, reminders, disputes, how old it is."""
