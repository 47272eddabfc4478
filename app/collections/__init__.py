"""Gets what is owed: reminders, disputes, promises, plans, deductions."""
