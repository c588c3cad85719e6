"""That somebody is known here is learned by nobody who does not know it already."""

import re

import pytest

from .test_another_record import MADE_UP, looks

TEAM_OF = """SELECT t.public_id FROM people_team t JOIN people_relation r ON r.team_id = t.id
JOIN people_user u ON u.id = r.user_id WHERE u.email = ? AND r.kind = 'management'"""
KNOWN, LET_IN = "greg@kith.example", "tom@kith.example"


@pytest.mark.attack("A-28")
@pytest.mark.usefixtures("put_back")
@pytest.mark.parametrize("email", [KNOWN, LET_IN])
def test_whoever_types_an_address_hears_no_name_and_reaches_nobody_who_is_supported_elsewhere(kith, as_, email):
    ((team,),) = kith.rows(TEAM_OF, "noor@kith.example")
    own, before = f"/people/{kith.records['kit']}/", kith.rows("SELECT count(*) FROM people_relation")
    friend = {"from": "outside", "name": "Robin", "email": email, "role_words": "a friend", "agreed": "yes"}
    answers = [
        as_("deb").post(f"{own}who/add/", friend),
        as_("noor").post(f"/teams/{team}/invite/", {"name": "Robin", "email": email, "role": "works"}),
        as_("noor").post("/people/new/", {"called": "Robin", "email": email, "reached_by": "email", "full_name": ""}),
    ]
    for answer in answers:
        assert answer.status in (409, 422) and "This address cannot be used here." in answer.text
    for page in (as_("deb").get(f"{own}who/"), as_("noor").get(f"/teams/{team}/"), *answers):
        assert not re.search("Greg|Ashworth|Sugden", page.text)
    assert kith.rows("SELECT count(*) FROM people_relation") == before


@pytest.mark.attack("A-28")
def test_looking_for_somebody_finds_ones_own_people_and_nobody_else(as_):
    for who, name in (("deb", "Greg"), ("noor", "Maya"), ("priya", "Greg"), ("alex", "Greg")):
        known, unknown = (as_(who).get(f"/people/?q={each}") for each in (name, "Nobodyatall"))
        told = [
            re.sub(r"\w*(?:Greg|Maya|Nobodyatall)\w*", "…", looks(each, "no address")[1]) for each in (known, unknown)
        ]
        assert told[0] == told[1] and "/people/k" not in known.text, who


@pytest.mark.attack("A-28")
def test_a_link_or_a_part_of_a_page_that_is_not_theirs_is_one_that_was_made_up(kith, as_):
    own, maya = kith.records["maya"], as_("maya")
    maya.get("/")  # where whatever she was told before is shown
    ((goal,),) = kith.rows("SELECT public_id FROM goals_goal ORDER BY id LIMIT 1")
    ((meeting,),) = kith.rows("SELECT public_id FROM conversations_meeting ORDER BY id LIMIT 1")
    for path in ("goals/{}/", "said/{}/", "messages/{}/", "people-and-places/{}/", "forms/{}/", "sees/{}/stop/"):
        for there in (goal, meeting):
            real, made_up = (f"/people/{own}/{path.format(each)}" for each in (there, MADE_UP))
            for ask in (maya.get, maya.post):
                assert looks(ask(real), real) == looks(ask(made_up), made_up), path
