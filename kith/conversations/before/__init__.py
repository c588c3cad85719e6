"""Words for the time before a meeting: composed from its facts, counted, and kept from telling of a service."""
