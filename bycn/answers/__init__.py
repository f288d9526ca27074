"""Answers as people read them on a terminal. Pipes and files get rows instead: `bycn.output`."""
