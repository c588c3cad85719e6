"""Two machines with a database, a witness, and Kith before them, on one machine: each in a network of its own, that can
be cut. `scripts/soak-cluster` runs it where nothing of it can be left behind."""
