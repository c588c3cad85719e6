"""A leaflet is photographed, kept, aged out, printed and put away; and only the picture itself is kept."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from kith.access import clock
from kith.access.refusal import Refused
from kith.directory import actions, queries
from kith.directory.models import Activity
from kith.directory.reading import pictures


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Pictures are kept where the test can look."""
    settings.DATA_DIR = tmp_path
    return tmp_path / "leaflets"


def picture(size=(400, 300), *, format="JPEG", exif=None) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, "orange").save(made, format, **({"exif": exif} if exif else {}))
    return made.getvalue()


def taken_somewhere() -> Image.Exif:
    """What a camera writes: which one, on its side, and where."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Somebody's telephone", 6
    exif.get_ifd(0x8825)[1] = "N"
    return exif


@pytest.fixture
def chess(world) -> Activity:
    return Activity.objects.filter(status="live").first()


def send(client, activity, body: bytes, **more):
    file = SimpleUploadedFile("IMG_0001.jpg", body)
    return client.post(reverse("local_knowledge:photograph", args=[activity.public_id]), {"picture": file, **more})


@pytest.mark.shows("S30")
def test_a_photograph_lies_on_the_table_for_everybody_and_prints(world, chess):
    answer = send(world.client("vish"), chess, picture(exif=taken_somewhere()))
    assert answer.status_code == 302
    greg, where = world.client("greg"), reverse("local_knowledge:photo", args=[chess.public_id])
    address = reverse("ideas:leaflet", args=[world.individual("greg").public_id, chess.public_id])
    assert where in greg.get(address).content.decode()
    shown = greg.get(where)
    assert (shown["Content-Type"], shown["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    kept = Image.open(io.BytesIO(b"".join(shown.streaming_content)))
    assert kept.size == (300, 400)  # the right way up
    assert not kept.getexif() and b"telephone" not in kept.tobytes()


@pytest.mark.shows("S30")
def test_it_ages_out_on_its_day_or_after_a_year(world, chess):
    vish, today = world.actor("vish"), clock.today()
    actions.photograph(activity=chess, picture=picture(), until=today + timedelta(days=9), by=vish)
    assert queries.leaflet_of(chess, today + timedelta(days=9))
    assert queries.leaflet_of(chess, today + timedelta(days=10)) is None
    actions.photograph(activity=chess, picture=picture(), by=vish)
    assert queries.leaflet_of(chess, today + timedelta(days=365))
    assert queries.leaflet_of(chess, today + timedelta(days=366)) is None


def test_a_new_one_takes_the_place_of_the_old_and_can_be_put_away(world, chess, django_capture_on_commit_callbacks):
    client = world.client("vish")
    send(client, chess, picture())
    send(client, chess, picture((200, 200)))
    leaflet = queries.leaflet_of(chess, clock.today())
    assert (leaflet.width, chess.leaflets.count()) == (200, 2)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("local_knowledge:put_photo_away", args=[chess.public_id]))
    assert queries.leaflet_of(chess, clock.today()) is None
    assert not queries.file_of(leaflet).exists()
    assert client.get(reverse("local_knowledge:photo", args=[chess.public_id])).status_code == 404


@pytest.mark.parametrize("body", [b"no picture", b"<svg onload='x'/>", b"GIF89a" + b"\x00" * 40, picture()[:200]])
def test_what_is_no_photograph_says_so_and_nothing_is_kept(world, chess, folder, body):
    answer = send(world.client("vish"), chess, body)
    assert answer.status_code == 422 and "This picture cannot be read." in answer.content.decode()
    assert not chess.leaflets.exists() and not list(folder.glob("*"))


def test_a_picture_of_too_many_dots_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(pictures, "MOST_PIXELS", 10_000)
    monkeypatch.setattr(pictures, "_made_small", lambda picture: pytest.fail("it was unpacked"))
    with pytest.raises(Refused, match="million dots"):
        pictures.leaflet_from(picture((200, 200), format="PNG"))


def test_large_pictures_are_made_small():
    _, (width, height) = pictures.leaflet_from(picture((3000, 1500)))
    assert (width, height) == (1600, 800)


def test_a_day_that_has_gone_and_nothing_chosen_are_told_beside_the_field(world, chess):
    client = world.client("vish")
    gone = send(client, chess, picture(), until="2020-01-01").content.decode()
    assert "This day has gone." in gone
    address = reverse("local_knowledge:photograph", args=[chess.public_id])
    assert "Please choose a photograph." in client.post(address, {}).content.decode()


@pytest.mark.parametrize("who", ["greg", "tom", "alex"])
def test_only_those_who_keep_the_directory_photograph(world, chess, who):
    assert send(world.client(who), chess, picture()).status_code == 404
