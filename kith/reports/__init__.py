"""Reports for a team and for a funder: totals of quarters and years, prepared once, from which nobody can be taken."""
