"""Whether the mail server vouches for the sender. Only the topmost line counts: it is the one our own server wrote."""

import re

from .headers import ASIDE, LONGEST_LIST, QUOTED, Headers, lower

RESULT = re.compile(r"\b(spf|dkim|dmarc)\s*=\s*([a-z]+)([^;]*+)", re.IGNORECASE)
DOMAIN = re.compile(r"\b(?:header\.(?:d|i|from)|smtp\.mailfrom|envelope-from)\s*=\s*(?:[^\s;@]*@)?([^\s;@]+)", re.I)
AGAINST = {"fail", "softfail", "permerror"}


def authentication_of(headers: Headers, sender: str) -> str:
    """Whether the sender's own domain is vouched for ("pass"), spoken against ("fail"), or neither ("")."""
    said = QUOTED.sub(" ", headers.first("authentication-results")[:LONGEST_LIST])
    for _nested in range(3):
        said = ASIDE.sub(" ", said)
    results = [(way.lower(), word.lower(), _domains(more)) for way, word, more in RESULT.findall(said)]
    domain = sender.rpartition("@")[2]
    passed = {way for way, word, named in results if word == "pass" and _speaks_for(way, named, domain)}
    against = {way for way, word, _named in results if word in AGAINST}
    if "dmarc" in against:
        return "fail"
    if passed:
        return "pass"
    return "fail" if against else ""


def voucher_of(headers: Headers) -> str:
    """The name that the server on the topmost line gives itself (RFC 8601, authserv-id); "" where there is no line."""
    return lower(headers.first("authentication-results")[:LONGEST_LIST].partition(";")[0].strip().partition(" ")[0])


def _domains(words: str) -> list[str]:
    return [lower(found).rstrip(".") for found in DOMAIN.findall(words)]


def _speaks_for(way: str, named: list[str], domain: str) -> bool:
    """A yes about some other domain says nothing of this sender. DMARC compares the two itself."""
    same = any(domain == each or domain.endswith("." + each) for each in named if "." in each)
    return bool(domain) and (same or (way == "dmarc" and not named))
