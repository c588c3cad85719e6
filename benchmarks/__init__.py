"""Figures about Kith on this machine: counts and ratios, which mean the same on any other."""
