"""Asking how it went: when a question is due, and what may be asked."""
