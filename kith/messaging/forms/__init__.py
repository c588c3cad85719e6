"""What people type in messages."""
