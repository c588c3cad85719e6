"""What has gone wrong elsewhere, tried on a Kith that is running: over HTTP, as whoever would do it.

Rows and what is not tried: `docs/assurance/attacks.md`.
"""
