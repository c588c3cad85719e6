"""A row comes whole; of what it points at comes what was named."""

from kith.access.alongside import alongside
from kith.people.models import Relation

NAMED = {"individual": ("called",), "individual__team": ("name",), "user": ("name",)}


def test_what_was_named_is_at_hand_and_the_rest_is_one_look_away(world, django_assert_num_queries):
    whole = Relation.objects.filter(individual__isnull=False).first()
    with django_assert_num_queries(1):
        found = alongside(Relation.objects.filter(pk=whole.pk), **NAMED).get()
        assert [each.value_from_object(found) for each in Relation._meta.concrete_fields] == [
            each.value_from_object(whole) for each in Relation._meta.concrete_fields
        ]
        told = (found.individual.called, found.individual.team.name, found.user.name)
    assert told == (whole.individual.called, whole.individual.team.name, whole.user.name)
    with django_assert_num_queries(1):
        assert found.user.email == whole.user.email
