"""What people here say: phrases that the team adds, so that they are understood at the table."""
