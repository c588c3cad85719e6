"""The page on which a plan is looked at, and the press that takes it."""

import json
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from kith.access import clock
from kith.access.models import TrailEntry
from kith.goals import actions as goals
from kith.interop.models import PlanTaken
from kith.people import actions as people
from kith.people.actors import actor_for

FOR = "the surgery in Calderford"


def page_of(individual, name: str = "copy_page") -> str:
    return reverse(f"interop:{name}", args=[individual.public_id])


def press(client, individual, shape: str, **more):
    """As from the page: with the mark of what it showed."""
    shown = client.get(page_of(individual)).context["mark"]
    return client.post(page_of(individual, "take_plan"), {"shape": shape, "mark": shown} | more)


def test_their_own_copy_is_one_press(life, signed_in):
    client = signed_in(life.user)
    page = client.get(page_of(life.individual)).content.decode()
    assert "A copy of my plan" in page
    assert "Run on Saturdays." in page
    assert "Who is it for?" not in page
    came = press(client, life.individual, "fhir")
    assert came["Content-Type"] == "application/fhir+json; charset=utf-8"
    assert came["Content-Disposition"] == 'attachment; filename="plan.json"'
    assert "no-store" in came["Cache-Control"]
    assert json.loads(came.content)["type"] == "collection"
    assert press(client, life.individual, "prsb")["Content-Disposition"] == 'attachment; filename="plan.html"'
    assert "By you." in client.get(page_of(life.individual)).content.decode()


def test_a_worker_says_who_it_is_for_and_the_individual_reads_it(life, signed_in):
    client = signed_in(life.worker)
    came = press(client, life.individual, "fhir", for_whom="  ")
    assert came.status_code == 422
    assert "Please say who it is for." in came.content.decode()
    assert PlanTaken.objects.count() == 0
    assert press(client, life.individual, "fhir", for_whom=FOR).status_code == 200
    seen = signed_in(life.user).get(page_of(life.individual)).content.decode()
    assert f"By Anwen Hollis, for {FOR}." in seen
    looked = signed_in(life.user).get(reverse("home:looked", args=[life.individual.public_id])).content.decode()
    assert "Took the plan as a file for another system" in looked


def test_a_file_that_cannot_be_made_did_not_leave(life, signed_in, monkeypatch):
    client = signed_in(life.user)
    seen = client.get(page_of(life.individual)).context["mark"]

    def cannot(*_):
        raise RuntimeError("nothing to draw with")

    monkeypatch.setattr("kith.interop.actions.taking.file_of", cannot)
    with pytest.raises(RuntimeError):
        client.post(page_of(life.individual, "take_plan"), {"shape": "prsb", "mark": seen})
    assert not PlanTaken.objects.exists()
    assert not TrailEntry.objects.filter(what="plan taken as prsb").exists()


def test_what_leaves_is_what_was_looked_at(life, signed_in):
    client = signed_in(life.worker)
    seen = client.get(page_of(life.individual)).context["mark"]
    goals.add_step(individual=life.individual, words="Ring Mam", by=life.as_individual)
    sent = {"shape": "prsb", "mark": seen, "for_whom": FOR}
    came = client.post(page_of(life.individual, "take_plan"), sent)
    page = came.content.decode()
    assert came.status_code == 422
    assert "Something was changed since you looked." in page
    assert "Ring Mam" in page
    assert FOR in page
    assert PlanTaken.objects.count() == 0
    assert client.post(page_of(life.individual, "take_plan"), sent | {"mark": came.context["mark"]}).status_code == 200


def test_all_that_only_the_other_file_holds_is_shown_too(life, signed_in):
    life.individual.full_name = "Tomos Llewelyn Reed"
    life.individual.save()
    life.individual.introductions.filter(activity__name="Calderford Runners").update(to_bring="Water and a towel")
    client = signed_in(life.user)
    page = client.get(page_of(life.individual)).content.decode()
    beside = page.split("Also in the file for another system")[1].split("Take it")[0]
    for words in (
        "Tomos Llewelyn Reed",
        "Run on Saturdays.: Calderford Runners",
        "Calderford Runners: Water and a towel",
        "Calderford Runners: Calder Sports",
        "Calderford Runners: Anwen Hollis",
    ):
        assert words in beside
    bundle = json.loads(press(client, life.individual, "fhir").content)
    named = {"Practitioner", "Organization", "Location"}
    resources = [each["resource"] for each in bundle["entry"] if each["resource"]["resourceType"] in named]
    names = [each["name"] if isinstance(each["name"], str) else each["name"][0]["text"] for each in resources]
    assert len(names) >= 3
    assert all(name in page for name in names)


def test_what_only_the_other_file_holds_cannot_change_unseen(life, signed_in):
    client = signed_in(life.user)
    seen = client.get(page_of(life.individual)).context["mark"]
    life.individual.introductions.filter(activity__name="Calderford Runners").update(to_bring="A letter")
    client.post(page_of(life.individual, "take_plan"), {"shape": "fhir", "mark": seen})
    assert PlanTaken.objects.count() == 0
    assert press(client, life.individual, "fhir").status_code == 200


