"""Polish sentences of a last trial, after which only their classes were mended."""

import pytest

from bot.stories.redaction import find
from tests.stories.marked import parsed
from tests.stories.scoring import score

HEARD = (
    "Halo, ⟦name|Krzysztof Ibisz⟧ ze mnie nie jest, ale ⟦name|Krzysztof Bury⟧ już tak.",
    "Umówiłem się z panem ⟦name|Wojciechem⟧ na ⟪wtorek⟫, przyjechał ⟦name|Grzegorz⟧ w ⟪czwartek⟫.",
    "Infolinię prowadzi niejaki ⟦name|Tyberiusz Okła⟧, tak się przedstawił.",
    "mój wujek ⟦name|Heniek⟧ ma ten sam problem w ⟪Zgierzu⟫",
    "⟦name|Zośka⟧ się rozłączyła, ⟦name|Mietek⟧ odebrał, cyrk na kółkach.",
    (
        "Spotkałem ją potem w ⟪Kauflandzie⟫: ⟦name|Karolina Wilk-Zając⟧, ta sama, co mi ⟪obiecała "
        "zwrot⟫."
    ),
    "Rodzina ⟦name|Pietraszków⟧ z drugiego piętra płaci ⟪o 20 zł mniej⟫.",
    "Do ⟦name|Szymańskich⟧ przyszła faktura na ⟦name|Szymanek⟧.",
    "Listonosz, pan ⟦name|Gienek⟧, zna mnie ⟪40 lat⟫.",
    "Jestem ⟦name|Ola⟧, mam ⟪19 lat⟫, pierwsza praca i od razu ⟪mobbing⟫.",
    "wezwali mnie na ⟦address|Podchorążych 38⟧ do ⟪komisariatu⟫",
    "kawalerka przy ⟦address|Żytniej 16/206⟧ bez ⟪światłowodu⟫",
    "mój dom to ⟦address|Osiedlowa 1⟧, pierwszy od ⟪lasu⟫",
    "budowa na działce ⟦address|ul. Rumiankowa 14A⟧, prąd od ⟪maja⟫",
    "mieszkanie numer ⟦address|31⟧ w bloku ⟦address|Wyzwolenia 4⟧",
    "Lokal przy ⟦address|Rynku Kościuszki 12⟧ w ⟪Białymstoku⟫ zamknięty.",
    "pod ⟦address|Armii Krajowej 5/7⟧ mieszka ktoś inny, ja pod ⟦address|Armii Krajowej 7/5⟧",
    "z ulicy ⟦address|Bocznej 3⟧ na ⟦address|Główną 30⟧, ⟪przeprowadzka marzeń⟫",
    "adres na umowie: ⟦address|Chałupki 8, 38-480⟧ ⟪Rymanów⟫",
    "Dostawa: ⟦name|M. Biernat⟧, ⟦address|Szkolna 17/2, 64-920⟧ ⟪Piła⟫, tel. ⟦phone|725 118 004⟧",
    "mój kod klienta z faktury to ⟦code|00441-22⟧, podałam ⟪pięć razy⟫",
    "wpisz w temacie ⟦code|SPR/881/24⟧, inaczej zginie w ⟪systemie⟫",
    "Dostałam SMS: „Twoja sprawa ⟦code|7719204⟧ została ⟪zamknięta⟫”.",
    "na wyświetlaczu ⟦phone|32 700 11 22⟧, potem ⟦phone|32 700 11 23⟧ i tak do ⟪dwudziestej⟫",
    "oddzwoń: ⟦phone|+48-22-100-20-30⟧ (⟪centrala⟫)",
    "moje numery to ⟦phone|503111222⟧ i ⟦phone|503111223⟧, oba w ⟪Play⟫",
    "jest pod ⟦phone|sześć sześć zero, sto dwadzieścia, trzysta trzy⟧ wieczorami",
    "mój nr GSM ⟦phone|691 - 220 - 118⟧",
    "pisała z ⟦email|no-reply@energia-plus.example⟧, odpisać ⟪się nie da⟫",
    "mail męża: ⟦email|tadek[małpa]gawron[kropka]eu⟧",
    "mail służbowy ⟦email|m.zielony@call-center24.com.pl⟧ już ⟪nie działa⟫",
    "na rachunek o numerze ⟦iban|26 1050 1445 1000 0090 8181 2700⟧ przelano ⟪3 grosze⟫",
    "moja stara karta ⟦card|4539 1488 0343 6467⟧, nowej ⟪nie podam⟫",
    "NIP: ⟦tax_id|1132191233⟧, spółka ⟪jednoosobowa⟫",
    "dowód nr ⟦national_id|CBX 401277⟧ stracił ważność w ⟪2023⟫",
    "ur. ⟦birth_date|8 VII 1939⟧, przed samą ⟪wojną⟫",
    "Mama, rocznik ⟦birth_date|1951⟧, nie rozumie ⟪menu głosowego⟫",
    "bus ⟦plate|RZE 4J12⟧ zaparkowany na ⟪chodniku⟫",
    "pani z autem ⟦plate|WD 8812L⟧ ta sama, co ⟪sprzedawała garnki⟫",
    "na forum piszę jako ⟦username|stary_ramol⟧, na Vinted ⟦username|krysia.szyje⟧",
    "filmik wisi na ⟦link|vimeo.com/88120441⟧, ma ⟪12 wyświetleń⟫",
    "⟪Żona⟫ powiedziała ⟪dość⟫, ⟪Szef⟫ powiedział ⟪jeszcze⟫.",
    "Kupiłem ⟪Roombę i7⟫, ⟪Garmina Fenix 6⟫ i ⟪święty spokój⟫.",
    "⟪Karta Dużej Rodziny⟫ nic nie dała, ⟪Kodeks pracy⟫ też.",
    "Chciałem ⟪Pakiet Bezpieczny Senior⟫, dostałem ⟪Ekonomiczny S⟫.",
    "⟪Ostatni dzwonek⟫, ⟪pierwszy maja⟫, ⟪trzeci termin⟫.",
    "o ⟪6.45⟫ rano, w ⟪Dzień Matki⟫, ⟪112 decybeli⟫",
    "⟪Stacja Orlen⟫ i ⟪hot dog⟫ za ⟪8,99⟫ pocieszyły mnie bardziej.",
    "⟪Szkoła Podstawowa nr 12⟫ ma jeden telefon na ⟪600 uczniów⟫.",
    "⟪SP 7⟫, ⟪LO nr 3⟫ i ⟪Przedszkole nr 22⟫ bez internetu",
    "pokazali mi ⟪art. 385¹ k.c.⟫ i ⟪wyrok TSUE⟫",
    "⟪Reklamacja⟫ rozpatrzona ⟪odmownie⟫. ⟪Decyzja⟫ ostateczna. ⟪Klient⟫ nasz pan.",
    "Zostało mi ⟪1 500 zł⟫ długu i ⟪jedna lekcja⟫: nagrywać.",
)


@pytest.mark.parametrize("marked", [*HEARD], ids=str)
def test_a_sentence_is_masked_and_the_rest_stays(marked: str) -> None:
    result = score([parsed(marked)], find, "pl")
    assert (result.leaked, result.taken) == ((), ())
