"""Addresses for getting in and out. Only what is used is open; the library asks for the other names."""

from allauth.account import views as account
from django.urls import include, path
from django.views.generic import RedirectView

from . import views
from .doors import public_page
from .views import organisation

to_sign_in = public_page(RedirectView.as_view(pattern_name="account_login", query_string=True))
closed = public_page(views.closed)

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("login/code/", to_sign_in, name="account_request_login_code"),
    path("login/code/confirm/", account.confirm_login_code, name="account_confirm_login_code"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("signup/", closed, name="account_signup"),
    path("reauthenticate/", closed, name="account_reauthenticate"),
    path("email/", closed, name="account_email"),
    path("organisation/", organisation.to_organisation, name="organisation_login"),
    path("organisation/back/", organisation.back, name="organisation_back"),
    path("2fa/", include("allauth.mfa.urls")),
]
