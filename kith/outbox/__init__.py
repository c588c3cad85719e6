"""The one way out: letters wait here from the transaction of their cause, and leave after it is certain."""
