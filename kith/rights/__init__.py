"""The rights people have over what is kept about them: a copy, putting right, removing, complaining; and how long."""
