"""What somebody says no to, and what they say with a “not” that is a wish: “can’t face a group” asks for one to one."""

import re
from dataclasses import dataclass, field
from functools import partial

from .for_whom import NEVER_BOTH, named_in
from .vocabulary import Heard, Term, heard_in, is_under, narrower, telling_term, term_of
from .words import FRAME, NEGATIONS, NOT_REFUSED, STOP, stem, tokens

OF_PEOPLE = frozenset({"talk", "support", "family"})  # kinds whose ideas are heard by what is hard for somebody
Pairs = list[tuple[str, str]]
REFUSED_KIND = re.compile(
    r"\b(?:nothing|not anything|nowhere|no groups?|not somewhere) (?:with|where|that(?: i)?s?|involving|which)\s+"
    r"((?:\w+ ?){1,9})"
)
PUTS_OFF = re.compile(
    r"(?:\bbut|\band|\bas|\bbecause|[,;.!?]|^)\s+((?:(?!(?:but|and|as|because)\b)\w+\s+){1,6})"
    r"(?:(?:puts?|scares?|frightens?|terrif(?:y|ies)|bores?|intimidates?) (?:me|him|her|us|them)\b"
    r"(?: off\b| to death\b)?|"
    r"(?:scares?|frightens?|bores?) the \w+ (?:\w+ )?(?:out of|off) (?:me|him|her|us|them)\b|"
    r"(?:makes?|gets?) (?:me|him|her|us|them) (?:anxious|nervous|panic|panicky|uneasy|uncomfortable)\b|"
    r"(?:gives?) (?:me|him|her|us|them) (?:the creeps|anxiety|the shivers)\b|"
    r"(?:does|do) (?:my|his|her|our|their) head in\b|fills? (?:me|him|her|us|them) with dread\b)"
)
OF_ONES_OWN = re.compile(r" (?:of|on) (?:my|his|her|our|their) own\b")
NOT_FOR_ME = re.compile(
    r"(?:\bbut|[,;.!?]|^)\s*(\w+(?: \w+)?) (?:isnt|arent|is not|are not|is no good|are no good|isnt really|"
    r"arent really)"
    r" (?:for|my|his|her|their|our)(?: (?:me|him|her|us|them|thing|cup of tea|scene|bag))?\b"
)
REFUSAL = re.compile(
    r"\b(?:nothing to do with|(?:not|isnt|arent) (?:really |that |very )?(?:interested in|into|keen on|a fan of|"
    r"fond of|one for)"
    r"|(?:dont|doesnt|didnt|wont) (?:really )?(?:like|want|enjoy|fancy|do|go in for)(?: to do| to go to| to)?"
    r"|(?:cant) (?:stand|face|bear|abide|handle|cope with|tolerate)|(?:anything|nothing) (?:but|except)|"
    r"without any|hates?|hated|"
    r"dislikes?|detests?|loathes?|anything but|rather not|except(?: for)?|avoid(?:s|ing)?|no more|away from|"
    r"(?:scared|afraid|frightened|petrified|terrified) of(?= (?:dogs|cats|horses|heights|water|crowds|men|animals))|"
    r"(?:scared|afraid) of|(?:bored|sick|tired|had enough) of|fed up (?:of|with)|allergic to|instead of|rather than|"
    r"nothing(?! (?:else|like|much|on|in|to|near|here|round|is|seems|ever|but|with|too much)\b)|"
    r"not (?:a|an|the|in a|in the|at a|at the|any|another)|not|no)"
    r"\s+((?:(?:a|an|the|any|in|at|of|another|or|to|go|going|do|doing|too|very)\s+)*[\w]+(?:\s+(?:or|and|"
    r"nor)\s+(?:no |not )?[\w]+)*)"
)
AT_A_HOUSE = re.compile(r"\b(?:not|no|nothing) (?:at|in)\b")
HOUSES = frozenset(["house", "inn", "arms", "court", "lodge", "mill", "works"])
WITH_ARTICLE = re.compile(r" (?:a|an|the) \w+$")
NEXT_WORD = re.compile(r" (\w+)")


@dataclass
class Refused:
    """`terms`: what listings call it. `typed`: as it was said."""

    terms: set[Term] = field(default_factory=set)
    typed: list[str] = field(default_factory=list)

    def add(self, words: list[str]) -> None:
        """These words, and what listings call every idea heard in them."""
        self.typed.extend(words)
        for word in words:
            self.terms |= everything_under(word)


def refusals_in(text: str) -> tuple[str, Refused]:
    """What is refused, and the sentence without it."""
    refused = Refused()
    text = PUTS_OFF.sub(partial(_put_off, refused), text)
    text = NOT_FOR_ME.sub(partial(_put_off, refused), text)
    text = REFUSED_KIND.sub(partial(_kind_refused, refused), text)
    done, place = "", 0
    for match in REFUSAL.finditer(text):
        if match.start() >= place:
            done, place = done + text[place : match.start()], _noted(refused, match, text)
            done += " " if place > match.start() else ""
    refused.typed = list(dict.fromkeys(refused.typed))
    return done + text[place:], refused


