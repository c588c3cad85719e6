"""The description of everything open, as OpenAPI 3.1, written from the list of addresses."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .plain import here
from .shapes import PARAMETERS, SCHEMAS

if TYPE_CHECKING:
    from .addresses import Address

PART = re.compile(r"<(\w+)>")
JSON, RPDE = "application/json", "application/vnd.openactive.rpde+json"
WRONG = {"400": ("Something asked for cannot be read; the sentence says what.", "Message")}
LONG = "The address is longer than any question here needs: some four thousand letters."  # by the web server itself
GONE = {"404": ("There is nothing by this id or on this page, or not any more.", "Message")}


def description(addresses: Sequence["Address"]) -> dict:
    """OpenAPI of these addresses."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Kith, the open directory",
            "version": "1",
            "description": "Things to do nearby: Open Referral UK 3.0 and OpenActive. To be read by everybody, without"
            " a key. Nothing about any person is in it.",
            "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "servers": [{"url": here("/open")}],
        "paths": {_path(each): {"get": _operation(each)} for each in addresses},
        "components": {"schemas": SCHEMAS, "parameters": PARAMETERS},
    }


def _path(address: "Address") -> str:
    return "/" + PART.sub(r"{\1}", address.path)


def _operation(address: "Address") -> dict:
    told = {
        "operationId": address.name,
        "summary": (address.view.__doc__ or "").split("\n\n")[0].replace("\n", " ").strip(),
        "responses": _responses(address),
    }
    names = [*PART.findall(address.path), *address.takes]
    parameters = [{"$ref": f"#/components/parameters/{name}"} for name in names]
    return told | {"parameters": parameters} if parameters else told


def _responses(address: "Address") -> dict:
    is_paged = address.answers.endswith("[]")
    others = (WRONG if address.takes else {}) | (GONE if PART.search(address.path) or is_paged else {})
    found = {status: _response(words, JSON, _named(name)) for status, (words, name) in others.items()}
    too_long = {"414": _response(LONG, "text/html", {"type": "string"})} if address.takes else {}
    return {"200": _ok(address)} | found | too_long


def _ok(address: "Address") -> dict:
    if address.answers == "page":
        return _response(
            "A page for people, with its description for machines inside.", "text/html", {"type": "string"}
        )
    media_type = RPDE if address.answers == "Feed" else JSON
    return _response("As the standard has it.", media_type, _schema(address.answers))


def _schema(answers: str) -> dict:
    if not answers.endswith("[]"):
        return _named(answers)
    contents = {"type": "array", "items": _named(answers[:-2])}
    return {"allOf": [_named("Page"), {"type": "object", "properties": {"contents": contents}}]}


def _named(name: str) -> dict:
    return {"$ref": f"#/components/schemas/{name}"}


def _response(words: str, media_type: str, schema: dict) -> dict:
    return {"description": words, "content": {media_type: {"schema": schema}}}
