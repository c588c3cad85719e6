"""What we ask of forms and answers. A sheet's answers come in one query, however long its history."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, QuerySet, prefetch_related_objects

from kith.people.models import Individual

from .models import AgencyForm, Answer, AnswerSheet
from .rules import OF_PRACTICE
from .structure import Value, place_words
from .walking import Key


@dataclass
class Answered:
    """What stands in a sheet. `latest` is the number of the last version of each, to be sent back with a change;
    `beside` holds what others wrote without having seen it, oldest first."""

    answers: dict[Key, Answer] = field(default_factory=dict)
    beside: dict[Key, list[Answer]] = field(default_factory=dict)
    latest: dict[Key, int] = field(default_factory=dict)

    @property
    def values(self) -> dict[Key, Value]:
        """The answers as `answering` takes them."""
        return {key: answer.value for key, answer in self.answers.items() if answer.words}

    def and_now(self, answer: Answer) -> None:
        """Takes in what has just been saved, and does not stand beside."""
        self.answers[answer.key] = answer
        self.latest[answer.key] = answer.number
        self.beside.pop(answer.key, None)


def forms() -> QuerySet[AgencyForm]:
    """Every form of every version, by title. Without the files, which are long."""
    return AgencyForm.objects.defer("content")


def forms_to_fill() -> list[AgencyForm]:
    """The newest version in use of each form."""
    return _newest(forms().filter(retired_at__isnull=True).exclude(url__in=OF_PRACTICE))


def newest_of_each() -> list[AgencyForm]:
    """The newest version of each form, in use or not."""
    return _newest(forms())


def _newest(every: QuerySet[AgencyForm]) -> list[AgencyForm]:
    """Of each address the one that was loaded last, whatever it is called; in the order of their titles."""
    newest: dict[str, AgencyForm] = {}
    for kept in every.order_by("-loaded_at", "-pk"):
        newest.setdefault(kept.url, kept)
    return sorted(newest.values(), key=lambda kept: (kept.title, kept.url))


def form_called(public_id: str) -> AgencyForm | None:
    """This version of a form, with its file."""
    return AgencyForm.objects.filter(public_id=public_id).first()


def form_named(url: str, version: str) -> AgencyForm | None:
    """The form of this name and version."""
    return AgencyForm.objects.filter(url=url, version=version).first()


def versions_of(kept: AgencyForm) -> list[AgencyForm]:
    """All versions of the same form, the newest first."""
    return list(forms().filter(url=kept.url).order_by("-loaded_at", "-pk"))


def sheets_of(individual: Individual) -> QuerySet[AnswerSheet]:
    """Every form in somebody's record, the latest first."""
    return individual.answer_sheets.select_related("form").defer("form__content")


def sheet_called(individual: Individual, public_id: str) -> AnswerSheet | None:
    """This form of this individual."""
    return individual.answer_sheets.filter(public_id=public_id).select_related("form").first()


def answered(sheet: AnswerSheet) -> Answered:
    """Everything that stands in the sheet now. One query, without the people who wrote it: see `read_writers`."""
    return answered_in([sheet])[sheet.pk]


def answered_in(sheets: Collection[AnswerSheet]) -> dict[int, Answered]:
    """The same of several sheets, by their keys. One query."""
    every = {sheet.pk: Answered() for sheet in sheets}
    for answer in _standing(sheets):
        found = every[answer.sheet_id]
        found.latest[answer.key] = answer.number
        if answer.is_beside:
            found.beside.setdefault(answer.key, []).append(answer)
        else:
            found.answers[answer.key] = answer
    return every


def read_writers(answers: Collection[Answer]) -> None:
    """Reads who wrote these, for a page that names them. A few people wrote thousands of answers: each is read once,
    and only for what is shown."""
    prefetch_related_objects(list(answers), "written_by")


def versions(sheet: AnswerSheet, key: Key) -> list[Answer]:
    """Every version of one answer, the first one first."""
    rows = sheet.answers.filter(link_id=key[0], at_place=place_words(key[1])).order_by("number")
    return list(rows.select_related("written_by"))


def form_of_sheet(sheet: AnswerSheet) -> AgencyForm:
    """The form of a sheet, without its long file."""
    return forms().get(pk=sheet.form_id)


def _standing(sheets: Collection[AnswerSheet]) -> QuerySet[Answer]:
    """The last version of each answer that does not stand beside, and whatever stands beside it since."""
    same = {name: OuterRef(name) for name in ("sheet", "link_id", "at_place")}
    later = Answer.objects.filter(**same, is_beside=False, number__gt=OuterRef("number"))
    return Answer.objects.filter(~Exists(later), sheet__in=sheets).order_by("number")
