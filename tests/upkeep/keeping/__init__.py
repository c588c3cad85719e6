"""What keeps what people wrote."""
