"""What stands in a published story in place of personal data, in the story's language."""

import re
from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "phone": "phone",
        "email": "e-mail",
        "iban": "bank account",
        "card": "payment card",
        "tax_id": "tax number",
        "national_id": "identity number",
        "plate": "number plate",
        "address": "address",
        "birth_date": "date of birth",
        "code": "code",
        "username": "username",
        "link": "link",
        "name": "name",
    },
    "it": {
        "phone": "telefono",
        "email": "e-mail",
        "iban": "conto bancario",
        "card": "carta di pagamento",
        "tax_id": "codice fiscale",
        "national_id": "documento",
        "plate": "targa",
        "address": "indirizzo",
        "birth_date": "data di nascita",
        "code": "codice",
        "username": "nome utente",
        "link": "link",
        "name": "nome",
    },
    "pl": {
        "phone": "telefon",
        "email": "e-mail",
        "iban": "konto bankowe",
        "card": "karta płatnicza",
        "tax_id": "numer podatkowy",
        "national_id": "dokument",
        "plate": "rejestracja",
        "address": "adres",
        "birth_date": "data urodzenia",
        "code": "kod",
        "username": "nazwa użytkownika",
        "link": "link",
        "name": "imię",
    },
}
LABEL = re.compile(
    r"\[(?:" + "|".join(sorted({one for of in LABELS.values() for one in of.values()})) + r")\]"
)


def label(kind: str, language: str) -> str:
    return f"[{LABELS[language][kind]}]"
