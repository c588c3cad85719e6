"""What the two write to each other between meetings, who reads it by when, and what people asked to be reminded of."""
