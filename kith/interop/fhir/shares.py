"""What somebody may see or be told: one Consent for each yes, also where it was taken back or has ended."""

from kith.interop.queries.whole import Agreed, Whole

from .people import the_individual
from .values import TERMS, Resource, coded, from_to, in_words, moment

SCOPE = coded(f"{TERMS}consentscope", "patient-privacy", "Privacy Consent")
CATEGORY = coded(f"{TERMS}v3-ActCode", "INFA", "information access")
RECIPIENT = coded(f"{TERMS}v3-ParticipationType", "IRCP", "information recipient")


def consents(whole: Whole) -> list[Resource]:
    """The newest first."""
    return [_consent(whole, each) for each in whole.agreed]


def _consent(whole: Whole, agreed: Agreed) -> Resource:
    share = agreed.share
    since, until = moment(share.starts_at), moment(share.revoked_at or share.ends_at)
    return {
        "resourceType": "Consent",
        "id": share.public_id,
        "status": "active" if agreed.holds else "inactive",
        "scope": SCOPE,
        "category": [CATEGORY],
        "patient": the_individual(whole),
        "dateTime": since,
        "performer": [the_individual(whole)],
        "policyRule": {"text": agreed.in_words},
        "provision": {
            "type": "permit",
            "period": from_to(since, until),
            "actor": [{"role": RECIPIENT, "reference": {"display": in_words(agreed.recipient)}}],
        },
    }
