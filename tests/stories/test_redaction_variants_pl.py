"""Ways to write personal data in Polish, each beside words that must stay."""

import pytest

from bot.stories.redaction import find
from tests.stories.marked import parsed
from tests.stories.scoring import score

ADDRESSES = (
    "mieszkam na ⟦address|ul. Krzywej 4 m. 12⟧ od ⟪lat⟫",
    "adres: ⟦address|Nowa Wieś 14⟧, gmina mała",
    "mieszkam we wsi ⟦address|Stare Żukowo 7a⟧ pod lasem",
    "na ⟦address|osiedlu Słonecznym 3/18⟧ nie ma zasięgu",
    "⟦address|os. Zielone 5 lok. 2⟧, czwarte piętro",
    "⟦address|al. Jana Pawła II 22/4⟧ proszę pana",
    "⟦address|aleja Solidarności 61⟧ proszę pana",
    "⟦address|pl. Wolności 8⟧, ⟪Łódź⟫",
    "⟦address|plac Trzech Krzyży 10 m 3⟧ w centrum",
    "na ⟦address|rondzie Dmowskiego 2⟧ mam biuro",
    "⟦address|skwer Kościuszki 1⟧ tuż obok",
    "⟦address|bulwar Nadmorski 15⟧ nad morzem",
    "przy ⟦address|Mickiewicza 31/5⟧ kurier nie był",
    "na ⟦address|Piłsudskiego 7⟧ jest awaria",
    "kod ⟦address|62-800⟧ i nic",
    "⟦address|ulica Polna 3B mieszkanie 9⟧ mówię",
    "⟦address|ul. 3 Maja 14⟧, parter",
    "⟦address|ul. Gen. Maczka 2⟧ nie istnieje",
    "przy ⟦address|ulicy Świętego Marcina dwadzieścia⟧ stoi blok",
    "⟦address|Zaułek Wileński 4⟧ jest ślepy",
    "do ⟦address|ul. długiej 17/3, 00-238⟧ Warszawa",
    "zamieszkały ⟦address|Kolonia Borek 21⟧ tak",
)
PHONES = (
    "mój numer ⟦phone|sześćset dwa, trzysta, sto dwadzieścia trzy⟧ ok",
    "tel ⟦phone|601-23-45-67⟧ po ⟪18:00⟫",
    "dzwoniłem z ⟦phone|601 234 567⟧ ⟪trzy razy⟫ pod rząd",
    "dzwonili z ⟦phone|+380 67 123 4567⟧ i tyle",
    "na ⟦phone|(22) 123 45 67⟧ zajęte",
    "numer ⟦phone|sześć zero jeden, dwa razy 3, 4567 8⟧ proszę",
    "numer ⟦phone|601 potem 234 potem 567⟧ proszę",
    "⟦phone|22 123 45 67 wew. 12⟧ proszę",
    "⟦phone|pięć zero trzy jeden dwa trzy cztery pięć sześć⟧ cyfra po cyfrze",
    "⟦phone|6️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣⟧ napisał",
    "pod ⟪112⟫ i ⟪19115⟫ też zajęte",
)
MAILS = (
    "pisz ⟦email|jan podkreślnik nowak małpa onet kropka pl⟧",
    "pisz ⟦email|sklep myślnik dom małpa gmail kropka com⟧",
    "pisz ⟦email|k kropka lis małpa interia kropka pl⟧ i już",
    "mail ⟦email|biuro(at)firma.example⟧ i już",
    "mail ⟦email|biuro [małpa] firma [kropka] pl⟧ i już",
)
CODES = (
    "nr klienta ⟦code|8 120 447⟧ i tyle",
    "umowa ⟦code|UM/2024/118⟧ podpisana ⟪w maju⟫",
    "zgłoszenie ⟦code|ZG-00812⟧ zamknięte",
    "sprawa nr ⟦code|II K 118/24⟧ trwa",
    "zamówienie ⟦code|A-77120⟧ zaginęło",
    "numer abonenta ⟦code|0091 2284⟧ błędny",
    "licznik ⟦code|G4 00128831⟧ pokazuje ⟪zero⟫",
    "polisa ⟦code|PL-881-20⟧ wygasła",
    "reklamacja ⟦code|R/8812/25⟧ odrzucona",
    "karta kończy się na ⟦code|4471⟧ i działa",
    "PPE ⟦code|590322400512345678⟧ z faktury",
    "kod z SMS-a to ⟦code|pięć jeden dwa zero⟧ chyba",
    "paczka ⟦code|00259007738812⟧ utknęła",
    "ticket ⟦code|#99121⟧ otwarty ⟪od tygodnia⟫",
    "rezerwacja ⟦code|QX7T4P⟧ przepadła",
)
OTHERS = (
    "auto o rejestracji ⟦plate|wi 1234c⟧ stało",
    "tablice ⟦plate|GD 8K221⟧ zdjęte",
    "urodzona ⟦birth_date|piątego maja 1961⟧ w ⟪Radomiu⟫",
    "urodziłem się ⟦birth_date|1.02.1977⟧ i tyle",
    "ur. ⟦birth_date|12 XI 1950 r.⟧ w górach",
    "urodziny ma ⟦birth_date|9 czerwca⟧ jak co roku",
    "mój nick to ⟦username|zmeczona_ola⟧ tam",
    "mam nick ⟦username|burzowychmur⟧ na forum",
    "login ⟦username|kot99⟧ nie działa",
    "profil ⟦username|@ala.z.gor⟧ na Instagramie",
    "zobacz ⟦link|skarga-na-infolinie.example/wzor⟧ i śmiej się",
    "pesel ⟦national_id|44051401359⟧ i po sprawie",
    "nip ⟦tax_id|526 000 12 46⟧ na fakturze",
)
NAMES = (
    "nazywam się ⟦name|wszebor⟧ i mam dość",
    "mam na imię ⟦name|Dobrochna⟧ jak babcia",
    "powiedziała ⟦name|Swietłana⟧ i się rozłączyła",
    "rozmawiałam z ⟦name|Oleksandrem⟧ długo",
    "pani ⟦name|Brzezicka⟧ z ⟪działu reklamacji⟫",
    "pan ⟦name|wójcicki⟧ obiecał zwrot",
    "mój mąż ⟦name|Bożydar⟧ płakał",
    "moja sąsiadka, ⟦name|Genowefa⟧, też",
    "pozdrawiam, ⟦name|Mścisław⟧",
    "z poważaniem\n⟦name|A. Kurzawa⟧",
    "dzięki ⟦name|Zuzia⟧, jesteś super",
    "zapytałem o ⟦name|Grześka⟧ i cisza",
    "odebrał ⟦name|Nazar⟧ i milczał",
    "kierowniczka ⟦name|Bogumiła⟧ oddzwoniła",
    "z ⟦name|Kingą⟧ i ⟦name|Maciejem⟧ rozmawiałam ⟪wczoraj⟫",
    "poprosiłem ⟦name|Walerię⟧ o pomoc",
    "od ⟦name|Stasia⟧ dostałem list",
    "córka ⟦name|Lenka⟧ się bała",
    "konsultant ⟦name|Yevhen⟧ był miły",
    "⟦name|Jagna⟧ powiedziała, że nie",
)
KEPT = (
    "⟪Orange⟫ powiedział, że ⟪Play⟫ jest gorszy",
    "w ⟪Krakowie⟫ i w ⟪Warszawie⟫ od ⟪poniedziałku⟫",
    "po ⟪45 minutach⟫ i ⟪150 zł⟫ mniej",
    "na ⟪3 miesiące⟫ za ⟪29,99 zł⟫",
    "⟪art. 172 k.p.⟫ i ⟪ustawa⟫ z ⟪2014 roku⟫",
    "⟪róża⟫ kwitła ⟪w maju⟫, ⟪malina⟫ też",
    "do ⟪10 dni⟫ roboczych, na ⟪2 osoby⟫",
    "⟪Dział Obsługi Klienta⟫ milczy od ⟪Wielkanocy⟫",
    "⟪Pan konsultant⟫ i ⟪pani kierownik⟫ nie wiedzą",
    "z ⟪Allegro⟫ do ⟪InPostu⟫ przez ⟪Pocztę Polską⟫",
    "⟪Rzecznik Finansowy⟫ odpisał w ⟪30 dni⟫",
    "⟪Gazeta Wyborcza⟫ pisze, a my płacimy",
    "⟪o 14:30⟫ w ⟪piątek⟫ po ⟪7 telefonach⟫",
    "na ⟪Boga⟫, ⟪Jezus Maria⟫, ile można",
    "z ⟪Polski⟫ do ⟪Niemiec⟫ i z ⟪Włoch⟫",
    "⟪500 MB⟫ i ⟪24 miesiące⟫ umowy",
    "na ⟪Facebooku⟫ i w ⟪Biedronce⟫ to samo",
    "przy ⟪8 piętrach⟫ winda nie działa",
    "pod ⟪koniec 2023⟫ roku, do ⟪godziny 17⟫",
)


@pytest.mark.parametrize(
    "marked", [*ADDRESSES, *PHONES, *MAILS, *CODES, *OTHERS, *NAMES, *KEPT], ids=str
)
def test_a_variant_is_masked_and_the_rest_stays(marked: str) -> None:
    result = score([parsed(marked)], find, "pl")
    assert (result.leaked, result.taken) == ((), ())
