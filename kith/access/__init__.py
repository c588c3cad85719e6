"""Who may do what, said once: the matrix, the actor, the question before each act, and the trail after it."""
