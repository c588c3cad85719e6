"""The forms of a page, read from its HTML, so that every form there is can be tried as it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import html5lib

CONTROLS = ("input", "select", "textarea", "button")


@dataclass
class FormOnPage:
    """One form: where it goes, what it holds as it is sent untouched, and what somebody can type into."""

    address: str
    values: dict[str, str | list[str]] = field(default_factory=dict)
    limits: dict[str, int] = field(default_factory=dict)
    days: list[str] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)  # with the first choice of each
    ids: dict[str, str] = field(default_factory=dict)  # of what somebody can type into
    buttons: list[tuple[str, str, str]] = field(default_factory=list)

    def with_button(self) -> dict:
        """What is sent when its last button is pressed."""
        name, value, _ = self.buttons[-1] if self.buttons else ("", "", "")
        return self.values | ({name: value} if name else {})


def forms_on(html: str, place: str) -> list[FormOnPage]:
    """Forms that change something, with the controls that belong to them wherever those stand."""
    page = html5lib.parse(html, namespaceHTMLElements=False)
    found = {each: _form(each, place) for each in page.iter("form") if each.get("method") == "post"}
    by_id = {each.get("id"): form for each, form in found.items() if each.get("id")}
    for element, form in found.items():
        for control in _controls(element):
            _take(by_id.get(control.get("form")) or form, control)
    for control in _controls(page):
        if control.get("form") in by_id and not any(control in set(each.iter()) for each in found):
            _take(by_id[control.get("form")], control)
    return list(found.values())


def _form(element: Element, place: str) -> FormOnPage:
    return FormOnPage(element.get("action") or place)


def _controls(element: Element) -> Iterator[Element]:
    return (each for each in element.iter() if each.tag in CONTROLS)


def _take(form: FormOnPage, control: Element) -> None:
    name, kind = control.get("name", ""), control.get("type", "")
    if control.tag == "button":
        form.buttons.append((name, control.get("value", ""), "".join(control.itertext()).strip()))
    elif control.tag == "textarea":
        form.values[name] = (control.text or "").removeprefix("\n")
    elif control.tag == "select":
        chosen = [each for each in control.iter("option") if each.get("selected") is not None]
        form.values[name] = (chosen or list(control.iter("option")))[0].get("value", "")
    elif kind in ("radio", "checkbox"):
        form.groups.setdefault(name, control.get("value", ""))
        if control.get("checked") is not None:
            form.values[name] = control.get("value", "")
    else:
        form.values[name] = control.get("value", "")
    form.ids[name] = control.get("id", "")
    if control.get("data-limit"):
        form.limits[name] = int(control.get("data-limit"))
    if kind == "date":
        form.days.append(name)
