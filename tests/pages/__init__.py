"""Pages as they are sent: their words, their size, what they ask of the database, and what they do with bad input."""
