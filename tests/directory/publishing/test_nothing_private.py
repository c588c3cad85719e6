"""Nothing that anybody wrote about anybody can come out: a mark is left wherever words are kept, and looked for."""

import json
import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, models, transaction
from django.db.models import F, Value
from django.db.models.functions import Cast, Concat

from kith.access import clock
from kith.directory import models as directory
from kith.directory.models import OpenListing
from kith.directory.publishing.addresses import ADDRESSES
from kith.interop.actions import take_plan
from kith.measures import actions as measures
from kith.measures.queries import measures_on
from kith.paperwork import actions as paperwork
from kith.paperwork.picking import may_be_picked
from kith.people import actions as people
from kith.questionnaires import queries as questionnaires
from kith.questionnaires.actions import bring_in_ours
from kith.questionnaires.kept_forms import form_of
from kith.rights import actions as rights
from kith.rights import queries as rights_queries

MARK = "zqmarkqz"
GIVEN_OUT = {directory.Activity, directory.Organisation, directory.Place, directory.Times, directory.Source}
MADE_FROM_THEM = {directory.OpenListing, directory.OpenTerm, directory.OpenSession, directory.OpenMark}
KEPT_BESIDE = ("checked_by", "last_checked_how")  # of a listing, and given out to nobody


def plant() -> tuple[set[str], set[str]]:
    """Leaves the mark in every field of words of every row that is not given out. Gives which took it, which not."""
    took, could_not = set(), set()
    for model in apps.get_models():
        if not model.__module__.startswith("kith.") or model in GIVEN_OUT | MADE_FROM_THEM:
            continue
        for field in model._meta.concrete_fields:
            if words := _words_for(field):
                (took if _planted(model, field, words) else could_not).add(f"{model.__name__}.{field.name}")
    for name in KEPT_BESIDE:
        directory.Activity.objects.update(**{name: MARK})
    return took, could_not


def _words_for(field: models.Field):
    """What to write there; None for what holds no words."""
    if isinstance(field, models.JSONField):
        return Value([MARK], output_field=models.JSONField())
    is_words = isinstance(field, models.CharField | models.TextField) and not field.choices
    if not is_words or (field.max_length and field.max_length < 40):
        return None
    return Concat(Value(MARK), Cast(F("pk"), models.CharField()), output_field=models.CharField())


def _planted(model, field: models.Field, words) -> bool:
    try:
        with transaction.atomic():
            return model.objects.order_by().update(**{field.name: words}) > 0
    except DatabaseError:  # a rule of the table, such as on the shape of a digest
        return False


def pages(client) -> dict[str, str]:
    """Every open page, its lists in full and all that they name."""
    found = {}
    for address in ADDRESSES:
        path = f"/open/{address.path}"
        if "<" in path:
            ids = re.findall(r'"contents":(\[.*)\}$', found[path.removesuffix("/<open_id>") + "?per_page=1000"])
            every = [each["id"] for each in json.loads(ids[0])]
            some = [path.replace("<open_id>", each) for each in every[:60]]
        else:
            some = [f"{path}?per_page=1000", f"{path}?per_page=1000&full=1"] if "per_page" in address.takes else [path]
        for one in some:
            response = client.get(one)
            assert response.status_code == 200, one
            found[one] = response.content.decode()
    return found


def fill_in_a_form(world) -> None:
    """A form about money, with everything that may be said in it and to it."""
    greg, vish, own = world.individual("greg"), world.actor("vish"), world.actor("greg")
    bring_in_ours()
    form = next(each for each in questionnaires.forms_to_fill() if each.is_about_money)
    filling = paperwork.begin(individual=greg, form=form, way="talk", by=vish)
    picks = next(each for each in form_of(filling.sheet.form).all_questions() if each.source == "lines.picked")
    line = next(iter(may_be_picked(greg)))
    paperwork.pick(filling=filling, link_id=picks.link_id, line=line, by=own)
    paperwork.answer(filling=filling, key=("4.2", ()), value=("A bus pass.",), based_on=0, by=vish)
    paperwork.see_differently(filling=filling, words="Not so.", by=own)
    edition = paperwork.show_it(filling=filling, by=vish)
    paperwork.say(edition=edition, says="agrees", words="Yes.", by=own)
    paperwork.take(filling=filling, shape="words", by=vish)


