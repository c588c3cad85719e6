"""Pages about moving on."""
