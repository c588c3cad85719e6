"""What can happen between meetings: messages, questions and their answers, reminders."""
