"""A hand at a worker's desk that presses what stands on the pages, and counts: presses, and boxes typed into."""

from xml.etree.ElementTree import Element

import html5lib

from tests.pages.forms_on import FormOnPage, forms_on


class Hand:
    """Presses by their words, through the whole stack. A choice is a press, and so is each button and link."""

    def __init__(self, client, place: str):
        self.client = client
        self.pressed = self.typed = 0
        self._goes_to(place)

    def follows(self, words: str) -> None:
        self.pressed += 1
        links = html5lib.parse(self.html, namespaceHTMLElements=False).iter("a")
        self._goes_to(next(link.get("href", "") for link in links if _words(link) == words))

    def chooses(self, name: str, value: str) -> dict[str, str]:
        """A press, unless it is chosen already. What is sent with it."""
        form = next(each for each in forms_on(self.html, self.place) if name in each.groups)
        self.pressed += form.values.get(name) != value
        return {name: value}

    def presses(self, words: str, **chosen: str) -> None:
        self._sends(self._with_button(words), chosen)

    def presses_beside(self, name: str, value: str) -> None:
        """The button of the form that says this of itself: of several that read alike."""
        self._sends(next(each for each in forms_on(self.html, self.place) if each.values.get(name) == value), {})

    def _sends(self, form: FormOnPage, chosen: dict[str, str]) -> None:
        self.pressed += 1
        self._looks_at(self.client.post(form.address, form.values | chosen, follow=True))

    def answers(self) -> None:
        """Whatever stands on this page: “no”, the first of a few, or words in the box."""
        words = "Save and go on" if "Save and go on" in self.html else "Save"
        form = self._with_button(words)
        first = form.groups.get("answer")
        self.pressed += first is not None
        self.typed += first is None
        typed = "2026-12-01" if form.days else "12"
        self.presses(words, answer={"yes": "no", None: typed}.get(first, first))

    def answers_all(self) -> None:
        """Every box of a page that asks for the rest at once."""
        form = self._with_button("Save these")
        chosen = {name: {"yes": "no"}.get(first, first) for name, first in form.groups.items()}
        boxes = [name for name in form.ids if name.startswith("answer_") and name not in chosen]
        typed = {name: "2026-12-01" if name in form.days else "12" for name in boxes}
        self.pressed += len(chosen)
        self.typed += len(typed)
        self.presses("Save these", **chosen, **typed)

    def waits_for_the_rest(self) -> None:
        """A part that the page loads by itself is there a moment later."""
        parts = html5lib.parse(self.html, namespaceHTMLElements=False).iter("div")
        address = next(part.get("hx-get", "") for part in parts if part.get("hx-trigger") == "load")
        self.html = self.client.get(address).content.decode()

    def is_at_a_question(self) -> bool:
        return "/at/" in self.place

    def is_at_the_rest(self) -> bool:
        return "/rest/" in self.place

    def _with_button(self, words: str) -> FormOnPage:
        forms = forms_on(self.html, self.place)
        return next(form for form in forms if words in [shown for *_, shown in form.buttons])

    def _goes_to(self, place: str) -> None:
        self._looks_at(self.client.get(place, follow=True))

    def _looks_at(self, came) -> None:
        assert came.status_code == 200, came.content.decode()
        self.place, self.html = came.request["PATH_INFO"], came.content.decode()


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
