"""A body is refused by its size, before it is read or written anywhere."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kith.config import middleware


class Unread:
    """A body that nobody may begin to read."""

    def read(self, *args):
        raise AssertionError("somebody read it")

    readline = read


@pytest.mark.parametrize("path", ["/account/login/", "/v/abc/", "/community/lists/", "/nowhere/"])
def test_nobody_fills_the_disk(db, path):
    sent = {"CONTENT_TYPE": "multipart/form-data; boundary=x", "CONTENT_LENGTH": str(50_000_000_000)}
    answer = Client(enforce_csrf_checks=True).post(path, **{**sent, "wsgi.input": Unread()})
    assert (answer.status_code, answer.content.decode()) == (413, middleware.TOO_MUCH)


def test_a_file_a_little_too_large_is_told_so_on_its_page(world):
    file = SimpleUploadedFile("list.csv", b"name" * 2_600_000)
    answer = world.client("vish").post("/community/lists/", {"file": file})
    assert answer.status_code == 422 and "larger than 10 MB" in answer.content.decode()
