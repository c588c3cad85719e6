"""The agency's own forms, filled from what was already said: where each answer came from, shown before it leaves."""
