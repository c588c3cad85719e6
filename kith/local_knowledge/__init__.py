"""What the team knows of places: who knows somebody there, how welcoming it is, what was checked."""
