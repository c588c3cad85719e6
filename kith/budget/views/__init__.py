"""Pages about a Personal Budget."""
