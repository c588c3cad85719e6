"""Kith: a shared notebook for the Connecting People model."""
