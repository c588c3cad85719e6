"""The letter itself as pages: whatever file it came in is drawn anew, so that nothing but its dots is kept."""
