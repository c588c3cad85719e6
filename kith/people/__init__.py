"""People, the relations between them with their beginnings and ends, and the doors that read them."""
