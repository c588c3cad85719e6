"""The pages of a day are asked for with kept statements: each of their questions can be, on either database."""

from kith.access import kept


def test_what_is_marked_to_be_kept_is_kept(signed_in, full, monkeypatch):
    monkeypatch.setattr(kept, "not_kept", not_kept := set())
    theirs = f"/people/{full.individual.public_id}/"
    for user, pages in ((full.worker, ("/", f"{theirs}brief/", theirs)), (full.individual.user, ("/",))):
        assert [signed_in(user).get(page).status_code for page in pages] == [200] * len(pages)
    assert not_kept == set()
