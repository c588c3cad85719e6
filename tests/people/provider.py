"""A small OpenID Connect provider on this machine, as an organisation has one: discovery, keys, codes, signed tokens.

It checks what a real one checks (the client, its secret, the address to go back to, PKCE), and can be told to
answer wrongly.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET, KEY_ID = "kith-test", "a secret of the test", "key-1"
KEYS = [rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2)]


@dataclass
class Provider:
    """Says of everybody who is sent to it what `says` holds."""

    address: str = ""
    says: dict = field(default_factory=dict)
    signs_with: rsa.RSAPrivateKey = KEYS[0]
    algorithm: str = "RS256"
    header: dict = field(default_factory=lambda: {"kid": KEY_ID})
    refuses: str = ""
    asked: dict[str, dict] = field(default_factory=dict)

    def discovery(self) -> dict:
        places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        more = {name: f"{self.address}/{place}" for name, place in places.items()}
        return {"issuer": self.address, "userinfo_endpoint": f"{self.address}/userinfo"} | more

    def keys(self) -> dict:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEYS[0].public_key()))
        return {"keys": [public | {"kid": KEY_ID, "use": "sig", "alg": "RS256"}]}

    def authorize(self, asked: dict) -> str:
        """Where the visitor's browser goes next."""
        back = {"state": asked["state"]}
        if self.refuses:
            return f"{asked['redirect_uri']}?{urlencode(back | {'error': self.refuses})}"
        code = secrets.token_urlsafe(8)
        self.asked[code] = asked
        return f"{asked['redirect_uri']}?{urlencode(back | {'code': code})}"

    def token(self, sent: dict) -> dict | None:
        """One token for one code, to whoever knows the secret and began the visit."""
        asked = self.asked.pop(sent.get("code", ""), {})
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        is_right = (sent.get("client_id"), sent.get("client_secret")) == (CLIENT, SECRET)
        if not is_right or challenge != asked.get("code_challenge") or asked["redirect_uri"] != sent["redirect_uri"]:
            return None
        return {"access_token": "unused", "token_type": "Bearer", "id_token": self.signed(asked.get("nonce", ""))}

    def signed(self, nonce: str) -> str:
        now = int(time.time())
        usual = {"iss": self.address, "aud": CLIENT, "sub": "vish-1", "iat": now, "exp": now + 300, "nonce": nonce}
        claims = {name: value for name, value in (usual | self.says).items() if value is not None}
        key = None if self.algorithm == "none" else self.signs_with
        if self.algorithm.startswith("HS"):
            key = SECRET * 3
        return jwt.encode(claims, key, algorithm=self.algorithm, headers=self.header)


@contextmanager
def providing() -> Iterator[Provider]:
    """Serves it until the block ends."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            place = urlsplit(self.path)
            asked = {name: values[0] for name, values in parse_qs(place.query).items()}
            if place.path == "/authorize":
                self.send_response(302)
                self.send_header("Location", provider.authorize(asked))
                self.end_headers()
            elif place.path == "/keys":
                self.answers(provider.keys())
            elif place.path == "/userinfo":
                self.answers({"sub": "vish-1", "email": "vish@kith.example", "email_verified": True})
            else:
                self.answers(provider.discovery())

        def do_POST(self):
            words = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self.answers(provider.token({name: values[0] for name, values in parse_qs(words).items()}))

        def answers(self, words: dict | None):
            self.send_response(400 if words is None else 200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(words or {"error": "invalid_grant"}).encode())

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
