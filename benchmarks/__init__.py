"""Benchmarks: not installed, run by hand."""