def test_the_same_page_twice_has_the_same_mark(life, signed_in):
    client = signed_in(life.user)
    marks = {client.get(page_of(life.individual)).context["mark"] for _ in range(2)}
    assert len(marks) == 1


@pytest.mark.parametrize("sent", [{}, {"shape": "xml"}, {"mark": "x" * 5000}])
def test_what_no_page_sends_takes_nothing(life, signed_in, sent):
    client = signed_in(life.user)
    assert client.post(page_of(life.individual, "take_plan"), sent).status_code == 302
    assert PlanTaken.objects.count() == 0


@pytest.mark.parametrize("who", ["manager", "stranger"])
def test_nobody_else_takes_it(life, signed_in, who):
    client = signed_in(getattr(life, who))
    assert client.get(page_of(life.individual)).status_code == 404
    assert client.post(page_of(life.individual, "take_plan"), {"shape": "fhir"}).status_code == 404


@pytest.mark.attack("A-04")
def test_once_they_no_longer_work_together_an_open_page_takes_nothing(life, signed_in):
    client = signed_in(life.worker)
    seen = client.get(page_of(life.individual)).context["mark"]
    relation = life.individual.relations.get(kind="partnership")
    people.end(relation=relation, by=actor_for(life.manager, clock.now()))
    sent = {"shape": "fhir", "mark": seen, "for_whom": FOR}
    assert client.post(page_of(life.individual, "take_plan"), sent).status_code == 404


def test_it_is_found_from_my_plan_and_from_the_person(life, signed_in):
    assert page_of(life.individual) in signed_in(life.user).get("/").content.decode()
    person = reverse("home:person", args=[life.individual.public_id])
    assert page_of(life.individual) in signed_in(life.worker).get(person).content.decode()


def test_the_page_asks_little_of_the_database(life, signed_in, django_assert_max_num_queries):
    client = signed_in(life.worker)
    client.get(page_of(life.individual))
    with django_assert_max_num_queries(25):
        client.get(page_of(life.individual))


def test_looking_is_no_taking(life, signed_in):
    signed_in(life.worker).get(page_of(life.individual))
    assert not TrailEntry.objects.filter(what__startswith="plan taken").exists()
    assert TrailEntry.objects.filter(what="take plan", is_reading=True).exists()


class Outline(HTMLParser):
    """The headings of a page, and whatever it would run or fetch."""

    FETCH = ("src", "href", "action", "srcset", "data", "poster")

    def __init__(self, page: str):
        super().__init__()
        self.levels: list[int] = []
        self.fetched: list[tuple] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.levels += [int(tag[1])] if tag in ("h1", "h2", "h3", "h4") else []
        self.fetched += [(tag, name) for name, _ in attrs if name in self.FETCH or name.startswith("on")]


def test_the_page_to_keep_stands_by_itself(life, signed_in):
    page = press(signed_in(life.user), life.individual, "prsb").content.decode()
    found = Outline(page)
    assert found.fetched == []
    assert not {"script", "link", "img", "iframe", "form"} & found.tags
    assert "url(" not in page
    assert "@import" not in page
    assert {"main", "style", "title"} <= found.tags
    assert '<html lang="en-GB"' in page
    assert found.levels[:2] == [1, 2]
    assert all(after - before <= 1 for before, after in zip(found.levels, found.levels[1:], strict=False))


def test_the_headings_about_me_are_the_standards_in_its_order(life, signed_in):
    page = press(signed_in(life.user), life.individual, "prsb").content.decode()
    headings = (
        "What is most important to me",
        "People who are important to me",
        "My wellness",
        "Please do and please don’t",
        "How and when to support me",
        "Also worth knowing about me",
        "Supported to write this by",
    )
    places = [page.find(f"<h3>{heading}</h3>") for heading in headings]
    assert places == sorted(places)
    assert min(places) > 0
    assert "PRSB’s About Me, version 1.2" in page


def test_markup_that_somebody_wrote_is_shown_as_it_was_written(life, signed_in):
    words = "</head><script>alert(1)</script><b>Run</b>"
    goals.reword_goal(goal=life.individual.goals.get(words="A 10k in May"), words=words, by=life.as_individual)
    page = press(signed_in(life.user), life.individual, "prsb").content.decode()
    assert "<script" not in page
    assert "&lt;/head&gt;&lt;script&gt;" in page
    assert page.count("</head>") == 1


def test_what_makes_it_easier_to_talk_goes_along(life, signed_in):
    easier = {"easier": "Please ring first.", "print_size": "large", "language_note": "Welsh at home"}
    people.keep_wishes(individual=life.individual, avoid="Not on Fridays", by=life.as_individual, **easier)
    page = press(signed_in(life.user), life.individual, "prsb").content.decode()
    assert 'data-paper="large"' in page
    assert "How I communicate and how to communicate with me" in page
    assert "Please ring first." in page
    assert "Welsh at home" in page
    assert "Fridays" not in page
