"""Pages of goals, and what is sent from them."""
