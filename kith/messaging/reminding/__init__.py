"""Reminders: what is due, and whether it is still of use."""
