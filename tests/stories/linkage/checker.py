"""All checks over what a thief carried away."""

from tests.stories.linkage.evidence import Evidence
from tests.stories.linkage.findings import Finding
from tests.stories.linkage.identity import Identities
from tests.stories.linkage.orders import orders
from tests.stories.linkage.remains import left_of_drafts
from tests.stories.linkage.texts import loose_secrets, loose_texts
from tests.stories.linkage.ties import guessable_hashes, loose_receipts, tied_people
from tests.stories.linkage.times import fine_times
from tests.stories.linkage.truth import Truth


def leaks(evidence: Evidence, truth: Truth) -> list[Finding]:
    """Empty when nothing ties a story to a person."""
    identities = Identities(evidence, truth)
    return [
        *loose_texts(evidence, truth),
        *loose_secrets(evidence, truth),
        *left_of_drafts(evidence, truth),
        *tied_people(evidence, truth, identities),
        *loose_receipts(evidence, truth),
        *guessable_hashes(evidence, truth),
        *orders(evidence, truth, identities),
        *fine_times(evidence, identities),
    ]
