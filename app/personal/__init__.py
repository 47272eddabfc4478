"""What is known of a person, in every room: merged, exported, erased."""
