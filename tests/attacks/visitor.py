"""Somebody who speaks HTTP and no more: no browser keeps them from sending what no page would send."""

import http.client
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from tests.cli.running import until
from tests.people.test_second_factor import code_now

from .standing import Standing

FORM, SESSION = "kith-form", "kith"
ASK, TYPE, SECOND = "/account/login/", "/account/login/code/confirm/", "/account/2fa/authenticate/"
BETWEEN = "what-stands-between-two-parts"
FORM_TYPE = "application/x-www-form-urlencoded"
CODE_OF = "SELECT substr(body, 1, 6) FROM outbox_letter WHERE kind = 'sign-in code' AND \"to\" = ? ORDER BY id DESC"


@dataclass(frozen=True)
class Answer:
    """What came back, as it came."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")

    @property
    def onwards(self) -> str:
        return self.headers.get("Location", "")


@dataclass
class Visitor:
    """One visitor with their cookies."""

    kith: Standing
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, sent: dict | None = None, **headers: str) -> Answer:
        """A form as a page of ours would send it."""
        if FORM not in self.cookies:
            self.get(ASK)
        form = {"csrfmiddlewaretoken": self.cookies.get(FORM, "")} | (sent or {})
        return self.ask("POST", path, body=urlencode(form, doseq=True).encode(), headers=headers)

    def hand_in(self, path: str, sent: dict[str, str], files: list[tuple[str, str, bytes]]) -> Answer:
        """A form with files: for each, its box, its name and what is in it."""
        if FORM not in self.cookies:
            self.get(ASK)
        form = {"csrfmiddlewaretoken": self.cookies.get(FORM, "")} | sent
        parts = [f'name="{name}"\r\n\r\n{value}'.encode() for name, value in form.items()]
        parts += [f'name="{box}"; filename="{name}"\r\n\r\n'.encode() + content for box, name, content in files]
        begin = f"--{BETWEEN}\r\nContent-Disposition: form-data; ".encode()
        body = b"".join(begin + part + b"\r\n" for part in parts) + f"--{BETWEEN}--\r\n".encode()
        told = {"Content-Type": f"multipart/form-data; boundary={BETWEEN}"}
        return self.ask("POST", path, body=body, headers=told)

    def ask(self, method: str, path: str, *, body: bytes | None = None, headers: dict | None = None) -> Answer:
        """Exactly this request; cookies come along and are kept. In names of headers `_` stands for `-`."""
        told = {"Content-Type": FORM_TYPE} if body is not None else {}
        told |= {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        told |= {name.replace("_", "-"): value for name, value in (headers or {}).items()}
        line = http.client.HTTPConnection("127.0.0.1", self.kith.port, timeout=60)
        try:
            line.request(method, path, body, told)
            answer = line.getresponse()
            got = Answer(answer.status, answer.headers, answer.read())
        finally:
            line.close()
        self._keep(got)
        return got

    def _keep(self, answer: Answer) -> None:
        for told in answer.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(told).items():
                self.cookies[name] = morsel.value
                if not morsel.value:
                    del self.cookies[name]

    def newest_code(self, email: str) -> str:
        """From their letters: only they have it."""
        return self.kith.rows(CODE_OF, email)[0][0]

    def sign_in(self, who: str) -> "Visitor":
        """With a code from a letter and, for staff, what their app shows."""
        email = f"{who}@kith.example"
        self.post(ASK, {"login": email, "device": "own"})
        answer = self.post(TYPE, {"code": self.newest_code(email)})
        if who in self.kith.apps:
            assert answer.onwards == SECOND, (who, answer.status, answer.onwards)
            shown = self.kith.apps[who]
            assert until(lambda: self.post(SECOND, {"code": code_now(shown)}).status == 302), who
        assert self.is_in, who
        return self

    @property
    def is_in(self) -> bool:
        """Whether a page opens that everybody has who is signed in."""
        return self.get("/account/2fa/").status == 200
