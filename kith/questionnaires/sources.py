"""The words that Kith adds to FHIR: what a question may be filled from, and whether a form is about money.

Both are extensions of ours. On an item:

    {"url": "https://kith.example/fhir/StructureDefinition/known-source", "valueString": "what_helps"}

and on the Questionnaire itself:

    {"url": "https://kith.example/fhir/StructureDefinition/about-money", "valueBoolean": true}

A form that names a fact of the budget has to have that mark. What stands behind each name is known to whoever fills a
form. A name is never taken away again: forms that were loaded with it go on.
"""

BASE = "https://kith.example/fhir/StructureDefinition/"
KNOWN_SOURCE = BASE + "known-source"
ABOUT_MONEY = BASE + "about-money"

KNOWN_NAMES = frozenset(
    {
        "name",  # what the individual is called
        "worker",
        "meeting.date",
        "direction",  # where they want to go, in their words
        "interests",
        "what_helps",
        "what_does_not_help",
        "how_i_like",
        "good_at",
        "worries",
        "goals.live",
        "steps.agreed",  # in this meeting
        "people.who_help",
        "support.now",
        "note.words",  # of the note that both see
        "lines.picked",  # what the individual picked for this form, one by one
        "budget.total",
        "budget.they_pay",
        "budget.others_pay",
        "budget.decided_by",
        "budget.since",
        "budget.pays_for",
        "budget.next_review",
        "budget.promised",
    }
)

# What a form about money may be filled from. Nothing that somebody tells of their life goes there by itself.
FOR_MONEY = frozenset({"what_helps", "lines.picked"})


def may_stand_in_a_form_about_money(source: str) -> bool:
    """Whether this source is a fact of the budget, or one of the few others."""
    return source in FOR_MONEY or is_of_the_budget(source)


def is_of_the_budget(source: str) -> bool:
    """Whether this source is a fact of the budget. A form that names one is about money, marked or not."""
    return source.startswith("budget.")
