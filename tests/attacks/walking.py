"""What somebody finds by following links: one address of every kind, and every form that stands there."""

import re
from collections import deque
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from tests.pages.forms_on import FormOnPage, forms_on

from .visitor import Visitor

SERVER_ERROR = 500

LINK = re.compile(r'(?:href|src|hx-get|data-[\w-]+)="(/[^"#]*)"')
LEFT_OUT = ("/static/", "/account/", "/crisis/", "/open/", "/demo/", "/community/")  # nobody's record
A_PERSON = re.compile(r"/people/([^/]{10,})/")


@dataclass
class Found:
    """Addresses and forms, each once by its kind."""

    pages: dict[str, str] = field(default_factory=dict)
    forms: dict[tuple, FormOnPage] = field(default_factory=dict)


def kind_of(path: str) -> str:
    """The name of what stands at an address."""
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return path


def walk(visitor: Visitor, record: str, begin: list[str], known: Container[str] = ()) -> Found:
    """Every kind of page that this visitor reaches from there, without leaving this one record. What is known already
    is not looked at again."""
    found, waiting = Found(), deque(begin)
    while waiting:
        path = waiting.popleft()
        kind = kind_of(path)
        if kind in found.pages or (kind in known and path not in begin) or _leads_away(path, record):
            continue
        answer = visitor.get(path)
        assert answer.status < SERVER_ERROR, path
        found.pages[kind] = path
        waiting += [answer.onwards] if answer.onwards.startswith("/") else []
        if answer.headers.get_content_type() == "text/html":
            waiting += [unescape(each) for each in LINK.findall(answer.text)]
            found.forms |= {(kind_of(form.address), *sorted(form.values)): form for form in _forms(answer.text, path)}
    return found


def _leads_away(path: str, record: str) -> bool:
    whose = A_PERSON.search(path)
    return path.startswith(LEFT_OUT) or bool(whose and whose[1] != record)


def _forms(page: str, path: str) -> Iterator[FormOnPage]:
    for form in forms_on(page, path):
        form.values.pop("csrfmiddlewaretoken", None)
        yield form
