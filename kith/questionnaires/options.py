"""What may be chosen: from the item itself, or from a list that the file carries with it."""

from collections.abc import Iterator

from .located import Located, refuse_at
from .marks import plain
from .structure import CHOICES, Option

KNOWN = {"valueCoding", "valueString", "valueInteger", "valueDate", "valueTime"}
LONGEST = 500


def options(item: Located, lists: dict[str, Located]) -> tuple[Option, ...]:
    """All of them, in the order of the file."""
    found = [*map(_option, item.get("answerOption", ())), *_from_list(item, lists)]
    name = f"question “{item['linkId'][:40]}”"
    if bool(found) != (item["type"] in CHOICES):
        refuse_at(item, f"{name} has nothing to choose from." if not found else f"{name} cannot have choices.")
    codes = [option.code for option in found]
    if len(set(codes)) < len(codes):
        refuse_at(item, f"{name} has the same choice twice.")
    return tuple(found)


def _option(given: Located) -> Option:
    name = next((name for name in given if name.startswith("value")), "")
    if name not in KNOWN:
        refuse_at(given, "Kith does not know choices of this type.")
    if name == "valueCoding":
        return _coded(given[name])
    word = (
        plain(Located(word=str(given[name])), "word", LONGEST) if name != "valueString" else plain(given, name, LONGEST)
    )
    return _checked(given, Option(code=word, system="", words=word, told_as=name))


def _coded(coding: Located) -> Option:
    code, words = plain(coding, "code", LONGEST), plain(coding, "display", LONGEST)
    return _checked(coding, Option(code=code or words, system=plain(coding, "system", LONGEST), words=words or code))


def _checked(node: Located, option: Option) -> Option:
    if not option.words or option.code.startswith("="):
        refuse_at(node, "a choice has no words." if not option.words else "a choice cannot begin with “=”.")
    return option


def _from_list(item: Located, lists: dict[str, Located]) -> Iterator[Option]:
    name = item.get("answerValueSet")
    if name is None:
        return
    found = lists.get(name)
    if found is None or found.get("resourceType") != "ValueSet":
        refuse_at(item, f"the choices of question “{item['linkId'][:40]}” are in a list that is not in this file.")
    for part in found.get("compose", {}).get("include", ()):
        if "filter" in part or "valueSet" in part or "concept" not in part:
            refuse_at(part, "a list of choices has to name each of them.")
        yield from (_coded(_located(each, part)) for each in part["concept"])


def _located(concept: Located, part: Located) -> Located:
    found = Located(concept, system=part.get("system", ""))
    found.line = concept.line
    return found