def leave_out_and_take(world) -> None:
    """A short measure that is put off in words, and a copy of the plan."""
    greg, own = world.individual("greg"), world.actor("greg")
    (measure,) = measures_on(clock.today())
    measures.put_off(measure=measure, individual=greg, why="own words", words="Too many questions.", by=own)
    take_plan(individual=greg, shape="fhir", by=own)


def ask_about_information(world) -> None:
    """Everything that may be asked about what is kept, said to it, and complained of."""
    greg, ines, own = world.individual("greg"), world.actor("ines"), world.actor("greg")
    copy = rights.ask(individual=greg, kind="copy", by=own)
    rights.pause(wanted=copy, kind="clarify", words="Which years?", by=ines)
    rights.take_longer(wanted=copy, because="Much.", by=ines)
    note = next(part for part in rights_queries.parts_of(greg, "notes") if part.records).records[0]
    held = {"wanted": copy, "mark": note.mark, "reason": "Ask us.", "harm": "To himself.", "evidence": "Dr Rowe."}
    rights.hold_back(**held, review_on=clock.today().replace(year=2099), by=ines)
    wrong = rights.ask(individual=greg, kind="correct", words="Not so.", by=own)
    for each in rights_queries.who_had_copies(wrong)[:1]:
        rights.tell_of_change(wanted=wrong, copy=each.copy, how="Rang.", by=ines)
    rights.answer(wanted=wrong, outcome="not", words="It was so.", by=ines)
    rights.ask(individual=greg, kind="remove", by=own)
    rights.propose_removal(individual=greg, what="all", reason="Asked.", by=ines)
    rights.begin_hold(individual=greg, why="A court.", by=ines)
    complaint = rights.complain(words="No.", name="Greg", reached_at="07700 900123", individual=greg, by=own)
    rights.answer_complaint(complaint=complaint, words="Sorry.", by=ines)


def look_in_an_emergency(world) -> None:
    """A manager looks, and it is asked that it is told later."""
    greg, why = world.individual("greg"), {"reason": "danger", "words": "Nobody has heard of him for days."}
    look = people.look_urgently(individual=greg, by=world.actor("morgan"), **why)
    later = {"until": clock.today() + timedelta(days=7), "because": "Somebody reads along."}
    people.tell_later(look=look, by=world.actor("ines"), **later)


def say_who_sees(world) -> None:
    """A manager said why, somebody was kept away and let back, and a legal paper is in use."""
    greg, ines, today = world.individual("greg"), world.actor("ines"), clock.today()
    people.say_why(individual=greg, purpose="other", words="A letter.", by=world.actor("morgan"))
    kept = people.keep_away(user=world.priya, individual=greg, by=world.actor("greg"))
    people.let_back(kept=kept, why="He asked for it.", by=ines)
    said = {"name": "Ann", "email": "ann@elsewhere.example", "rows": ["goals"], "paper": "The copy"}
    paper = people.write_authority(
        individual=greg, kind="attorney_welfare", starts_on=today, by=world.actor("vish"), **said
    )
    people.see_paper(authority=paper, by=ines)
    people.put_in_use(authority=paper, since=today, because="Dr Evans.", by=ines)


@pytest.fixture
def found(world, client) -> dict[str, str]:
    fill_in_a_form(world)
    leave_out_and_take(world)
    ask_about_information(world)
    look_in_an_emergency(world)
    say_who_sees(world)
    took, could_not = plant()
    assert len(took) > 60, sorted(took)
    assert len(could_not) < len(took) / 2, sorted(could_not)
    found = pages(client)
    assert len(found) > 100
    return found


def test_no_open_page_shows_what_is_kept_anywhere_else(found):
    assert [path for path, body in found.items() if MARK in body] == []


def test_no_open_page_names_anybody_of_the_neighbourhood(found):
    from kith.people.models import User

    emails = [email for email in User.objects.values_list("email", flat=True) if email]
    assert emails
    assert [path for path, body in found.items() for email in emails if email in body] == []


def test_the_mark_would_be_seen(world, client):
    listing = OpenListing.objects.filter(is_open=True).first()
    directory.Activity.objects.filter(pk=listing.pk).update(long_text=MARK)
    assert MARK in client.get(f"/open/oruk/services/{listing.open_id}").content.decode()
