"""How people get in: an emailed code or a passkey, and a second factor for staff."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):
    """allauth, as Kith uses it: nobody makes their own account, and its letters leave by the one way out."""

    def is_open_for_signup(self, request):
        return False


def needs_a_second_factor(request: HttpRequest) -> bool:
    """Whether this is staff who have not set one up."""
    if not request.user.is_authenticated or not request.actor.is_staff:
        return False
    return not is_mfa_enabled(request.user)
