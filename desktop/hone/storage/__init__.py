"""What is kept: the database, run folders, settings, and writing files whole or not at all."""
