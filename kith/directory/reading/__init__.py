"""Reading directories in: what others publish becomes plain entries. Nothing here writes or guesses facts."""
