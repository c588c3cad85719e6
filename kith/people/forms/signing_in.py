"""What people type to get in. Each form is allauth's, in our words."""

from allauth.account.forms import ConfirmLoginCodeForm, LoginForm
from allauth.core import context, ratelimit
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.core.exceptions import ValidationError

from kith.design.fields import Choice
from kith.people import codes, staying
from kith.people.sign_in import note_that_it_is_them

FIGURES = {"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false"}


class InOurWords:
    """Labels, hints and the sentence for nothing typed: {field: (label, hint, missing, attributes)}."""

    words: dict[str, tuple[str, str, str, dict]] = {}
    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, (label, hint, missing, attributes) in self.words.items():
            field = self.fields[name]
            field.label, field.help_text = label, hint
            field.error_messages = field.error_messages | {"required": missing}
            field.widget.attrs.pop("placeholder", None)
            field.widget.attrs |= attributes


def which_device() -> Choice:
    """Asked once at every sign-in. No answer is taken for a shared device."""
    return Choice(
        label="Which device is this?",
        choices=[(staying.OWN, "My own"), (staying.SHARED, "One that others use too")],
        hints={staying.SHARED: "You are signed out after 20 minutes without a press."},
        required=False,
    )


class AskForCodeForm(InOurWords, LoginForm):
    """Where the code should go."""

    words = {
        "login": (
            "Your email address",
            "",
            "Please write your email address.",
            {"autocomplete": "email", "spellcheck": "false"},
        )
    }

    device = which_device()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        words = "This does not look like a whole email address. Try it like name@place.example."
        self.fields["login"].error_messages["invalid"] = words

    def login(self, request, redirect_url=None):
        staying.keep_choice(request)
        return super().login(request, redirect_url)


class CodeForm(InOurWords, ConfirmLoginCodeForm):
    """The code from the letter."""

    words = {
        "code": (
            "Your code",
            "Six figures, from the letter.",
            "Please type the code from the letter.",
            FIGURES,
        )
    }

    def clean_code(self):
        """Right, newest, unused, and not tried too often, whichever browser tries."""
        email = context.request._login_stage.state.get("email", "")
        if not ratelimit.consume(context.request, action="confirm_login_code", key=codes.try_key(email)):
            raise ValidationError("This code was tried too often. Please ask for a new one.")
        code = super().clean_code()
        if not codes.is_newest(email, self.expected_code):
            raise ValidationError("This is not the newest code. Please ask for a new one.")
        return code


FROM_THE_APP = (
    "Code from your app, or a spare code",
    "",
    "Please type a code.",
    FIGURES,
)


class SecondFactorForm(InOurWords, AuthenticateForm):
    """The second step of signing in."""

    words = {"code": FROM_THE_APP}


class SecondFactorAgainForm(InOurWords, ReauthenticateForm):
    """The same, before something about the account is changed."""

    words = {"code": FROM_THE_APP}


class AddAppForm(InOurWords, ActivateTOTPForm):
    """The first code that the app shows."""

    words = {
        "code": (
            "Code from the app",
            "The six figures it shows now.",
            "Please type the code it shows.",
            FIGURES,
        )
    }

    def clean_code(self):
        code = super().clean_code()
        note_that_it_is_them(context.request, self.user)
        return code


class AddPasskeyForm(InOurWords, AddWebAuthnForm):
    """A passkey gets a name, and lets its owner in without a code unless they would rather not."""

    words = {
        "name": ("A name for it", "So that you can tell them apart, like “work laptop”.", "", {}),
        "passwordless": ("Let me in with it alone", "Your device asks for your finger, face or PIN.", "", {}),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            note_that_it_is_them(context.request, self.user)
        return cleaned


class RenamePasskeyForm(InOurWords, EditWebAuthnForm):
    """Another name for a passkey."""

    words = {"name": ("A name for it", "", "Please give it a name.", {})}
