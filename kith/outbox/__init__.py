"""The one way out: letters wait here in the same transaction as their cause, and leave after it is certain."""
