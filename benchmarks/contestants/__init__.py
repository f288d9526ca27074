"""What is compared: each a program of its own, that loads the same rows twice and says how long each took."""
