"""The version of the program, and of the shape in which it stores a graph."""

VERSION = "0.1.0"
SCHEMA = 3
"""Raised when what a load writes changes its shape: a database with an older number is loaded anew."""
