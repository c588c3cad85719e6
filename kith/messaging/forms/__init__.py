"""What people type between meetings, cleaned."""
