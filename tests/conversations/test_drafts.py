"""What is typed is never lost and never written over: two pages, a late save, a lost answer, a change of worker."""

import pytest

from kith.access.models import TrailEntry
from kith.conversations import actions, queries, two_places
from kith.conversations.models import Draft, Meeting
from tests.conversations.pages import address, page_as_sent, signed_in


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


def keep(client, cast, typed: dict, **more):
    return client.post(address(cast, "save_draft"), typed | more, HTTP_HX_REQUEST="true")


def draft_of(cast) -> Draft:
    return queries.draft_of(cast.individual, cast.worker.pk)


@pytest.fixture
def client(cast):
    return signed_in(cast.worker)


@pytest.fixture
def two_pages(client, cast) -> tuple[dict, dict]:
    """The same page opened twice, each with words of its own, both sent to be kept."""
    first, second = page_as_sent(client, cast), page_as_sent(client, cast)
    keep(client, cast, first, shared="From the desk.")
    keep(client, cast, second, shared="From the phone.", prompt="Ask about Sam")
    return first, second


def test_a_second_page_writes_over_nothing_and_is_told(client, cast, two_pages):
    assert two_places.typed_in(draft_of(cast))["shared"] == "From the desk."
    assert [each["shared"] for each in two_places.beside(draft_of(cast)).values()] == ["From the phone."]
    again = keep(client, cast, two_pages[1], shared="From the phone, and more.")
    assert "You are writing this in two places." in again.content.decode()
    assert [each["shared"] for each in two_places.beside(draft_of(cast)).values()] == ["From the phone, and more."]


def test_a_third_page_is_kept_too(client, cast, two_pages):
    keep(client, cast, two_pages[0] | {"page": "a third", "draft_version": "0"}, shared="From the bus.")
    kept = {each["shared"] for each in two_places.beside(draft_of(cast)).values()}
    assert kept == {"From the phone.", "From the bus."}


def test_both_stand_side_by_side_when_the_page_opens(client, cast, two_pages):
    page = client.get(address(cast, "write_up")).content.decode()
    assert "You were writing this in two places." in page
    assert page.index("From the desk.") < page.index("From the phone.")
    assert "Ask about Sam" in page
    assert "Nothing is saved as a meeting yet." in page


@pytest.mark.parametrize("which", [0, 1])
def test_done_on_either_page_drops_nothing_of_the_other(client, cast, two_pages, which):
    response = client.post(address(cast, "write_up"), two_pages[which] | {"shared": "At last."})
    assert response["Location"] == address(cast, "write_up")
    assert not Meeting.objects.exists()
    page = client.get(address(cast, "write_up")).content.decode()
    assert "At last." in page
    assert ("From the phone." in page, "From the desk." in page) == (which == 0, which == 1)


@pytest.mark.parametrize(
    ("keep_which", "words"),
    [("both", "From the desk.\n\nFrom the phone."), ("", "From the desk."), ("second", "From the phone.")],
)
def test_one_press_settles_it(client, cast, two_pages, keep_which, words):
    chosen = two_pages[1]["page"] if keep_which == "second" else keep_which
    client.post(address(cast, "settle_draft"), {"keep": chosen})
    sent = page_as_sent(client, cast)
    assert sent["shared"] == words
    client.post(address(cast, "write_up"), sent | {"held_on": "2026-08-18"})
    assert Meeting.objects.get().notes.get().words == words


def test_both_in_one_keeps_what_only_one_of_them_had(client, cast, two_pages):
    client.post(address(cast, "settle_draft"), {"keep": "both"})
    assert page_as_sent(client, cast)["prompt"] == "Ask about Sam"


def test_a_page_still_open_after_it_was_settled_is_noticed_again(client, cast, two_pages):
    client.post(address(cast, "settle_draft"), {"keep": "both"})
    keep(client, cast, two_pages[0], shared="From the desk, later.")
    assert [each["shared"] for each in two_places.beside(draft_of(cast)).values()] == ["From the desk, later."]


def test_a_page_that_did_not_hear_that_it_was_kept_goes_on(client, cast):
    page = page_as_sent(client, cast)
    keep(client, cast, page, shared="One")
    keep(client, cast, page, shared="One and two")  # the same version again: the answer was lost on the way
    assert two_places.typed_in(draft_of(cast))["shared"] == "One and two"
    assert two_places.beside(draft_of(cast)) == {}


def test_going_on_from_a_page_that_was_closed_is_no_second_place(client, cast):
    keep(client, cast, page_as_sent(client, cast), shared="Half")
    keep(client, cast, page_as_sent(client, cast), shared="Half and half")
    assert two_places.beside(draft_of(cast)) == {}
    assert page_as_sent(client, cast)["shared"] == "Half and half"


def test_a_page_says_when_it_was_kept_and_which_version_it_is(client, cast):
    page = page_as_sent(client, cast)
    kept = keep(client, cast, page, shared="One")
    assert kept["Kith-Saved"] == "Saved at 6pm"
    assert 'name="draft_version" value="1"' in kept.content.decode()
    assert "Saved at 6pm." in client.get(address(cast, "write_up")).content.decode()


def test_a_saved_page_that_is_typed_on_is_not_said_to_be_kept(client, cast):
    page = page_as_sent(client, cast) | {"held_on": "2026-08-18", "shared": "Once"}
    client.post(address(cast, "write_up"), page)
    late = keep(client, cast, page, shared="Once more")
    assert late["Kith-Saved"].startswith("This page was saved before.")
    assert not Draft.objects.exists()


def test_keeping_adds_nothing_to_the_trail(client, cast):
    page = page_as_sent(client, cast)
    keep(client, cast, page, shared="One")
    before = TrailEntry.objects.count()
    keep(client, cast, page, shared="One and two")
    assert TrailEntry.objects.count() == before


def test_throwing_it_away_leaves_nothing_behind(client, cast, two_pages):
    client.post(address(cast, "start_afresh"))
    assert not Draft.objects.exists()
    assert page_as_sent(client, cast)["shared"] == ""


def test_a_draft_is_its_writers_alone(client, cast, two_pages):
    actions.save_draft(individual=cast.individual, typed={"shared": "Half"}, by=cast.as_worker)
    assert queries.draft_of(cast.individual, cast.manager.pk) is None
    assert signed_in(cast.manager).get(address(cast, "write_up")).status_code == 404
