"""A worry about somebody's safety, and information that went astray: said in one press, and looked into by few."""
