"""Kith: a shared notebook for the Connecting People model."""

__version__ = "0.1.0"
