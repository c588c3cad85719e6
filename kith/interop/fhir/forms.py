"""Forms that the individual agreed to: the QuestionnaireResponse that the forms themselves give out."""

from kith.interop.queries.whole import Whole
from kith.paperwork.copies import as_fhir

from .values import Resource, points_at


def forms(whole: Whole) -> list[Resource]:
    """One for each, as it was when they said that it is right."""
    return [_form(whole, as_fhir(edition)) for edition in whole.forms]


def _form(whole: Whole, found: Resource) -> Resource:
    """About the one whose plan it is."""
    return found | {"subject": points_at("Patient", whole.individual.public_id, found["subject"]["display"])}
