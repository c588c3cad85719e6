"""What is read of all kinds in one question is what each of them tells by itself."""

from kith.rights import queries
from kith.rights.queries.review import read_at_once


def test_every_kind_reads_the_same_at_once_as_it_does_row_by_row(world):
    greg = world.individual("greg")
    for kind, at_once in read_at_once(greg).items():
        assert queries.digest_of(at_once) == queries.digest_of(queries.parts_of(greg, kind)), kind
