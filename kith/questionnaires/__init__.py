"""Forms that agencies ask for: read from files of theirs, asked question by question, answered, and told again."""
