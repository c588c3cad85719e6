"""Introductions: what may be said, who gets in touch, who goes along, and how it went."""
