"""The moments that touch everything: a worker leaves, the clock stops, work is left undone."""
