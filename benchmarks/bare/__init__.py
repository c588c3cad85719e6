"""Bare Django pages to measure beside: a session, whose it is, and eight more questions; twenty rows in a template."""
