"""The `kith` command: one small file for each of its words."""
