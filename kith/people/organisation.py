"""Staff come in by their organisation's own sign-in (OpenID Connect).

The library walks to the provider and back, with state and PKCE. What comes back is read here, strictly: the
token's signature, issuer, audience, time and nonce. It makes no account and is kept nowhere: it opens the
account whose stored address is the verified one in the token, and only for staff.
"""

from collections.abc import Callable

import jwt
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.crypto import constant_time_compare, get_random_string
from requests import RequestException

from kith.access import clock
from kith.design.pages import show

from .actors import actor_for
from .models import User
from .queries import account_of

ALGORITHMS = ["RS256", "PS256", "ES256"]
CLOCKS_MAY_DIFFER = 30  # seconds
NAME = "organisation"
UNREACHABLE = (RequestException, OAuth2Error, KeyError, ValueError)  # or it answers with what is no answer
ComeIn = Callable[[HttpRequest, dict, str], HttpResponse]
NOT_FINISHED = "Your organisation’s sign-in did not finish. You can try again, or have a code sent to you."
NOT_STAFF = "That address has no account for people who work here. Your team’s manager can make one."


def is_in_use() -> bool:
    """Whether an organisation's sign-in is set up."""
    return bool(settings.OIDC_URL and settings.OIDC_ID and settings.OIDC_SECRET)


def trouble(request: HttpRequest, reason: str = NOT_FINISHED) -> HttpResponse:
    """Why it did not work, in a sentence, and the way back."""
    return show(request, "people/organisation-trouble.html", {"reason": reason}, status=403)


class OrganisationAdapter(DefaultSocialAccountAdapter):
    """The one provider, from the environment. Nobody signs up by it."""

    def list_apps(self, request, provider=None, client_id=None):
        if not is_in_use():
            return []
        more = {"server_url": settings.OIDC_URL.rstrip("/"), "oauth_pkce_enabled": True, "fetch_userinfo": False}
        ours = {"provider_id": NAME, "name": settings.OIDC_NAME, "client_id": settings.OIDC_ID}
        return [SocialApp(provider="openid_connect", secret=settings.OIDC_SECRET, settings=more, **ours)]

    def is_open_for_signup(self, request, sociallogin):
        return False

    def on_authentication_error(self, request, provider, error=None, exception=None, extra_context=None):
        raise ImmediateHttpResponse(trouble(request))


class Reader(OpenIDConnectOAuth2Adapter):
    """Reads what the provider says about somebody."""

    def __init__(self, request: HttpRequest, come_in: ComeIn | None = None):
        super().__init__(request, NAME)
        self.come_in, self.put_aside = come_in, {}

    def get_callback_url(self, request, app):
        return f"{settings.PUBLIC_URL.rstrip('/')}{reverse('organisation_back')}"

    def complete_login(self, request, app, token, **kwargs):
        """Leaves the library here: nothing of the provider's is kept."""
        claims = self._believed(app, kwargs["response"])
        raise ImmediateHttpResponse(self.come_in(request, claims, self.put_aside.get("next", "")))

    def _believed(self, app, answer: dict) -> dict:
        """The claims of the ID token, if all of it is as it should be."""
        nonce = self.put_aside.get("nonce", "")
        try:
            claims = self._claims(app, answer.get("id_token") or "")
        except (jwt.PyJWTError, KeyError, ValueError, TypeError) as problem:
            raise OAuth2Error("This ID token is not to be believed.") from problem
        if not nonce or not constant_time_compare(str(claims.get("nonce", "")), nonce):
            raise OAuth2Error("This ID token was made for another visit.")
        return claims

    def _claims(self, app, written: str) -> dict:
        header = jwt.get_unverified_header(written)
        with OrganisationAdapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        keys = jwt.PyJWKSet.from_dict(answer.json())
        claims = jwt.decode(
            written,
            keys[header["kid"]],
            algorithms=ALGORITHMS,
            audience=app.client_id,
            issuer=self.openid_config["issuer"],
            leeway=CLOCKS_MAY_DIFFER,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )
        if claims.get("azp", app.client_id) != app.client_id:
            raise ValueError("made for somebody else")
        return claims


class _WayBack(OAuth2CallbackView):
    """The library's, which tells the reader what was put aside on the way out."""

    def _get_state(self, request, provider):
        state, answer = super()._get_state(request, provider)
        self.adapter.put_aside = state or {}
        return state, answer


def way_back_from(request: HttpRequest, come_in: ComeIn) -> HttpResponse:
    """The provider has answered: `come_in` gets the claims that are to be believed; all else is trouble."""
    try:
        return _WayBack.adapter_view(Reader(request, come_in))(request)
    except UNREACHABLE:
        return trouble(request)


def address_to_go_to(request: HttpRequest, onwards: str) -> str:
    """Where the provider asks who it is; what has to come back with the answer is put aside in the session."""
    provider = OrganisationAdapter(request).get_provider(request, NAME)
    provider.oauth2_adapter_class = lambda request, _: Reader(request)
    nonce = get_random_string(32)
    way = provider.redirect(request, "login", onwards, auth_params={"nonce": nonce}, nonce=nonce)
    return way["Location"]


def account_in(claims: dict) -> User | None:
    """The member of staff with the verified address of the token. A look-alike address is another address."""
    email = claims.get("email")
    if claims.get("email_verified") is not True or not isinstance(email, str) or not email.isascii():
        return None
    user = account_of(email)
    return user if user and actor_for(user, clock.now()).is_staff else None
