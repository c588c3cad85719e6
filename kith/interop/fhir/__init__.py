"""One person's plan as FHIR R4 has it. Nothing here asks the database: it is written from what was gathered."""

from .bundle import bundle_of

__all__ = ["bundle_of"]
