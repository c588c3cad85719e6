"""Forms that the individual agreed to: the QuestionnaireResponse that the forms themselves give out."""

from kith.interop.queries.whole import Whole
from kith.paperwork.copies import as_fhir

from .people import the_individual
from .values import Resource


def forms(whole: Whole) -> list[Resource]:
    """One for each, as it was when they said that it is right."""
    return [_form(whole, as_fhir(edition)) for edition in whole.forms]


def _form(whole: Whole, found: Resource) -> Resource:
    """About the one whose plan it is."""
    return found | {"subject": found["subject"] | the_individual(whole)}
