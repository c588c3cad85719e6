"""Pages of what happens between meetings."""
