"""Fetches one address for a directory: bounded in size and time, and never from inside the network unless told.

A name is looked up once for each hop, every address it gives must be outside, and the connection goes to the
very address that was checked: a name that answers differently the second time changes nothing.
"""

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3

from kith.access.refusal import Refused

from .in_time import looked_up, patience, shut_at

MOST_BYTES = 20_000_000  # of one answer, unpacked
MOST_HOPS = 5
PORTS = {None, 80, 443}
OUTSIDE_6 = ipaddress.IPv6Network("2000::/3")
INSIDE_6 = [ipaddress.IPv6Network(each) for each in ("2001::/23", "2002::/16", "2001:db8::/32", "3fff::/20")]
CHUNK = 65_536
READER = "directory reader"


class NotNow(Exception):
    """The other side did not answer well; it may later. `str()` is a sentence."""


class Gone(Exception):
    """There is nothing at this address."""


@dataclass(frozen=True)
class Answer:
    """What was at the address, in the end."""

    address: str
    body: bytes


def is_outside(written: str) -> bool:
    """Whether a numeric address is on the open internet. What wraps another address inside itself is not."""
    number = ipaddress.ip_address(written.partition("%")[0])
    if isinstance(number, ipaddress.IPv4Address):
        return number.is_global and not number.is_multicast
    return number in OUTSIDE_6 and number.is_global and not any(number in network for network in INSIDE_6)


def fetch(
    address: str, *, inside: bool = False, until: float | None = None, agent: str = READER, only_asks: bool = False
) -> Answer:
    """What is at this address, after at most five hops. `until`: by then (`time.monotonic`) it is given up.
    `only_asks` reads no words of it: any answer will do but that there is nothing, or that it is broken.

    Raises `Refused` for an address that is not to be read, `Gone` and `NotNow` for what the other side says."""
    until = until or monotonic() + 60
    for _ in range(MOST_HOPS):
        parts = _checked(address, inside)
        answer = _ask(parts, _numbers(parts, inside, until), until, agent, only_asks)
        if isinstance(answer, bytes):
            return Answer(address, answer)
        address = urljoin(address, answer)
    raise Refused("This address leads on and on to others. Nothing was changed.")


def _checked(address: str, inside: bool) -> SplitResult:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise Refused("This is not a whole address. It begins with https://.") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or "\\" in address:
        raise Refused("Only addresses that begin with https:// or http:// can be read.")
    if parts.username is not None or parts.password is not None:
        raise Refused("An address with a name or password in it cannot be read.")
    if port not in PORTS and not inside:
        raise Refused(f"Port {port} is not where a public directory answers. --inside allows it.")
    return parts


def _numbers(parts: SplitResult, inside: bool, until: float) -> list[str]:
    """Where the name leads. One address inside is enough to stop."""
    try:
        numbers = looked_up(parts.hostname or "", _port(parts), until)
    except (OSError, UnicodeError):
        raise NotNow(f"“{parts.hostname}” could not be found.") from None
    if not inside and not all(map(is_outside, numbers)):
        raise Refused(f"“{parts.hostname}” is inside this network. --inside allows it. Nothing was read.")
    return numbers


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def _ask(parts: SplitResult, numbers: list[str], until: float, agent: str, only_asks: bool) -> bytes | str:
    """The body, or the address it leads on to."""
    _in_time(until)
    pool = _pool(parts, numbers[0], until)
    path = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
    headers = {"Host": parts.netloc, "User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "gzip"}
    try:
        with shut_at(until, pool):
            answer = pool.request("GET", path, headers=headers, redirect=False, retries=False, preload_content=False)
            try:
                return _read(answer, until, only_asks)
            finally:
                answer.close()
    except (urllib3.exceptions.HTTPError, UnicodeError):  # a name in other letters may have no place in a header
        _in_time(until)
        raise NotNow(f"“{parts.hostname}” did not answer as it should.") from None
    finally:
        pool.close()


def _pool(parts: SplitResult, number: str, until: float) -> urllib3.HTTPConnectionPool:
    """To the address that was checked; its certificate must still be the name's."""
    if parts.scheme == "http":
        return urllib3.HTTPConnectionPool(number, _port(parts), timeout=patience(until), block=True)
    return urllib3.HTTPSConnectionPool(
        number,
        _port(parts),
        timeout=patience(until),
        block=True,
        cert_reqs="CERT_REQUIRED",
        server_hostname=parts.hostname,
        assert_hostname=parts.hostname,
    )


def _read(answer: urllib3.BaseHTTPResponse, until: float, only_asks: bool) -> bytes | str:
    _in_time(until)  # else it may have been shut among the headers
    if answer.status in (301, 302, 303, 307, 308) and answer.headers.get("Location"):
        return answer.headers["Location"]
    if answer.status in (404, 410):
        raise Gone
    if only_asks and answer.status < 500:
        return b""
    if answer.status != 200:
        raise NotNow(f"The other side answered with {answer.status}.")
    return _bounded(answer.read1, until)


def _bounded(read: Callable[..., bytes], until: float) -> bytes:
    """All of it, as it comes, unless it is too much or too slow."""
    held, size = [], 0
    while part := read(CHUNK, decode_content=True):
        size += len(part)
        held.append(part)
        if size > MOST_BYTES:
            raise Refused("One answer was larger than 20 MB. Nothing was changed.")
        _in_time(until)
    _in_time(until)
    return b"".join(held)


def _in_time(until: float) -> None:
    if monotonic() > until:
        raise NotNow("It took too long.")
