"""What we ask about forms that are being filled in."""

from collections.abc import Iterator
from itertools import groupby

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from kith.access.alongside import alongside
from kith.access.kept import kept
from kith.conversations.models import Meeting, Note
from kith.people.models import Individual
from kith.questionnaires.answering import Key
from kith.questionnaires.kept_forms import form_of
from kith.questionnaires.models import Answer
from kith.questionnaires.structure import Form, Question

from .editions import is_same, latest_edition
from .filled import Filled, Line
from .models import Edition, Filling, Otherwise, Outcome, Picked, Showing, Taken
from .picking import in_order

BY_ITS_NAME = {
    "made_by": ("name",),
    "showing": ("how",),
    "showing__told_by": ("name",),
    "filling": ("public_id",),
    "filling__sheet__form": ("title",),
}


def fillings_of(individual: Individual, *besides: Prefetch | str) -> list[Filling]:
    """Every form begun about them, the newest first; those put away come last. `besides`: what is read with them."""
    found = _with_form(individual.fillings.all()).prefetch_related(*besides)
    return sorted(found, key=lambda filling: filling.put_away_at is not None)


def filling_called(individual: Individual, public_id: str) -> Filling | None:
    """This form of this individual."""
    return _with_form(individual.fillings.all()).filter(public_id=public_id).first()


def _with_form(fillings: QuerySet[Filling]) -> QuerySet[Filling]:
    shown = Edition.objects.select_related("showing", "made_by").prefetch_related("outcomes")
    shown = shown.defer("lines", "answers")  # as long as the form, once for each time it was shown
    return fillings.select_related("individual", "sheet__form", "meeting", "begun_by").prefetch_related(
        Prefetch("editions", shown)
    )


def meeting_called(individual: Individual, public_id: str) -> Meeting | None:
    """This meeting of theirs, once it was held, with the words that both may see. Two looks."""
    held = individual.meetings.filter(public_id=public_id, state=Meeting.State.HELD)
    return held.prefetch_related(Prefetch("notes", Note.objects.select_related("author"))).first()


def waiting_to_be_read(individual: Individual) -> list[Edition]:
    """The newest edition of each form, where the individual has not looked at it; and where somebody wrote down for
    them that they would rather not, until they say something themselves. One look."""
    return _waiting_to_be_read(individual)


@kept
def _waiting_to_be_read(individual: Individual) -> QuerySet[Edition]:
    later = Edition.objects.filter(filling=OuterRef("filling"), number__gt=OuterRef("number"))
    for_them = Q(showing__how=Showing.How.DECLINED, showing__as_told=True, outcomes=None)
    shown = Edition.objects.filter(Q(showing=None) | for_them, filling__individual=individual)
    newest = shown.filter(~Exists(later), filling__put_away_at=None)
    return alongside(newest, **BY_ITS_NAME)


def agreed_editions(individual: Individual) -> list[Edition]:
    """The newest edition of each form where the individual said that it is right and nobody wrote another answer since.
    Nothing about money is among them, and nothing that was put away. One look."""
    said = Outcome.objects.filter(edition=OuterRef("pk")).order_by("-said_at", "-pk")
    later = Edition.objects.filter(filling=OuterRef("filling"), number__gt=OuterRef("number"))
    changed = Answer.objects.filter(sheet=OuterRef("filling__sheet"), written_at__gt=OuterRef("made_at"))
    newest = Edition.objects.filter(~Exists(later), ~Exists(changed), filling__individual=individual)
    agreed = newest.alias(said=Subquery(said.values("says")[:1])).filter(said=Outcome.Says.AGREES)
    found = agreed.filter(filling__put_away_at=None).select_related(
        "filling__sheet__form", "filling__individual", "made_by", "showing"
    )
    return [each for each in found.order_by("made_at", "pk") if not form_of(each.filling.sheet.form).about_money]


def latest_outcome(edition: Edition) -> Outcome | None:
    """What the individual last said to it."""
    return edition.outcomes.first()


def usual_way(individual: Individual) -> str:
    """How they filled in a form last; talking comes first where there was none."""
    last = individual.fillings.first()
    return last.way if last else Filling.Way.TALK


