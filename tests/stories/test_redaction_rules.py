"""What is masked, what stays, and how a masked story reads."""

import pytest

from bot.stories.redaction import Found, find, masked


def shown(text: str, language: str) -> str:
    return masked(text, find(text, language), language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Call me on 07700 900 142.", "Call me on [phone]."),
        ("it", "Il mio numero è 333 1234567.", "Il mio numero è [telefono]."),
        ("pl", "Mój numer to 601 234 567.", "Mój numer to [telefon]."),
        ("it", "tre tre tre, uno due tre, quattro cinque sei sette", "[telefono]"),
        ("pl", "sześćset jeden dwieście trzydzieści cztery pięćset", "[telefon]"),
        ("en", "it is oh seven seven double oh, nine double oh, one four two", "it is [phone]"),
        ("it", "scrivi a mario punto rossi chiocciola gmail punto com", "scrivi a [e-mail]"),
        ("en", "write to john dot smith at gmail dot com", "write to [e-mail]"),
        ("pl", "mail jan kropka nowak małpa wp kropka pl", "mail [e-mail]"),
        ("it", "signora Bianchi, mi dica", "signora [nome], mi dica"),
        ("pl", "rozmawiałem z Kasią", "rozmawiałem z [imię]"),
        ("pl", "oddali Kowalskiemu", "oddali [imię]"),
        ("en", "hi this is will speaking", "hi this is [name] speaking"),
        ("it", "nato il 3 maggio 1962", "nato il [data di nascita]"),
    ],
)
def test_personal_data_is_replaced_by_a_label(language: str, text: str, expected: str) -> None:
    assert shown(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Ho chiamato il 187 e il 119 dopo 45 minuti, 29,90 € al mese."),
        ("it", "Il 12 marzo 2025 alle 10:30 a Milano, art. 52 del Codice del consumo."),
        ("it", "Vodafone e TIM dicono che la rosa è chiara, grazie a Dio."),
        ("en", "Will you bill me £30 in May? Mark my words, section 75 of 1974."),
        ("en", "In Leeds on 3/4/2025 Sky made me wait 45 minutes, seven times."),
        ("pl", "W Krakowie 12 marca Orange naliczył 150 zł, art. 172 k.p."),
        ("pl", "Kwitła róża, w maju, a PGE dzwoniło trzy razy."),
    ],
)
def test_what_identifies_nobody_stays(language: str, text: str) -> None:
    assert shown(text, language) == text


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("it", "IT60X0542811101000000123456", "iban"),
        ("it", "RSSMRA80A01F205X", "tax_id"),
        ("pl", "44051401359", "national_id"),
        ("pl", "NIP 526-000-12-46", "tax_id"),
        ("en", "4111 1111 1111 1111", "card"),
        ("en", "NHS number 943 476 5919", "national_id"),
    ],
)
def test_only_a_checksum_makes_a_find_certain(language: str, text: str, kind: str) -> None:
    (found,) = find(text, language)
    assert (found.kind, found.certain) == (kind, True)
    changed = text[:-1] + ("1" if text[-1] != "1" else "2")
    assert not any(one.certain for one in find(changed, language))


@pytest.mark.parametrize(
    "hidden",
    [
        "333\u200b1234567",
        "333\u00a012\u00a034\u00a0567",
        "\u202e333\u202c 1234567",
        "\uff13\uff13\uff13 1234567",
        "3\u200d3\u20603\ufeff1234567",
        "333\u20111234567",
        "٣٣٣ ١٢٣٤٥٦٧",
    ],
)
def test_disguises_hide_no_number(hidden: str) -> None:
    text = f"chiama {hidden} subito"
    (found,) = find(text, "it")
    assert found.kind == "phone"
    assert all(char not in text[: found.start] + text[found.end :] for char in "1234567")


def test_spans_count_code_points_of_the_text_as_given() -> None:
    text = "e\u0301 \u200bMarco\u200b ½ jan@wp.pl"
    assert [text[one.start : one.end] for one in find(text, "it")] == ["Marco", "jan@wp.pl"]


def test_masking_takes_spans_in_any_order_and_joins_those_that_overlap() -> None:
    spans = [Found(6, 9, "code"), Found(0, 3, "name"), Found(2, 5, "phone")]
    assert masked("abcdefghij", spans, "en") == "[phone]f[code]j"
