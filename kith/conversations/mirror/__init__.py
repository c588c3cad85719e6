"""The practice mirror: signals from the record for a worker alone, and for a team as totals. Nothing is filled in."""