def numbered(form: Filled, *, only_open: bool) -> Iterator[tuple[int, Line]]:
    """Questions with their place in the form, from 1: those still open, or those that are answered."""
    everything = enumerate(form.questions, 1)
    return (each for each in everything if each[1].is_open == only_open)


def first_open(form: Filled) -> int | None:
    """The place of the first question that is still open."""
    return next((place for place, _ in numbered(form, only_open=True)), None)


def edition_called(filling: Filling, public_id: str) -> Edition | None:
    """This edition of this form."""
    return filling.editions.filter(public_id=public_id).first()


def otherwise_of(filling: Filling) -> list[Otherwise]:
    """What the individual sees differently, the oldest first."""
    return list(filling.otherwise.select_related("written_by", "filling__individual"))


def place_of(form: Filled, key: Key) -> int:
    """Where this question stands, from 1."""
    return next(place for place, line in enumerate(form.questions, 1) if line.key == key)


def next_open(form: Filled, key: Key) -> int | None:
    """The first open question after this one; else the first of all; None where everything is answered."""
    here = next((place for place, line in enumerate(form.questions, 1) if line.key == key), 0)
    opened = [place for place, _ in numbered(form, only_open=True)]
    return next((place for place in opened if place > here), next(iter(opened), None))


def later_open(form: Filled, place: int) -> int | None:
    """The next open question below this place, for whoever leaves this one as it is."""
    return next((later for later, _ in numbered(form, only_open=True) if later > place), None)


def headings_over(form: Filled, key: Key) -> list[tuple[Question, int]]:
    """The headings under which a question stands, the outermost first; of a group that repeats also which one it is,
    from 1, where it is not the first."""
    found, index = [], form.form.index
    standing = index[key[0]]
    which = dict(zip(standing.groups, key[1], strict=False))
    while standing.under:
        standing = index[standing.under]
        found.append((standing.question, which.get(standing.question.link_id, 0)))
    return [(each, count + 1 if count else 0) for each, count in reversed(found) if each.kind == "group"]


def under_headings(form: Filled, lines: list[tuple[int, Line]]) -> list[tuple[str, list[tuple[int, Line]]]]:
    """The same lines by the heading they stand under, “3.1 One thing it pays for”: a question says little alone."""
    return [(heading, list(under)) for heading, under in groupby(lines, lambda each: heading_of(form, each[1].key))]


def heading_of(form: Filled, key: Key) -> str:
    """The heading that a question stands under, in words; "" where it has none."""
    above = headings_over(form, key)[-1:]
    return " ".join(f"{each.number} {each.words}".strip() + (f" ({count})" if count else "") for each, count in above)


def picked_for(filling: Filling, link_id: str) -> list[Picked]:
    """The lines picked for one question."""
    return in_order(filling.picked.filter(link_id=link_id, taken_out_at__isnull=True).select_related("picked_by"))


def groups_of(form: Form, key: Key) -> set[Key]:
    """The repeating groups that a question at this place stands in, each by where it stands."""
    standing = form.index.get(key[0])
    groups = standing.groups if standing else ()
    return {(group, key[1][:depth]) for depth, group in enumerate(groups[: len(key[1])])}


def another(form: Filled, line: Line) -> Key | None:
    """The first question of one more of the group that this question stands in; None where nothing repeats."""
    groups = form.form.index[line.question.link_id].groups
    if not groups:
        return None
    around = line.key[1][:-1]
    inside = [each for each in form.questions if groups[-1] in form.form.index[each.question.link_id].groups]
    same = [each for each in inside if each.key[1][: len(around)] == around and len(each.key[1]) == len(groups)]
    return same[0].question.link_id, (*around, same[-1].key[1][-1] + 1)


def latest_taken(edition: Edition) -> Taken | None:
    """When it left last, and in which shape."""
    return Taken.objects.filter(showing__edition=edition).select_related("taken_by").first()


def was_shown_as_it_is(form: Filled) -> bool:
    """Whether the individual has been shown the form as it stands now."""
    edition = latest_edition(form.filling)
    return edition is not None and hasattr(edition, "showing") and is_same(edition, form)
