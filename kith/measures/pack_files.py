"""Reads the file of a small measure, a *pack*: it becomes a `Pack`, or is turned away in one sentence.

A pack is one JSON file: a FHIR R4 Questionnaire, how its answers add up, what its source calls the numbers, and whose
it is. Without who holds it, by which right and until when, it is turned away. The Questionnaire is read by the engine
that reads agencies' forms, so the same bounds and the same strictness hold; what is worked out is a few fixed ways of
adding up, and nothing of a file is run. `docs/measures.md` shows how one is written.
"""

from datetime import date

from kith.access.refusal import Refused
from kith.questionnaires.located import Located, parse, refuse_at
from kith.questionnaires.reading import read_found
from kith.questionnaires.structure import Form

from .pack_parts import date_or_never, has_only, part, parts, whole, words
from .pack_rules import bands, rules
from .packs import (
    ATTAINMENT,
    KINDS,
    LEVEL,
    MEAN_OF_REST,
    OWN,
    QUESTIONS,
    RATING,
    SKIPPED,
    Licence,
    Pack,
    Skipped,
    Source,
)

MOST_BYTES = 300_000
MOST_QUESTIONS = 40
MOST_CHOICES = 50
ASKED = ("integer", "choice", "boolean", "string", "text", "group", "display")
NO_LICENCE = "the pack has no licence. It has to say who holds it, in what words it is given, and when it ends."
PARTS = ("pack", "kind", "source", "licence", "no_total", "skipped", "scores", "bands", "questionnaire")


def read(content: str | bytes, today: date) -> Pack:
    """The measure that a file holds. Raises `Refused` where it cannot be asked, or may not be any more."""
    pack = read_kept(content)
    if pack.licence.has_ended(today):
        raise Refused(f"The licence of “{pack.form.title}” ended on {_day(pack.licence.last_day)}.")
    return pack


def read_kept(content: str | bytes) -> Pack:
    """A measure that was loaded before; what was answered can be read after its licence has ended."""
    if len(content) > MOST_BYTES:
        raise Refused(f"The file is too large: a pack has at most {MOST_BYTES // 1000} kB.")
    found = parse(content)
    if "pack" not in found:
        refuse_at(found, "this is no pack. A pack begins with “pack”: 1.")
    has_only(found, *PARTS)
    licence = _licence(found)
    form = _form(found)
    return _whole(found, licence, form)


def _whole(found: Located, licence: Licence, form: Form) -> Pack:
    kind = words(found, "kind", 20)
    if kind not in KINDS or found["pack"] != 1:
        refuse_at(found, f"Kith does not know packs of the kind “{kind}”, or not in this edition.")
    _refuse_other_questions(found, form, kind)
    rule_list = rules(parts(found, "scores"), form)
    return Pack(
        kind=kind,
        form=form,
        source=_source(part(found, "source")),
        licence=licence,
        skipped=_skipped(part(found, "skipped")),
        rules=rule_list,
        bands=bands(parts(found, "bands"), rule_list) if "bands" in found else (),
        no_total=words(found, "no_total", 500) if "no_total" in found else "",
    )


def _licence(found: Located) -> Licence:
    told = found.get("licence")
    if not isinstance(told, Located) or {"holder", "words", "ends"} - set(told):
        refuse_at(told if isinstance(told, Located) else found, NO_LICENCE)
    has_only(told, "holder", "words", "ends")
    return Licence(words(told, "holder", 300), words(told, "words", 5_000), date_or_never(told, "ends"))


def _source(told: Located) -> Source:
    has_only(told, "words", "url")
    return Source(words(told, "words", 1_000), words(told, "url", 500) if "url" in told else "")


def _skipped(told: Located) -> Skipped:
    has_only(told, "how", "words", "at_least")
    how = words(told, "how", 30)
    if how not in SKIPPED or (how == MEAN_OF_REST) is not ("at_least" in told):
        refuse_at(told, "it does not say what to do about a question that is skipped.")
    return Skipped(how, words(told, "words", 500), whole(told, "at_least") if "at_least" in told else 0)


def _form(found: Located) -> Form:
    form = read_found(part(found, "questionnaire"), known_sources=())
    asked = [each for each in form.all_questions() if each.is_asked_of_people]
    if form.about_money:
        refuse_at(found, "a measure is never about money.")
    if not 0 < len(asked) <= MOST_QUESTIONS:
        refuse_at(found, f"a small measure has one to {MOST_QUESTIONS} questions.")
    for each in form.all_questions():
        if each.kind not in ASKED or each.repeats or each.enable_when or each.calculated:
            refuse_at(each, f"question “{each.link_id[:40]}” is not one that a small measure can ask.")
        if len(each.options) > MOST_CHOICES:
            refuse_at(each, f"question “{each.link_id[:40]}” has more than {MOST_CHOICES} choices.")
    return form


def _refuse_other_questions(found: Located, form: Form, kind: str) -> None:
    """A number of one's own, and levels in one's own words, have one question of a known name."""
    asked = [each for each in form.all_questions() if each.is_asked_of_people]
    one = asked[0]
    is_rating = (one.link_id, one.kind, one.least, one.most) == (RATING, "integer", "0", "10")
    is_level = (one.link_id, [option.code for option in one.options]) == (LEVEL, ["-2", "-1", "0", "1", "2"])
    fits = {OWN: is_rating, ATTAINMENT: is_level, QUESTIONS: True}
    if not fits[kind] or (kind != QUESTIONS and len(asked) > 1):
        refuse_at(found, f"a pack of the kind “{kind}” asks one question: “{RATING if kind == OWN else LEVEL}”.")


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""
