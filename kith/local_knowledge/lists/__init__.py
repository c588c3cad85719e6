"""Bringing a whole list in: a file somebody has, a look at what would come of it, and one press."""
