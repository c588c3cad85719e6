"""The example for nginx is taken by nginx, and what comes through it is what Kith counts on."""

import re
import shutil
import ssl
import urllib.error
import urllib.request
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.architecture.source import ROOT
from tests.cli.running import spare_port
from tests.deploy.proxying import CLAIMS, Kith, behind, running

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin")
WHOLE = """daemon off; pid {folder}/pid; error_log {folder}/errors;
events {{}}
http {{ client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
        uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; {site} }}"""


def make_certificate(folder) -> None:
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "kith")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(datetime.now(UTC)).not_valid_after(datetime.now(UTC) + timedelta(1))
    pem = serialization.Encoding.PEM
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "privkey.pem").write_bytes(key.private_bytes(pem, *plain))
    (folder / "fullchain.pem").write_bytes(made.sign(key, hashes.SHA256()).public_bytes(pem))


@pytest.fixture
def through(tmp_path):
    """The port of an nginx with our example in it, with folders and ports of this test."""
    if NGINX is None:
        pytest.skip("nginx is not installed here, so its example was not tried")
    plain, secure = spare_port(), spare_port()
    make_certificate(tmp_path)
    site = (ROOT / "deploy" / "nginx.conf").read_text()
    site = re.sub(r"listen \[::\].*", "", site).replace("listen 80;", f"listen 127.0.0.1:{plain};")
    site = site.replace("listen 443", f"listen 127.0.0.1:{secure}").replace("/var/log/nginx", str(tmp_path))
    site = site.replace("/etc/letsencrypt/live/kith.example", str(tmp_path))
    site = site.replace("/etc/nginx/kith", str(ROOT / "deploy"))
    words = [NGINX, "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf"), "-e", str(tmp_path / "errors")]
    with behind() as port:
        site = site.replace("127.0.0.1:8000", f"127.0.0.1:{port}")
        (tmp_path / "nginx.conf").write_text(WHOLE.format(folder=tmp_path, site=site))
        with running(words, (tmp_path / "pid").exists):
            yield secure


def ask(port: int, path: str) -> tuple[int, str]:
    trusting = ssl._create_unverified_context()
    asked = urllib.request.Request(f"https://127.0.0.1:{port}{path}", headers=CLAIMS | {"Host": "kith.example"})
    try:
        with urllib.request.urlopen(asked, context=trusting, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read().decode()


def test_what_a_visitor_claims_is_thrown_away_and_nothing_of_an_address_is_kept(through, tmp_path):
    assert ask(through, "/v/Zweimark/?q=Zweimark")[0] == 200
    (came,) = Kith.came
    assert (came["host"], came["path"]) == ("kith.example", "/v/Zweimark/?q=Zweimark")
    assert (came["x-forwarded-for"], came["x-forwarded-proto"]) == ("127.0.0.1", "https")
    assert "forwarded" not in came and "x-forwarded-host" not in came
    assert ask(through, "/metrics")[0] == 404 and len(Kith.came) == 1
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and b"Zweimark" in path.read_bytes()]
    assert kept == []


def test_while_nothing_answers_behind_it_there_are_numbers_to_ring(through):
    assert ask(through, "/ends/") == (502, (ROOT / "deploy" / "away.html").read_text())
    assert ask(through, "/away.html")[0] == 404  # by its name it is nobody's
