"""Conversations: meetings, what was said in them in two accounts, and what to remember before the next."""
