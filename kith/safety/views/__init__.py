"""Pages about worries, and about information that went astray."""
