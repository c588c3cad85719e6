"""The letter itself is kept beside the copy of its words: drawn anew, sealed, and opened by whoever reads the copy."""

import io
import subprocess

import pypdfium2 as pdfium
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.budget import actions
from kith.budget.models import Scan
from kith.budget.pages_of import apart, drawing
from kith.budget.pages_of.apart import Drawn, drawn
from kith.budget.pages_of.drawing import one_pdf
from kith.budget.scans import MOST_SCANS, file_of, scans_of
from tests.local_knowledge.test_photographs import picture, taken_somewhere
from tests.page_words import words_of

from .conftest import LESS, terms
from .test_pages import place
from .test_put_right import IN_THE_LETTER, proposed

PAGES = Drawn(b"%PDF-1.4 pages", 2)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "letters"


def as_pdf(pages=1, **told) -> bytes:
    made, each = io.BytesIO(), Image.new("RGB", (300, 400), "orange")
    each.save(made, "PDF", save_all=True, append_images=[each] * (pages - 1), **told)
    return made.getvalue()


def as_individual(cast) -> Client:
    """With a browser of their own."""
    client = Client()
    client.force_login(cast.user)
    return client


def sent(client, cast, decided, *files):
    chosen = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(place("keep_scan", cast, decision=decided.public_id), {"letter": chosen})


@pytest.mark.shows("S24")
def test_its_pages_are_kept_as_one_pdf_and_both_can_open_it(workers, cast, decided, folder):
    answer = sent(workers, cast, decided, ("IMG_1.jpg", picture(exif=taken_somewhere())), ("2.pdf", as_pdf(2)))
    assert answer.status_code == 302
    (scan,) = scans_of(decided)
    assert b"%PDF" not in file_of(scan).read_bytes()  # sealed
    assert [each.name for each in folder.iterdir()] == [scan.public_id]
    own = as_individual(cast)
    page = words_of(own.get(place("decision_page", cast, decision=decided.public_id)))
    assert "Open the letter (3 pages, PDF)" in page and "Take it out" not in page
    opened = own.get(place("scan", cast, scan=scan.public_id))
    told = {name: opened[name] for name in ("Content-Type", "X-Content-Type-Options", "Cache-Control")}
    assert told == {"Content-Type": "application/pdf", "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
    assert opened["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    assert len(pdfium.PdfDocument(opened.content)) == 3
    assert TrailEntry.objects.filter(what="letter itself kept").count() == 1


def test_nothing_but_its_dots_is_kept():
    told = {"title": "From an office", "author": "Somebody"}
    pdf, pages = one_pdf([picture(exif=taken_somewhere()), as_pdf(**told)])
    assert pages == 2
    for words in (b"telephone", b"GPS", b"Somebody", b"From an office", b"IMG_"):
        assert words not in pdf
    assert pdfium.PdfDocument(pdf)[0].get_size()[0] < pdfium.PdfDocument(pdf)[0].get_size()[1]  # the right way up


def bomb() -> bytes:
    made = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(made, "PNG")
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty"),
        (b"<html><script>alert(1)</script>", "neither a photograph"),
        (b"MZ\x90\x00" + b"0" * 100, "neither a photograph"),
        (b"%PDF-1.7\nnothing of a PDF", "cannot be read"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 40, "cannot be read"),
        (bomb(), "more than 50 million dots"),
        (as_pdf(21), "20 pages here at most"),
    ],
)
def test_whatever_else_comes_ends_in_one_sentence(data, sentence, monkeypatch):
    monkeypatch.setattr(subprocess, "run", _drawn_here)
    with pytest.raises(Refused, match=sentence):
        drawn([data])


def _drawn_here(words, *, input, **more):
    """As the process of its own does it, without beginning one for each of these."""
    with pytest.raises(Refused) as why:
        drawing.one_pdf([input])
    raise why.value


def test_one_that_takes_too_long_is_stopped(monkeypatch):
    def never_done(*words, **more):
        raise subprocess.TimeoutExpired("drawing", apart.SECONDS)

    monkeypatch.setattr(subprocess, "run", never_done)
    with pytest.raises(Refused, match="took too long"):
        drawn([picture()])


def test_what_was_wrong_is_said_on_the_page(workers, cast, decided):
    answer = sent(workers, cast, decided, ("letter.docx", b"PK\x03\x04 words"))
    assert answer.status_code == 422
    assert "This is neither a photograph" in words_of(answer)
    assert not Scan.objects.exists()


def test_whoever_confirms_sees_it_and_it_stays_with_the_decision(cast, decided, as_manager, managers):
    waits = actions.propose(individual=cast.individual, terms=terms(**LESS), by=cast.as_worker)
    scan = actions.keep_scan(letter=waits, drawn=PAGES, by=cast.as_worker)
    page = words_of(managers.get(place("proposal_page", cast, proposal=waits.public_id)))
    assert place("scan", cast, scan=scan.public_id) in page
    assert scans_of(actions.confirm(proposal=waits, by=as_manager)) == [scan]


def test_a_copy_that_is_put_right_shows_the_same_letter(cast, wrong):
    scan = actions.keep_scan(letter=wrong, drawn=PAGES, by=cast.as_worker)
    assert scans_of(proposed(cast, wrong, **IN_THE_LETTER)) == [scan]


def test_another_paper_is_taken_out_for_good_and_that_it_was_here_stays(
    workers, cast, decided, folder, django_capture_on_commit_callbacks
):
    own = as_individual(cast)
    scan = actions.keep_scan(letter=decided, drawn=PAGES, by=cast.as_worker)
    take_out = place("take_scan_out", cast, scan=scan.public_id)
    assert own.post(take_out).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        workers.post(take_out)
    assert list(folder.iterdir()) == []
    assert workers.get(place("scan", cast, scan=scan.public_id)).status_code == 404
    assert workers.post(take_out).status_code == 302  # pressed twice
    page = words_of(own.get(place("decision_page", cast, decision=decided.public_id)))
    assert "Another paper was here. Anwen took it out on" in page


def test_few_may_keep_it_and_no_letter_has_more_than_a_handful(cast, decided):
    for by in (cast.as_individual, cast.as_stranger):
        with pytest.raises(NotPermitted):
            actions.keep_scan(letter=decided, drawn=PAGES, by=by)
    for _ in range(MOST_SCANS):
        actions.keep_scan(letter=decided, drawn=PAGES, by=cast.as_worker)
    with pytest.raises(Refused, match="Enough is kept"):
        actions.keep_scan(letter=decided, drawn=PAGES, by=cast.as_worker)
    waits = actions.propose(individual=cast.individual, terms=terms(**LESS), by=cast.as_worker)
    actions.take_back(proposal=waits, by=cast.as_worker)
    waits.refresh_from_db()
    with pytest.raises(Refused, match="taken back"):
        actions.keep_scan(letter=waits, drawn=PAGES, by=cast.as_worker)