def _noted(refused: Refused, match: re.Match, text: str) -> int:
    """Notes what this refuses. Where the sentence goes on after it; where it began, if nothing is refused."""
    telling = [word for word in tokens(match[1]) if word not in STOP]
    if not telling or telling[0] in NOT_REFUSED or OF_ONES_OWN.match(text, match.end()):
        return match.start()
    following = NEXT_WORD.match(text, match.end())
    if following and (phrase := _as_one(telling[-1], following[1])):
        refused.typed.append(phrase)
        refused.terms |= everything_under(phrase)
        refused.add(telling[:-1])
        return following.end()
    if following and following[1] in HOUSES and AT_A_HOUSE.match(match[0]):
        refused.typed.append(f"{telling[-1]} {following[1]}")  # that house; “Bridge House” is no game of bridge
        return following.end()
    refused.add(telling)
    return following.end() if following and _goes_with_it(match[0], following[1]) else match.end()


def _goes_with_it(refusal: str, following: str) -> bool:
    """“Not a swimming pool”: the pool is no wish."""
    return bool(WITH_ARTICLE.search(refusal)) and following not in STOP


def _as_one(word: str, following: str) -> str:
    """“Swimming pool”, where the two together are one idea; else nothing."""
    pairs = [(each, stem(each)) for each in (word, following)]
    return f"{word} {following}" if any(len(heard.taken) == len(pairs) for heard in heard_in(pairs)) else ""


def _put_off(refused: Refused, match: re.Match) -> str:
    """“A room full of men puts me off” says no to men, and nothing about rooms."""
    refused.add([word for word in tokens(match[1]) if word not in STOP | NOT_REFUSED and stem(word) not in FRAME])
    return " "


def _kind_refused(refused: Refused, match: re.Match) -> str:
    """“Nothing with a lot of talking about feelings”: the ideas that are named in full."""
    pairs = [(word, stem(word)) for word in tokens(match[1])]
    heard = [each for each in heard_in(pairs) if len(each.taken) > 1 or len(pairs) <= len(each.taken) + 1]
    refused.typed.extend(each.phrase for each in heard)
    refused.terms.update(term for each in heard for deeper in narrower(each.concept) for term in deeper.means)
    return " " if heard else match[0]


def everything_under(phrase: str) -> set[Term]:
    """The words themselves, and what listings call every concept heard in them."""
    pairs = [(word, stem(word)) for word in tokens(phrase)]
    if all(word in STOP for word, _ in pairs):
        return set()
    heard = [each for each in heard_in(pairs) if _is_whole(each, pairs) and _is_a_thing(each)]
    found = [deeper for each in heard for deeper in narrower(each.concept)]
    return {telling_term(phrase)} | {term for concept in found for term in concept.means}


def _is_whole(heard: Heard, pairs: Pairs) -> bool:
    """Of two words that are one idea, the idea; not what one of them means alone."""
    return len(heard.taken) == len(pairs)


def _is_a_thing(heard: Heard) -> bool:
    """Whoever can’t stand crowds does not say no to the company that is meant for them, nor whoever wants no men
    watching to a swim for women."""
    meant = named_in(" ".join(term) for term in heard.concept.means)
    if any(NEVER_BOTH.get(sort) in meant for sort in named_in([heard.phrase])):
        return False
    if heard.concept.sorts and heard.concept.kind not in OF_PEOPLE:
        return True
    names = {part for term in (term_of(heard.concept.name), *heard.concept.means) for part in term}
    return bool(names & set(term_of(heard.phrase)))


def wished_with_a_not(pairs: Pairs) -> list[Heard]:
    """The ideas heard in phrases that hold a “not”: “can’t face a group”, “not in a pub”, “doesn’t drink”."""
    found = heard_in(pairs)
    return [each for each in found if len(each.taken) > 1 and NEGATIONS & {pairs[place][0] for place in each.taken}]


def without_their_parts(heard: list[Heard], denied: list[Heard]) -> list[Heard]:
    """Whoever “doesn’t drink” says nothing of drinking; whoever “can’t swim” does speak of swimming."""
    return [each for each in heard if not any(_is_a_part(each, whole) for whole in denied)]


def _is_a_part(heard: Heard, whole: Heard) -> bool:
    if heard.concept.name == whole.concept.name:
        return True
    inside = set(heard.phrase.split()) <= set(whole.phrase.split()) and len(heard.taken) < len(whole.taken)
    return inside and not is_under(whole.concept, heard.concept)
