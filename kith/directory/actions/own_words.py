"""Everyday phrases that a team adds to the vocabulary, and ideas of its own. They are heard at once, everywhere."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from secrets import token_hex

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.directory import rules
from kith.directory.models import Kind, OwnIdea, OwnPhrase, OwnWordsStamp
from kith.directory.reading.vocabulary_file import Entry, entries_in
from kith.directory.search.help_first import asks_for_help
from kith.directory.search.own_words import bring_up_to_date, idea_of
from kith.directory.search.vocabulary import concepts, term_of
from kith.directory.search.words import STOP, tokens

from .taking_in import TakingIn


@action
def add_phrase(*, words: str, idea: str, by: Actor) -> OwnPhrase:
    """From now on whoever says these words is understood to speak of the idea of this name."""
    permit(by, Permission.KEEP_VOCABULARY)
    bring_up_to_date(at_once=True)
    words = " ".join(words.split())
    refuse_if(_cannot_add(words, idea if idea in concepts() else ""))
    phrase = OwnPhrase.objects.create(words=words, term=" ".join(term_of(words)), idea=idea, added_on=clock.today())
    trail.record("phrase added", by=by, about=phrase)
    _changed()
    return phrase


@action
def add_idea(*, name: str, says: Iterable[str], means: Iterable[str], by: Actor, broader: str = "") -> OwnIdea:
    """An idea that the vocabulary lacks: its name and phrases are said, `means` is what leaflets call it."""
    permit(by, Permission.KEEP_VOCABULARY)
    bring_up_to_date(at_once=True)
    name = " ".join(name.split())
    wider = concepts().get(broader)
    refuse_if(_cannot_add(name, name))
    idea = OwnIdea.objects.create(
        name=name,
        kind=wider.kind if wider else Kind.OTHER,
        broader=broader if wider else "",
        means=[*dict.fromkeys(" ".join(each.split()) for each in (*means, name) if each.strip())],
    )
    _changed()
    for words in says:
        add_phrase(words=words, idea=name, by=by)
    trail.record("idea added to the vocabulary", by=by, about=idea)
    return idea


@action
def take_phrase_away(*, phrase: OwnPhrase, by: Actor) -> None:
    """It means nothing in particular any more."""
    permit(by, Permission.KEEP_VOCABULARY)
    trail.record("phrase taken away", by=by, about=phrase)
    phrase.delete()
    _changed()


@action
def take_idea_away(*, idea: OwnIdea, by: Actor) -> None:
    """The idea goes with everything that was said for it; what stood under it stands by itself."""
    permit(by, Permission.KEEP_VOCABULARY)
    trail.record("idea taken out of the vocabulary", by=by, about=idea)
    OwnPhrase.objects.filter(idea=idea.name).delete()
    OwnIdea.objects.filter(broader=idea.name).update(broader="")
    idea.delete()
    _changed()


@action
def import_vocabulary(*, source_path: str | Path, by: Actor) -> Counter[str]:
    """Takes in the ideas and phrases of a file that are not known yet; the same file again changes nothing.

    Gives how many `ideas` and `phrases` are new, and how many were `known`."""
    permit(by, Permission.KEEP_VOCABULARY)
    entries = entries_in(Path(source_path))
    for entry in entries:
        refuse_if(_cannot_take_in(entry))
    bring_up_to_date(at_once=True)
    counts = _take_in(entries)
    if counts["ideas"] or counts["phrases"]:
        trail.record("vocabulary taken in", by=by, detail=f"{counts['ideas']} ideas, {counts['phrases']} phrases")
        _changed()
    return counts


def _cannot_add(words: str, idea: str) -> str | None:
    if reason := rules.cannot_say(words):
        return reason
    meant = idea_of(words)
    return rules.cannot_mean(
        words, idea, meant.name if meant else "", is_telling=_is_telling(words), is_of_harm=asks_for_help(words)
    )


def _is_telling(words: str) -> bool:
    return any(word not in STOP for word in tokens(words))


def _cannot_take_in(entry: Entry) -> str | None:
    """One that breaks a rule stops the file, so that it is put right there."""
    for words in (entry.name, *entry.says):
        if rules.CONTACT.search(words):
            return f"“{words}” in this file looks like somebody's number or address. Nothing was taken in."
        if len(words) > 80:
            return f"“{words[:80]}…” in this file is longer than people speak. Nothing was taken in."
    return None


def _take_in(entries: list[Entry]) -> Counter[str]:
    taking = TakingIn(concepts().values())
    for entry in entries:
        taking.take(entry)
    ideas, phrases = taking.new_ideas(), taking.phrases
    OwnIdea.objects.bulk_create(ideas, batch_size=200)
    OwnPhrase.objects.bulk_create(phrases, batch_size=200)
    return Counter(ideas=len(ideas), phrases=len(phrases), known=taking.known)


def _changed() -> None:
    """Every process reads the vocabulary anew when it is next asked something."""
    OwnWordsStamp.objects.update_or_create(pk=1, defaults={"stamp": token_hex(16)})
    bring_up_to_date(at_once=True)
