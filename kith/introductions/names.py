"""Who must not be named to anybody else: whoever is introduced, and whoever goes along."""

from kith.local_knowledge.of_the_place import parts_of

from .models import Introduction


def names_around(introduction: Introduction) -> list[str]:
    """Of the individual, a friend, the worker and whoever else goes along: every name whole and in its parts."""
    individual, companion = introduction.individual, introduction.companion
    workers = [each.user.name for each in (introduction.partnership, introduction.along_with) if each]
    return parts_of(individual.called, individual.full_name, companion, *workers)
