"""Pages made of many modules."""
