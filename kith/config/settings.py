"""Every setting, from the environment. Production is the default; only `kith demo` marks its own folder as demo."""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.contrib.messages import constants as levels

from kith.access.field_keys import new_field_key

from . import databases, in_time, log, secrets, sqlite

sqlite.use_current_sqlite()
env = environ.Env()

ROOT = Path(__file__).resolve().parents[1]
DATA_DIR = Path(env.str("KITH_DATA_DIR", default="var")).resolve()
KITH_DEMO = (DATA_DIR / "KITH_DEMO").is_file()
PUBLIC_URL = env.str("KITH_PUBLIC_URL", default="http://127.0.0.1:8000")
INTRODUCTION_URL = env.str("KITH_INTRODUCTION_URL", default=PUBLIC_URL)
INTRODUCTION_SENDER = env.str("KITH_INTRODUCTION_SENDER", default="hello@goodcompany.example")
KITH_NATION = env.str("KITH_NATION", default="ENG")  # ENG, WLS, SCT, NIR: bank holidays, numbers for help
LEAVE_TO = env.str("KITH_LEAVE_TO", default="https://www.gov.uk/bank-holidays")  # where “Leave this page” leads
HELP_FILE = env.str("KITH_HELP_FILE", default="")
SECURITY_CONTACT = env.str("KITH_SECURITY_CONTACT", default="security@kith.example")
CALDICOTT_LEAD = env.str("KITH_CALDICOTT_LEAD", default="")  # their name, as people are to read it
METRICS_TOKEN = env.str("KITH_METRICS_TOKEN", default="")  # whoever sends it may read /metrics from elsewhere
MAIL_URL = env.str("KITH_MAIL_URL", default="")
MAILBOX_URL = env.str("KITH_MAILBOX_URL", default="")
NOTIFY_CALLBACK_WORD = env.str("KITH_NOTIFY_CALLBACK_WORD", default="")
MAIL_DOOR = env.str("KITH_MAIL_DOOR", default="")  # host:port where letters come in; none without it
# Our own mail server, as it names itself where it vouches for a sender.
MAIL_VOUCHER = env.str("KITH_MAIL_VOUCHER", default="mail.goodcompany.example" if KITH_DEMO else "")
MAIL_SENDER = env.str("KITH_MAIL_SENDER", default=INTRODUCTION_SENDER)
REPLY_ADDRESS = env.str("KITH_REPLY_ADDRESS", default="")  # answers come to it, and letters that cannot arrive
MEANING = env.bool("MEANING", default=True)  # finding by meaning too, where its library is installed
TEXT_PROVIDER = env.str("KITH_TEXT_PROVIDER", default="")  # "notify", or the dotted path of a class
LETTER_PROVIDER = env.str("KITH_LETTER_PROVIDER", default="")  # the same; without one the team prints and posts
NOTIFY_KEY = env.str("KITH_NOTIFY_KEY", default="")
NOTIFY_URL = env.str("KITH_NOTIFY_URL", default="https://api.notifications.service.gov.uk")
NOTIFY_TEXT_TEMPLATE = env.str("KITH_NOTIFY_TEXT_TEMPLATE", default="")

# Copies of everything, see docs/keeping.md: an age key file, and where the clock puts one every night.
BACKUP_KEY = env.str("KITH_BACKUP_KEY", default="")
BACKUP_DIR = env.str("KITH_BACKUP_DIR", default="")
# What no copy may bring back to an older state: how far the trail has come, and what was erased.
OUTSIDE_DIR = Path(env.str("KITH_OUTSIDE_DIR", default=str(DATA_DIR / "outside"))).resolve()
# What is done to a Kith that was brought back before anybody may open it, in this order.
AFTER_RESTORE = [
    "kith.upkeep.actions.restored.end_ways_in",
    "kith.upkeep.actions.restored.hold_letters",
    "kith.upkeep.actions.restored.begin_heads_afresh",
    "kith.rights.actions.remove_again",
    "kith.upkeep.actions.restored.tell_the_trail",
]

SECRET_KEY = env.str("KITH_SECRET_KEY", default="") or secrets.kept(DATA_DIR, "secret-key", secrets.new_secret_key)
KITH_FIELD_KEYS = env.str("KITH_FIELD_KEYS", default="") or secrets.kept(DATA_DIR, "field-keys", new_field_key)
DEBUG = False
IS_HTTPS = urlsplit(PUBLIC_URL).scheme == "https"
HOSTS = (urlsplit(PUBLIC_URL).hostname, urlsplit(INTRODUCTION_URL).hostname, "127.0.0.1", "localhost")
ALLOWED_HOSTS = list(dict.fromkeys(host for host in HOSTS if host))

INSTALLED_APPS = [
    "kith.access",
    "kith.outbox",
    "kith.design",
    "kith.directory",
    "kith.people",
    "kith.about_me",
    "kith.budget",
    "kith.local_knowledge",
    "kith.questionnaires",
    "kith.goals",
    "kith.network_map",
    "kith.measures",
    "kith.ideas",
    "kith.introductions",
    "kith.conversations",
    "kith.paperwork",
    "kith.messaging",
    "kith.interop",
    "kith.upkeep",
    "kith.rights",
    "kith.safety",
    "kith.reports",
    "kith.moving_on",
    "kith.diary",
    "kith.home",
    "kith.demo",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "template_partials",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]

