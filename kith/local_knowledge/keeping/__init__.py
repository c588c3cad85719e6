"""Keeping the table true: “still right?”, whoever keeps it, and the places themselves."""
