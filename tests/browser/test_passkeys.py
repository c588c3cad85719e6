"""A passkey is set up and lets somebody in, under the same strict rules for scripts as everything else."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE
from tests.browser.visitor import Visitor

A_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_a_device(browser, served) -> Visitor:
    """Somebody whose computer knows them. Passkeys belong to a name, so the address has one."""
    visitor = Visitor(browser.new_context(), served.address.replace("127.0.0.1", "localhost"))
    visitor.context.set_default_timeout(PATIENCE)
    device = visitor.context.new_cdp_session(visitor.page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": A_DEVICE})
    return visitor


@pytest.mark.shows("Q-79")
def test_a_passkey_is_set_up_and_lets_them_in(browser, served):
    greg = with_a_device(browser, served)
    greg.sign_in_as("Greg")
    greg.goes_to("/account/2fa/webauthn/add/")
    greg.presses("Set it up")
    expect(greg.page.get_by_role("heading", name="Your spare codes")).to_be_visible(timeout=PATIENCE)
    greg.goes_to("/account/logout/")
    greg.presses("Sign out", within=greg.page.get_by_role("main"))
    expect(greg.page.get_by_text("You have signed out.")).to_be_visible(timeout=PATIENCE)
    greg.goes_to("/account/login/?next=/account/2fa/")
    greg.opens("Other ways to sign in")
    greg.presses("Sign in with a passkey")
    expect(greg.page.get_by_role("link", name="Look at your passkeys")).to_be_visible(timeout=PATIENCE)
    assert greg.wrong == []
    greg.context.close()


def test_a_passkey_that_is_not_there_is_told_in_words(browser, served):
    visitor = Visitor(browser.new_context(), served.address)  # an address without a name has no passkeys
    visitor.goes_to("/account/login/")
    visitor.opens("Other ways to sign in")
    visitor.presses("Sign in with a passkey")
    expect(visitor.page.get_by_text("The passkey was not used")).to_be_visible(timeout=PATIENCE)
    assert visitor.wrong == []
    visitor.context.close()