MIDDLEWARE = [
    "kith.config.told.told_in_the_log",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "kith.config.middleware.takes_only_so_much",
    "kith.config.middleware.links_have_a_host_of_their_own",
    "kith.config.middleware.works_without_a_database",
    "kith.config.middleware.open_to_everybody_alike",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "kith.people.middleware.ends_when_quiet",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "kith.people.middleware.acting",
    "kith.people.middleware.kept_to_themselves",
    "kith.people.looks.goes_along",
    "kith.people.middleware.stays_with_the_two",
    "kith.people.middleware.staff_use_a_second_factor",
    "kith.people.middleware.gives_words_back",
]

ROOT_URLCONF = "kith.config.urls"
WSGI_APPLICATION = "kith.config.wsgi.application"
CSRF_FAILURE_VIEW = "kith.people.views.typed.form_went_stale"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "kith.people.shell.shell",
                "kith.people.looks.look",
                "kith.upkeep.header.header",
            ],
            "builtins": ["kith.design.templatetags.design", "template_partials.templatetags.partials"],
        },
    }
]
FORM_RENDERER = "kith.design.forms.Renderer"

DATABASES = databases.chosen(env, DATA_DIR)
DATABASE_POOLER = databases.pooler(env)  # pages go through it; everything else goes straight
DATABASE_LIMITS = in_time.LIMITS  # of a page
DATABASE_ROUTERS = ["kith.access.replica.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "kith_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # limits on guessing are counted here, and must not be crowded out
    }
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # done by the clock, see kith/upkeep

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["kith.people.sign_in.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "kith.people.sign_in.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 900
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_FORMS = {
    "login": "kith.people.forms.AskForCodeForm",
    "confirm_login_code": "kith.people.forms.CodeForm",
}
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "20/m/ip,3/m/key,10/h/key,40/d/key",
    "confirm_login_code": "5/15m/key",  # ours: tries of one code, however many browsers try it
    "unlock": "5/15m/key",  # ours: tries of one worker's number, however many screens try it
    "sign_in_card": "10/15m/ip,300/15m/key",  # ours: tries of printed codes, from one place and from all
}
# Behind a proxy everybody would seem to come from one place.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("KITH_PROXIES", default=1 if IS_HTTPS else 0)
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True  # how long is told by kith.people.staying
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_HTTPS
MFA_TOTP_ISSUER = "Kith"
MFA_TOTP_TOLERANCE = 1
MFA_ALLOW_UNVERIFIED_EMAIL = True  # a code from the letter has shown whose address it is
MFA_ADAPTER = "kith.people.sign_in.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "kith.people.forms.SecondFactorForm",
    "reauthenticate": "kith.people.forms.SecondFactorAgainForm",
    "activate_totp": "kith.people.forms.AddAppForm",
    "add_webauthn": "kith.people.forms.AddPasskeyForm",
    "edit_webauthn": "kith.people.forms.RenamePasskeyForm",
}
SECOND_FACTOR_FOR_STAFF = not KITH_DEMO
WORRY_HOURS = env.int("KITH_WORRY_HOURS", default=4)  # unread for so long, a worry about safety goes to the next lead
URGENT_LOOK_PRINTS = env.bool("KITH_URGENT_LOOK_PRINTS", default=False)  # what is looked at in an emergency

# Staff may come in by their organisation's own sign-in. Without these there is no button for it, and no address.
OIDC_URL = env.str("KITH_OIDC_URL", default="")
OIDC_ID = env.str("KITH_OIDC_ID", default="")
OIDC_SECRET = env.str("KITH_OIDC_SECRET", default="")
OIDC_NAME = env.str("KITH_OIDC_NAME", default="your organisation")
OIDC_SECOND_FACTOR = env.bool("KITH_OIDC_SECOND_FACTOR", default=False)  # whether it asks for one itself
SOCIALACCOUNT_ADAPTER = "kith.people.organisation.OrganisationAdapter"

SESSION_COOKIE_AGE = 20 * 60 * 60
SESSION_COOKIE_NAME = "__Host-kith" if IS_HTTPS else "kith"
CSRF_COOKIE_NAME = "__Host-kith-form" if IS_HTTPS else "kith-form"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [f"https://{urlsplit(PUBLIC_URL).netloc}"] if IS_HTTPS else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SECURE_SSL_REDIRECT = False  # the proxy in front does it; `kith check` says so
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = False
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# A file of school terms, shaped like the demo's invented ones.
TERM_DATES = env.str("KITH_TERM_DATES", default=str(ROOT / "directory" / "terms.toml") if KITH_DEMO else "")

LANGUAGE_CODE = "en-gb"
TIME_ZONE = env.str("KITH_TIME_ZONE", default="Europe/London")
USE_I18N = True
USE_TZ = True

DATA_UPLOAD_MAX_MEMORY_SIZE = 12_000_000  # so that a box that is too full can say so, with the words kept
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
MESSAGE_TAGS = {
    levels.SUCCESS: "good",
    levels.INFO: "note",
    levels.WARNING: "look",
    levels.ERROR: "look",
}  # as `notice` has it
LOGGING = log.how(quiet=KITH_DEMO)
