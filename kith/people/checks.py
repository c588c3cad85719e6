"""What `kith check` says about the place Kith works in."""

from django.conf import settings
from django.core import checks

from .working_days import NATIONS


@checks.register(checks.Tags.compatibility)
def bank_holidays_are_known(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """Says so when it is not known whose bank holidays hold."""
    if settings.KITH_NATION in NATIONS:
        return []
    words = f"KITH_NATION is one of {', '.join(NATIONS)}: it says whose bank holidays are kept."
    return [checks.Error(words, id="people.E001")]
