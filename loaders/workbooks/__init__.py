"""Spreadsheets: workbooks in, with what the library that reads them hides, and workbooks out."""
