"""Where somebody sets out from: theirs and their worker's to say, in whatever words they have for it."""

import pytest
from django.urls import reverse

from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.directory.actions import import_places
from kith.directory.queries import spots_like
from kith.people import actions

PLACES = """name,within,latitude,longitude
Netherroyd,Calder Valley,53.707,-1.881
Netherroyd,Far County,51.0,-0.5
Calderford,Calder Valley,53.721,-1.947
"""


@pytest.fixture(autouse=True)
def places(db, settings, tmp_path) -> None:
    settings.SECOND_FACTOR_FOR_STAFF = False
    for name, text in (("places.csv", PLACES), ("codes.csv", "postcode,latitude,longitude\nCX1 2RG,53.71,-1.95\n")):
        (tmp_path / name).write_text(text)
    import_places(source_path=tmp_path, by=Actor.command_line())


@pytest.fixture
def says(cast, client):
    """Somebody types into the box and presses the button."""

    def saying(who: str, follow=True, **typed):
        client.force_login(getattr(cast, who))
        there = reverse("people:sets_out", args=[cast.record.public_id])
        answer = client.post(there, typed, follow=follow)
        cast.record.refresh_from_db()
        return answer

    return saying


@pytest.mark.parametrize("who", ["greg", "vish"])
def test_a_postcode_in_any_spelling_is_kept_tidy(cast, says, who):
    assert "Measured from CX1 2RG." in says(who, where="cx12rg").content.decode()
    assert (cast.record.sets_out_from, cast.record.near) == ("CX1 2RG", (53.71, -1.95))


def test_a_place_of_which_there_is_one_is_taken_as_it_is(cast, says):
    says("greg", where="calderf")
    assert (cast.record.sets_out_from, cast.record.near) == ("Calderford, Calder Valley", (53.721, -1.947))


def test_a_name_that_means_two_places_asks_which(cast, says):
    asked = says("greg", where="Netherroyd")
    page = asked.content.decode()
    assert asked.status_code == 422 and cast.record.near is None
    assert "There is more than one. Which is it?" in page and "Netherroyd, Far County" in page
    says("greg", where="Netherroyd", which="Netherroyd, Far County")
    assert cast.record.near == (51.0, -0.5)


def test_what_we_do_not_know_comes_back_as_it_was_typed(cast, says):
    answer = says("greg", where="Atlantis")
    assert answer.status_code == 422 and cast.record.near is None
    page = answer.content.decode()
    assert 'value="Atlantis"' in page
    assert "We do not know where “Atlantis” is. Try a postcode, or a bigger place nearby." in page


def test_an_empty_box_has_it_forgotten(cast, says):
    says("greg", where="CX1 2RG")
    assert "Forgotten." in says("greg", where="").content.decode()
    assert (cast.record.sets_out_from, cast.record.near) == ("", None)


def test_it_is_their_own_and_their_workers_to_say_and_nobody_elses(cast, says):
    for who in ("priya", "tom", "deb", "ines", "alex"):
        assert says(who, follow=False, where="CX1 2RG").status_code == 404, who
    assert cast.record.near is None
    with pytest.raises(NotPermitted):
        actions.set_out_from(individual=cast.record, spot=spots_like("CX1 2RG")[0], by=cast.acts("priya"))


def test_the_trail_says_that_it_changed_and_not_where_it_is(cast, says):
    says("greg", where="CX1 2RG")
    line = TrailEntry.objects.filter(what="where they set out from changed").get()
    assert "CX1" not in str(vars(line))


def test_the_table_leads_there_and_back(cast, client, says):
    client.force_login(cast.greg)
    table = reverse("ideas:table", args=[cast.record.public_id])
    assert "Say where to measure from" in client.get(table).content.decode()
    answer = says("greg", follow=False, where="CX1 2RG", next=f"{table}?q=run")
    assert answer["Location"] == f"{table}?q=run"
    client.get(table)  # where it is said once that it was kept
    page = client.get(table).content.decode()
    assert "Measure from somewhere else" in page and "CX1 2RG" not in page
