"""One item of a file becomes one question."""

from collections.abc import Iterator

from . import options, sums
from .conditions import condition
from .located import Located, refuse_at
from .marks import plain, told
from .sources import KNOWN_SOURCE
from .structure import CHOICES, KINDS, NO_ANSWER, NUMBERS, WORDS, Option, Question
from .words_of import word_of

HL7 = "http://hl7.org/fhir/StructureDefinition/"
CALCULATED = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"
HIDDEN, UNIT, CONTROL = HL7 + "questionnaire-hidden", HL7 + "questionnaire-unit", HL7 + "questionnaire-itemControl"
LEAST, MOST = HL7 + "minValue", HL7 + "maxValue"
BOUNDS = ("valueInteger", "valueDecimal", "valueQuantity", "valueDate", "valueDateTime", "valueTime")
ENTRY_FORMAT = HL7 + "entryFormat"
LONGEST_ANSWER = 20_000
LONGEST_LABEL = 10_000


def questions(found: Located) -> tuple[Question, ...]:
    """The questions of the whole file, numbered as they are printed."""
    lists = {f"#{each.get('id')}": each for each in found.get("contained", ())}
    return tuple(_under(found, "", lists))


def _under(found: Located, number: str, lists: dict[str, Located]) -> Iterator[Question]:
    count = 0
    for item in found.get("item", ()):
        if _is_help(item):
            continue
        count += item["type"] != "display"
        own = plain(item, "prefix", 20).rstrip(".)") or (f"{number}.{count}" if number else str(count))
        yield _question(item, "" if item["type"] == "display" else own, lists)


def _question(item: Located, number: str, lists: dict[str, Located]) -> Question:
    _refuse_what_cannot_be_asked(item)
    kind, unit = item["type"], told(item, UNIT, "valueCoding") or Located()
    return Question(
        link_id=item["linkId"],
        number=number,
        words=plain(item, "text", LONGEST_LABEL),
        kind=kind,
        help=_help(item),
        required=item.get("required", False),
        repeats=item.get("repeats", False),
        read_only=item.get("readOnly", False),
        max_length=_longest(item),
        least=_bound(item, LEAST),
        most=_bound(item, MOST),
        options=(offered := options.options(item, lists)),
        unit=plain(unit, "display", 60) or plain(unit, "code", 60) if unit else "",
        unit_code=unit.get("code", ""),
        unit_system=unit.get("system", ""),
        enable_when=tuple(map(condition, item.get("enableWhen", ()))),
        enable_all=item.get("enableBehavior") != "any",
        calculated=_calculated(item),
        source=_source(item),
        initial=_initial(item, offered),
        line=item.line,
        items=tuple(_under(item, number, lists)),
    )


def _refuse_what_cannot_be_asked(item: Located) -> None:
    kind, name = item["type"], f"question “{item['linkId'][:40]}”"
    reasons = {
        f"Kith does not know questions of the type “{kind[:40]}”.": kind not in KINDS,
        f"{name} has no words.": kind != "group" and not item.get("text", "").strip(),
        f"{name} is hidden. People see everything that a form asks.": told(item, HIDDEN, "valueBoolean") is True,
        f"{name} has a “modifierExtension”, which Kith does not know.": "modifierExtension" in item,
        f"{name} has several answers and questions under each of them.": _branches(item),
        f"{name} asks for several days with a time. Please ask for one.": kind == "dateTime" and "repeats" in item,
        f"{name} cannot have questions under it.": kind == "display" and "item" in item,
        f"{name} names several conditions and not whether all count, or any.": _is_unclear(item),
    }
    for words in (words for words, applies in reasons.items() if applies):
        refuse_at(item, words)


def _branches(item: Located) -> bool:
    return (
        item["type"] != "group"
        and item.get("repeats", False)
        and any(not _is_help(each) for each in item.get("item", ()))
    )


def _is_unclear(item: Located) -> bool:
    return len(item.get("enableWhen", ())) > 1 and item.get("enableBehavior") not in ("all", "any")


def _is_help(item: Located) -> bool:
    """Words that stand under a question to explain it."""
    control = told(item, CONTROL, "valueCodeableConcept") if item.get("type") == "display" else None
    return any(each.get("code") in ("help", "flyover") for each in (control or {}).get("coding", ()))


def _help(item: Located) -> str:
    helps = [plain(each, "text", LONGEST_LABEL) for each in item.get("item", ()) if _is_help(each)]
    return " ".join(filter(None, [*helps, _entry_format(item)]))


def _entry_format(item: Located) -> str:
    words = told(item, ENTRY_FORMAT, "valueString")
    return plain(Located(words=words), "words", 200) if isinstance(words, str) else ""


def _longest(item: Located) -> int | None:
    longest = item.get("maxLength")
    if longest is not None and (longest < 1 or item["type"] not in (*WORDS, "open-choice")):
        refuse_at(item, f"question “{item['linkId'][:40]}” cannot have that “maxLength”.")
    return min(longest, LONGEST_ANSWER) if longest else None


def _bound(item: Located, url: str) -> str:
    value = told(item, url, *BOUNDS)
    if value is None:
        return ""
    word = word_of(value, item["type"]) if item["type"] in (*NUMBERS, "date", "dateTime", "time") else None
    if word is None:
        refuse_at(item, f"question “{item['linkId'][:40]}” cannot have that smallest or largest answer.")
    return word


def _calculated(item: Located) -> sums.Sum | None:
    expression = told(item, CALCULATED, "valueExpression")
    if expression is None:
        return None
    name = f"what question “{item['linkId'][:40]}” works out"
    if item["type"] not in NUMBERS or item.get("repeats"):
        refuse_at(item, f"{name} has to be one number.")
    if not isinstance(expression, dict) or expression.get("language") != "text/fhirpath":
        refuse_at(item, f"{name} is not written in FHIRPath.")
    try:
        return sums.parse(expression.get("expression") or "")
    except sums.NotUnderstood as reason:
        refuse_at(item, f"{name} cannot be worked out here: {reason}.")


def _source(item: Located) -> str | None:
    source = told(item, KNOWN_SOURCE, "valueString")
    if source is None:
        return None
    if not isinstance(source, str) or item["type"] in NO_ANSWER:
        refuse_at(item, f"question “{item['linkId'][:40]}” cannot be filled from what Kith knows.")
    return source


def _initial(item: Located, offered: tuple[Option, ...]) -> tuple[str, ...]:
    given = item.get("initial", ())
    if given and (item["type"] in NO_ANSWER or (len(given) > 1 and not item.get("repeats"))):
        refuse_at(item, f"question “{item['linkId'][:40]}” cannot begin with that answer.")
    words = [word_of(next(iter(_values(each)), None), item["type"]) for each in given]
    if item["type"] in CHOICES:
        codes = {option.code for option in offered}
        words = [word if word in codes else None for word in words]
    if None in words:
        refuse_at(item, f"question “{item['linkId'][:40]}” begins with an answer that does not fit it.")
    return tuple(word for word in words if word is not None)


def _values(given: Located) -> Iterator:
    return (value for name, value in given.items() if name.startswith("value"))
