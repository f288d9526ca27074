"""The version of the program, and of the shape in which it stores a graph."""

VERSION = "0.2.0"
SCHEMA = 7
"""Raised when what a load writes changes its shape: a database with an older number is loaded again."""
