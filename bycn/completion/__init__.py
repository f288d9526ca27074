"""What lets a shell complete `bycn`: its scripts, and the names of entities."""
