"""The table's pages."""
