"""What the team knows of places: who knows somebody there, how welcoming they are, what was checked and when."""
