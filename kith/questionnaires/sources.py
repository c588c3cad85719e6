"""The words that Kith adds to FHIR: what a question may be filled from, and whether a form is about money.

Both are extensions of ours. On an item:

    {"url": "https://kith.example/fhir/StructureDefinition/known-source", "valueString": "what_helps"}

and on the Questionnaire itself:

    {"url": "https://kith.example/fhir/StructureDefinition/about-money", "valueBoolean": true}

Which names there are, and what stands behind each, is for whoever fills a form to say.
"""

BASE = "https://kith.example/fhir/StructureDefinition/"
KNOWN_SOURCE = BASE + "known-source"
ABOUT_MONEY = BASE + "about-money"

# What a form about money may be filled from. Nothing that somebody tells of their life goes there by itself.
FOR_MONEY = frozenset({"what_helps", "name", "worker", "meeting.date", "lines.picked"})


def may_stand_in_a_form_about_money(source: str) -> bool:
    """Whether this source is a fact of the budget, or one of the few others."""
    return source in FOR_MONEY or source.startswith("budget.")
