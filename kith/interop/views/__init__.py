"""Pages: calendars, and a copy of a plan."""
