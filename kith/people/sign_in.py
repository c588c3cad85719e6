"""How people get in: an emailed code or a passkey, and a second factor for staff.

This is the one place that knows the library underneath, beside its forms and templates.
"""

import time
from datetime import timedelta
from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kith.access.actor import Actor
from kith.access.encryption import decrypt, encrypt
from kith.access.kept import kept
from kith.access.one import the_one
from kith.design.pages import way_back

from . import staying, typed
from .actions import note_sign_in, send_code
from .models import User

SHOWN_ELSEWHERE = "second_factor_shown_elsewhere"
FRESH = 5 * 60  # seconds for which a second factor counts as just shown
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
WITH_CODES = ("account/email/login_code", "account/email/unknown_account")
TOO_OFTEN = "That was tried many times. Please wait a few minutes and ask for a new code."


class Adapter(DefaultAccountAdapter):
    """allauth, as Kith uses it: nobody makes their own account, and its letters leave by the one way out."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": "This is not the newest code. Please type the six figures of the last letter.",
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
    }

    def is_open_for_signup(self, request):
        return False

    def send_mail(self, template_prefix, email, context):
        """Posts the code. An address without an account takes the same way, up to the last step."""
        if template_prefix not in WITH_CODES:
            raise ValueError(f"Kith has no letter for {template_prefix}.")
        send_code(email=email, code=context.get("code") or self.generate_login_code(), by=Actor.nobody())

    def is_safe_url(self, url):
        """Only a path of this site: nobody is led elsewhere."""
        return url.startswith("/") and super().is_safe_url(url)

    def login(self, request, user):
        device = staying.chosen(request, otherwise=staying.OWN if settings.KITH_DEMO else staying.SHARED)
        super().login(request, user)
        staying.begin(request, user, device)
        typed.note_whose_forms(request, user.public_id)
        typed.drop_what_others_typed(request, user.public_id)
        note_sign_in(user=user)

    def get_login_stages(self):
        ours = {"allauth.mfa.stages.AuthenticateStage": "kith.people.sign_in.SecondStep"}
        return [ours.get(stage, stage) for stage in super().get_login_stages()]

    def get_reauthentication_methods(self, user):
        words = {
            "mfa_reauthenticate": "Use the app or a spare code",
            "mfa_reauthenticate:webauthn": "Use a passkey",
        }
        methods = super().get_reauthentication_methods(user)
        return [method | {"description": words.get(method["id"], "")} for method in methods]


@kept
def _with_own_record(key: int) -> QuerySet[User]:
    return User.objects.select_related("individual__team").filter(pk=key)


class Backend(AuthenticationBackend):
    """Finds whoever is signed in together with their own record, which nearly every page asks for."""

    def get_user(self, user_id):
        user = the_one(_with_own_record(int(user_id)))
        return user if user and self.user_can_authenticate(user) else None


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factors: their secrets are encrypted like private notes."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This code does not fit now. Please type the newest one that the app shows.",
    }

    def encrypt(self, text):
        return encrypt(text)

    def decrypt(self, encrypted_text):
        return decrypt(encrypted_text)

    def generate_authenticator_name(self, user, type):  # noqa: A002 - the library's name
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return "My passkey" if count == 0 else f"My passkey {count + 1}"

    def get_public_key_credential_rp_entity(self):
        return super().get_public_key_credential_rp_entity() | {"name": "Kith"}


def note_that_it_is_them(request: HttpRequest, user: User) -> None:
    """Whoever has just used a new second factor need not use it again to see their spare codes."""
    record_authentication(request, user, method="mfa", reauthenticated=True)


def sign_in(request: HttpRequest, user: User) -> None:
    """Signs somebody in without a code. For the demo only: whoever calls it has made sure."""
    Adapter(request).login(request, user)


class SecondStep(AuthenticateStage):
    """Asks for the second factor, unless the organisation's own sign-in has asked for one already."""

    def _should_handle(self, request):
        return not has_shown_a_second_factor(request, self.login.user) and super()._should_handle(request)


def go_on_signing_in(request: HttpRequest, user: User, *, method: str, onwards: str = "") -> HttpResponse:
    """What follows once somebody has shown who they are: their second step where they have one, and then in."""
    device = staying.chosen(request)
    if request.user.is_authenticated:
        logout(request)
    request.session[staying.DEVICE] = device
    if method == "organisation" and settings.OIDC_SECOND_FACTOR:
        request.session[SHOWN_ELSEWHERE] = user.public_id
    record_authentication(request, user, method=method)
    return perform_login(request, Login(user=user, redirect_url=onwards or way_back(request) or None))


def has_shown_a_second_factor(request: HttpRequest, user: User) -> bool:
    """Whether this very person came in by a sign-in that asks for one, in this session."""
    return user is not None and request.session.get(SHOWN_ELSEWHERE) == user.public_id


def needs_a_second_factor(request: HttpRequest) -> bool:
    """Whether this is staff who have not set one up. Spare codes alone are not one."""
    if not request.user.is_authenticated or not request.actor.is_staff:
        return False
    if has_shown_a_second_factor(request, request.user):
        return False
    return not is_mfa_enabled(request.user, FACTORS)


def signed_in_lately(request: HttpRequest, within: timedelta) -> bool:
    """Whether somebody showed who they are a short while ago, by whatever they sign in with."""
    moments = [each["at"] for each in get_authentication_records(request, request.user) if "at" in each]
    return bool(moments) and time.time() - max(moments) < within.total_seconds()


def just_showed_a_second_factor(request: HttpRequest) -> bool:
    """Whether whoever sits here has shown in these minutes that it is them; the demo asks for none."""
    if not settings.SECOND_FACTOR_FOR_STAFF:
        return True
    counts = {"mfa"} | ({"organisation"} if has_shown_a_second_factor(request, request.user) else set())
    latest = [each["at"] for each in get_authentication_records(request, request.user) if each.get("method") in counts]
    return bool(latest) and time.time() - max(latest) < FRESH


def to_show_it_again(request: HttpRequest, onwards: str) -> HttpResponse:
    """To where the second factor is asked for, and on from there; an organisation's own sign-in asks anew."""
    if is_mfa_enabled(request.user, FACTORS):
        return redirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': onwards})}")
    logout(request)
    return redirect_to_login(onwards)
