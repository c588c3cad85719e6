"""What leaves for other people's software."""
