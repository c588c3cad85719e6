"""Moving on: what carries on without us, a copy to keep, and how long the page stays."""
