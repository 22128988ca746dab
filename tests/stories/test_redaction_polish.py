"""Cases of Polish names."""

import pytest

from bot.stories.redaction.polish import forms, surname_forms


@pytest.mark.parametrize(
    ("name", "cases"),
    [
        ("kasia", "kasi kasię kasią kasiu"),
        ("anna", "anny annie annę anną anno"),
        ("agnieszka", "agnieszki agnieszce agnieszkę agnieszką agnieszko"),
        ("marek", "marka markowi markiem marku"),
        ("maciek", "maćka maćkowi maćkiem maćku"),
        ("piotr", "piotra piotrowi piotrem piotrze"),
        ("paweł", "pawła pawłowi pawłem pawle"),
        ("jerzy", "jerzego jerzemu jerzym"),
        ("antoni", "antoniego antoniemu antonim"),
        ("krzysio", "krzysia krzysiowi krzysiem krzysiu"),
        ("kubuś", "kubusia kubusiowi kubusiem kubusiu"),
    ],
)
def test_given_names_have_their_cases(name: str, cases: str) -> None:
    assert set(cases.split()) <= set(forms(name))


@pytest.mark.parametrize(
    ("name", "cases"),
    [
        ("kowalski", "kowalskiego kowalskiemu kowalskim kowalska kowalskiej kowalską kowalscy"),
        ("nowak", "nowaka nowakowi nowakiem nowaków nowakom nowakami"),
        ("sienkiewicz", "sienkiewicza sienkiewiczowi sienkiewiczem sienkiewiczów"),
        ("konieczny", "koniecznego koniecznemu koniecznym konieczna koniecznej konieczną"),
        ("sikora", "sikory sikorze sikorę sikorą"),
    ],
)
def test_surnames_have_theirs(name: str, cases: str) -> None:
    assert set(cases.split()) <= set(surname_forms(name))
