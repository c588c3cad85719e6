"""In an emergency somebody of the team reads for an hour: with a reason, told to others, gone over, and seen."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import NotPermitted, may
from kith.access.refusal import Refused
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.home.queries import looks_at
from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import actions, urgent
from kith.people.actors import actor_for
from kith.people.models import ToldLater, UrgentLook, User
from tests.gathered import once_a_file
from tests.goals.cast import gather
from tests.people.test_second_factor import SECRET, code_now

WHY = {"reason": "danger", "words": "Her sister rang: Tomos has not been seen since Monday."}
READS = (Permission.READ_GOALS, Permission.READ_SHARED_NOTE, Permission.READ_ABOUT_ME, Permission.READ_MEASURES)
OFFICE = Actor.command_line()


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker):
    with once_a_file(django_db_blocker, a_team_with_a_lead) as cast:
        yield cast


def a_team_with_a_lead():
    cast = gather()
    actions.join_team(user=cast.stranger, team=cast.team, by=OFFICE)
    lead = actions.add_account(email="ines@calderford.example", name="Ines Lee", by=OFFICE)
    User.objects.filter(pk=lead.pk).update(is_rights_lead=True)
    return cast


@pytest.fixture
def cast(gathered, db, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False  # but where it is what a test is about
    return gathered


@pytest.fixture
def lead(cast):
    return User.objects.get(is_rights_lead=True)


def as_(user) -> Actor:
    return actor_for(user, clock.now())


def begin(cast, who=None, **more) -> UrgentLook:
    return actions.look_urgently(individual=cast.individual, by=as_(who or cast.stranger), **(WHY | more))


def may_read(cast, user) -> set[Permission]:
    return {each for each in READS if may(as_(user), each, cast.individual)}


def page_of(cast, *more) -> str:
    name = "people:urgent_look" if more else "people:urgent"
    return reverse(name, args=[cast.individual.public_id, *more])


@pytest.mark.shows("Q-02")
def test_it_opens_for_an_hour_and_then_no_more(cast):
    assert may_read(cast, cast.stranger) == set()
    look = begin(cast)
    assert may_read(cast, cast.stranger) == set(READS)
    with clock.at(look.relation.starts_at + timedelta(minutes=59)):
        assert may_read(cast, cast.stranger) == set(READS)
    with clock.at(look.relation.starts_at + timedelta(minutes=60)):
        assert may_read(cast, cast.stranger) == set()


def test_nothing_is_written_and_nobodys_private_words_open_through_it(cast):
    begin(cast)
    by = as_(cast.stranger)
    shut = ("write_goals", "write_shared_note", "read_budget", "read_messages", "read_network_map", "read_prompts")
    assert [name for name in shut if may(by, Permission(name), cast.individual)] == []
    begin(cast, cast.manager)
    by = as_(cast.manager)
    assert may(by, Permission.READ_MESSAGES, cast.individual) and may(by, Permission.READ_NETWORK_MAP, cast.individual)
    assert not may(by, Permission.WRITE_MESSAGES, cast.individual)


def test_it_closes_sooner_when_they_close_it_or_leave_the_team(cast):
    begin(cast)
    actions.close_look(individual=cast.individual, by=as_(cast.stranger))
    assert may_read(cast, cast.stranger) == set()
    begin(cast)
    actions.leave_team(team=cast.team, user=cast.stranger, by=as_(cast.manager))
    assert may_read(cast, cast.stranger) == set()


def test_only_somebody_of_the_same_team_with_a_reason_may(cast, lead):
    for user in (cast.user, lead):
        with pytest.raises(NotPermitted):
            begin(cast, user)
    with pytest.raises(Refused, match="work with them"):
        begin(cast, cast.worker)
    with pytest.raises(Refused, match="a little more"):
        begin(cast, words="Urgent.")
    elsewhere = actions.add_account(email="kit@calderford.example", name="Kit Moss", by=OFFICE)
    actions.join_team(user=elsewhere, team=actions.create_team(name="Elsewhere", by=OFFICE), by=OFFICE)
    with pytest.raises(NotPermitted):
        begin(cast, elsewhere)
    assert not UrgentLook.objects.exists()


def test_managers_and_the_lead_hear_at_once_whatever_they_switched_off(cast, lead):
    User.objects.update(hears_days=[], hears=["to worker: urgent look"])
    look = begin(cast)
    assert begin(cast) == look
    letters = list(Letter.objects.filter(kind="to worker: urgent look").order_by("to"))
    assert [each.to for each in letters] == [lead.email, cast.manager.email]
    assert all("Tomos" not in each.body and "Noor" not in each.body for each in letters)
    assert [type(gates.ask(each)) for each in letters] == [gates.Go, gates.Go]


def test_more_than_three_in_a_month_are_told_to_the_lead(cast, lead):
    for _ in range(4):
        begin(cast)
        actions.close_look(individual=cast.individual, by=as_(cast.stranger))
    often = Letter.objects.filter(body__contains="more than 3 times in 30 days")
    assert [each.to for each in often] == [lead.email]


def test_somebody_else_goes_over_it_once(cast, lead):
    look = begin(cast, cast.manager)
    kept = {"look": look, "found": "right", "words": ""}
    with pytest.raises(Refused, match="Somebody else"):
        actions.go_over(by=as_(cast.manager), **kept)
    with pytest.raises(NotPermitted):
        actions.go_over(by=as_(cast.worker), **kept)
    assert list(urgent.waiting(lead)) == [look] and list(urgent.waiting(cast.manager)) == []
    actions.go_over(by=as_(lead), **kept)
    assert not urgent.waiting(lead).exists()
    with pytest.raises(Refused, match="already"):
        actions.go_over(by=as_(lead), **kept)


def test_what_nobody_went_over_in_three_days_climbs_once(cast, lead):
    office = actions.add_account(email="alex@calderford.example", name="Alex Poole", by=OFFICE)
    User.objects.filter(pk=office.pk).update(is_administrator=True)
    look = begin(cast)

    def climbed_to(hours: int) -> set[str]:
        with clock.at(look.relation.starts_at + timedelta(hours=hours)):
            actions.climb_looks(by=Actor.system(), goes_on=lambda: True)
        return set(Letter.objects.filter(body__contains="three days ago").values_list("to", flat=True))

    assert climbed_to(71) == set()
    assert climbed_to(72) == climbed_to(200) == {lead.email, cast.manager.email, office.email}
    to_office = Letter.objects.get(to=office.email)
    assert cast.individual.public_id not in to_office.body


@pytest.mark.shows("Q-13")
def test_the_individual_sees_who_looked_and_why(cast, client):
    look = begin(cast)
    client.force_login(cast.user)
    page = client.get(reverse("home:looked", args=[cast.individual.public_id])).content.decode()
    assert "Noor Field" in page and "as somebody might have been in danger" in page and look.words in page


def test_two_people_may_tell_of_one_look_later_and_it_always_comes(cast, lead):
    look, today = begin(cast), clock.today()
    ask = {"look": look, "because": "Somebody reads along with him."}
    for until, reason in ((today, "still to come"), (today + timedelta(days=91), "at the latest")):
        with pytest.raises(Refused, match=reason):
            actions.tell_later(until=until, by=as_(lead), **ask)
    later = actions.tell_later(until=today + timedelta(days=14), by=as_(lead), **ask)
    with pytest.raises(Refused, match="second person"):
        actions.agree_to_tell_later(later=later, by=as_(lead))
    assert "Noor Field" in names_on_the_page(cast)
    actions.agree_to_tell_later(later=later, by=as_(cast.manager))
    assert names_on_the_page(cast) & {"Noor Field", "Ines Lee"} == set()
    with clock.at(clock.now() + timedelta(days=14)):
        assert {"Noor Field", "Ines Lee"} <= names_on_the_page(cast)


def names_on_the_page(cast) -> set[str]:
    return {each.name for each in looks_at(cast.individual)[0]}


def test_the_database_itself_asks_for_two_people(cast, lead):
    later = ToldLater(look=begin(cast), until=clock.today(), because="x", asked_by=lead, asked_at=clock.now())
    later.agreed_by = lead
    with pytest.raises(IntegrityError), transaction.atomic():
        later.save()


def test_a_second_factor_just_shown_is_asked_for_and_the_words_come_back(cast, client, settings):
    from allauth.mfa.totp.internal.auth import TOTP

    settings.SECOND_FACTOR_FOR_STAFF = True
    TOTP.activate(cast.stranger, SECRET)
    client.force_login(cast.stranger)
    answer = client.post(page_of(cast), WHY)
    assert answer.url.startswith("/account/2fa/reauthenticate/") and not UrgentLook.objects.exists()
    back = client.post(answer.url, {"code": code_now()}, follow=True)
    assert WHY["words"] in back.content.decode()
    assert client.post(page_of(cast), WHY).url == page_of(cast)
    assert UrgentLook.objects.get().words == WHY["words"]


def test_pages_say_so_print_nothing_and_take_no_press_or_file(cast, client, lead):
    wrote = WriteUp(held_on=clock.today(), shared="We talked about boxing.")
    conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    client.force_login(cast.stranger)
    own = [cast.individual.public_id]
    assert client.get(reverse("goals:goals_page", args=own)).status_code == 404
    assert client.post(page_of(cast), WHY, follow=True).status_code == 200
    notes = client.get(reverse("conversations:meetings_page", args=own)).content.decode()
    assert "We talked about boxing." in notes and "notebook is open to you until" in notes
    assert 'class="unprinted"' in notes and 'class="unprinted"' in client.get("/").content.decode()
    assert client.post(reverse("goals:goals_page", args=own)).status_code == 404
    assert client.get(reverse("home:plan_pdf", args=own)).status_code in (302, 404)
    assert client.get(reverse("home:person", args=own)).url == page_of(cast)
    look = UrgentLook.objects.get()
    client.force_login(lead)
    assert "Somebody looked in an emergency" in client.get("/?as=requests").content.decode()
    page = client.get(page_of(cast, look.public_id)).content.decode()
    assert "What we said" in page and "boxing" not in page and look.words in page


def test_nobody_is_found_by_a_part_of_a_name(cast, client):
    client.force_login(cast.stranger)
    find = reverse("people:urgent_find", args=[cast.team.public_id])
    assert page_of(cast) not in client.post(find, {"called": "Tom"}).content.decode()
    assert page_of(cast) in client.post(find, {"called": "tomos"}).content.decode()
