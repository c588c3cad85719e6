"""What we ask of messages, of what is asked, and of reminders."""
