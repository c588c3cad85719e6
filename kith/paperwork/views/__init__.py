"""Pages of forms that are being filled in."""
