"""Kith as somebody at a screen meets it: the demo's neighbourhood, served as it is served to people."""
