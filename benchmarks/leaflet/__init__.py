"""Leaflets of our own making, for measuring how well paper is read: invented groups, places and numbers."""
