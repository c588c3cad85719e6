"""Every address has a door, and says what it asks of the visitor."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

# Sign-in and second factors have doors of their own. A new one of theirs is read before it is let in here.
THEIR_OWN_DOORS = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_reauthenticate",
    "account_email",
    "account_email_verification_sent",
    "account_change_password",
    "account_set_password",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_confirm_login_code",
    "account_confirm_email",
    "account_request_login_code",
    "mfa_index",
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_edit_webauthn",
    "mfa_login_webauthn",
}


def addresses(patterns) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns)
        else:
            yield pattern


def is_theirs(pattern: URLPattern) -> bool:
    return pattern.callback.__module__.startswith("allauth.") and pattern.name in THEIR_OWN_DOORS


@pytest.mark.shows("Q-03")
def test_every_address_has_a_door():
    everything = list(addresses(get_resolver().url_patterns))
    without = [
        f"{pattern.pattern} ({pattern.name})"
        for pattern in everything
        if not is_theirs(pattern) and not hasattr(pattern.callback, "door")
    ]
    assert everything
    assert without == []
