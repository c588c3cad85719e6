"""Leaflets handed in as photographs or PDFs: the pages on which they are read, looked over and put on the table."""
