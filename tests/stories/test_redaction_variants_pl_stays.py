"""Polish sentences full of what looks like personal data, and people beside the same words."""

import pytest

from bot.stories.redaction import find
from tests.stories.marked import parsed
from tests.stories.scoring import score

STAYS = (
    "Do świętej Katarzyny nie naprawili, do świętego Łukasza tym bardziej.",
    "Noc Świętojańska, a my na nocnej zmianie.",
    "Ferdek Kiepski miał rację, w tym kraju nie ma pracy dla ludzi z moim wykształceniem.",
    "Stefan Burczymucha, ja nikogo się nie boję, oprócz faktur.",
    "Flip i Flap z serwisu przyjechali bez drabiny.",
    "Pan z Assistance pytał, czy koło jest okrągłe.",
    "Marzena to była ksywka naszej drukarki.",
    "Drukarka Zuza zacięła się w połowie miesiąca.",
    "Skrypt „Magda” kończył się pytaniem zamkniętym.",
    "Kubek Najlepszy Konsultant Miesiąca mam do dzisiaj.",
    "Piłkarze Rakowa, kibice Widzewa, wszyscy narzekają na tę aplikację.",
    "Pan Hydraulik, Pan Złota Rączka i Pan Technik, żaden nie przyszedł.",
    "Kierownik Regionu Północ rzucił laptopem.",
    "Kierownik Zmiany Nocnej spał.",
    "Szef Szefów kazał klaskać.",
    "Operator Logistyczny to podobno kurier.",
    "Prezes Urzędu Komunikacji Elektronicznej nie zajmuje się moim kablem.",
    "Rozporządzenie (UE) 2022/612 o roamingu, wydrukowałem.",
    "Wyrok C-628/17 w sprawie Orange znam na pamięć.",
    "Kod *100# pokazuje stan konta, kod *101# nic nie pokazuje.",
    "Grzejnik 22/600/1200 wysłali w dwóch kawałkach.",
    "Marek Aureliusz uczył cierpliwości, ale nie dzwonił do ubezpieczyciela.",
    "Święty Franciszek by przeklął.",
    "Modliłam się do świętego Antoniego o zaginioną paczkę.",
    "Od świętego Marcina do Nowego Roku ani jednej odpowiedzi.",
    "Pozdrawiam, Wściekły Klient",
    "Podpisano: Zmęczona Mama Trójki",
    "Abonament Złoty 79, Srebrny 59, Brązowy 39, wszystkie z tombaku.",
    "Faktura z 15.02, termin 1.03, monit 2.03, tempo godne lepszej sprawy.",
    "Szanowny Panie Prezesie Zarządu, Wielce Szanowna Rado Nadzorcza!",
    "Drogi Pamiętniku, dzień trzeci bez internetu.",
    "Kochana Infolinio, piszę do Ciebie po raz ostatni.",
    "Droga Poczto, oddaj mi paczkę.",
    "Panie Władzo, to nie ja, to konsultant.",
    "Zwykły Kowalski nie ma szans z korporacją.",
    "Jak Kuba Bogu, tak Bóg Kubie, pomyślałem i wypowiedziałem umowę.",
    "Czego Jaś się nie nauczył, tego konsultant nie wie.",
    "Wolnoć Tomku w swoim domku, byle z ich routerem.",
    "Stał jak Filip z konopi, ten technik.",
    "Mądrość Salomona i cierpliwość Hioba trzeba mieć.",
    "Wyrwał się jak Zabłocki, a zarobił na mydle.",
    "Sosna spadła na linię w Borach Tucholskich.",
    "Bridget Jones też czekała na telefon.",
    "Kuba Rozpruwacz tak nie pociął nikomu rachunku jak oni mi pensję.",
    "Autor: Wkurzona z Piaseczna",
    "Panele JA Solar 405 W, obiecane 25 lat, działały 5 miesięcy.",
    "Most Poniatowskiego w korku, technik w korku, wizyta w chmurze.",
    "Kierowniczka Salonu zasłoniła mi ladę ręką.",
    "Lider Zmiany Popołudniowej liczył oddechy.",
    "Prezes Zarządu pisał „Drodzy Klienci”, potem podniósł ceny.",
    "Po Trzech Królach ruszyły cięcia.",
    "Od Wszystkich Świętych do świętej Łucji ani słowa.",
    "Na świętego Józefa zapłaciłem, na świętego Wojciecha zaksięgowali.",
    "Bareja wiecznie żywy, dialog jak z „Misia”.",
    "Jak mawiał Kargul do Pawlaka, podejdź no do płota.",
    "Trylogia Sienkiewicza to pestka przy OWU.",
    "Mona Lisa się uśmiecha, bo nie ma umowy na 24 miesiące.",
    "Nein, danke i do widzenia.",
    "Bez VAT-u 81,30, z VAT-em 100, z rabatem 112, matematyka.",
    "Kod rabatowy WIOSNA2024 wygasł wczoraj o północy.",
    "Decyzja UOKiK nr RKR-5/2023 i tak ich nie ruszyła.",
    "Reasumując: Brak Internetu, Brak Telewizji, Brak Słów.",
    "Z poważaniem Lokatorzy Trzeciego Piętra",
    "Wilk syty i owca cała, tak powiedział kierownik.",
    "Kruk krukowi oka nie wykole, czyli windykator windykatorowi.",
    "Kwiecień plecień, a rachunek wciąż rośnie.",
    "Zając w reklamie obiecywał internet bez limitu.",
    "Ustawa z dnia 12 lipca 2024 r. Prawo komunikacji elektronicznej mówi co innego.",
    "Kierunkowy 22 to Warszawa, a 32 to Katowice, więc kłamali.",
    "Linia 709 stała w korku, więc zdążyłam poczekać.",
    "W Zielonej Górze, w Jeleniej Górze i w Górze Kalwarii ten sam problem.",
    "Promocja „Jesień z Plusem” trwała do 30 listopada.",
    "Wersja 4.2.1 aplikacji nie widzi umowy, wersja 4.2.0 widziała.",
    "NIE ODDAM, NIE ZAPŁACĘ, NIE DAM SIĘ.",
    "Krok 1: restart. Krok 2: reset. Krok 3: rezygnacja.",
    "Starszy Konsultant powiedział, że nie może, Młodszy Specjalista powiedział, że nie wie.",
    "Etap I: uśmiech. Etap II: cisza. Etap III: windykacja.",
    "Perła wśród konsultantek, ale imienia nie zapamiętałem.",
    "Maj się zaczął, Maj się skończył, internetu brak.",
    "Panie Konsultancie, proszę mnie posłuchać do końca.",
)
PEOPLE = (
    "Inspektor Ochrony Danych, pani ⟦name|Marta Zaremba⟧, odpisała po miesiącu.",
    "Kierownik Regionu ⟦name|Tomasz Sikora⟧ dzwonił do mnie osobiście.",
    "Dyrektor Placówki, ⟦name|Andrzej Kowal⟧, podpisał odmowę.",
    "Konsultant tej aplikacji nazywał się ⟦name|Robert Duda⟧.",
    "⟦name|Jan Kaczyński⟧ z Radomia, tak mam na imię i nazwisko.",
    "Dzwoni do mnie ⟦name|Karol Krawczyk⟧ z windykacji, ten prawdziwy.",
    "Bank przysłał panią ⟦name|Teresę⟧, a ubezpieczyciel pana ⟦name|Jerzego Lema⟧.",
    "Pan ⟦name|Wilk⟧ z Działu Reklamacji obiecał oddzwonić.",
    "Automat pytał o nazwisko: ⟦name|Kaczmarek⟧.",
    "Sklep prosi o nazwisko ⟦name|Wilk⟧, potem o numer.",
)


@pytest.mark.parametrize("sentence", STAYS)
def test_a_sentence_about_nobody_stays(sentence: str) -> None:
    assert [sentence[one.start : one.end] for one in find(sentence, "pl")] == []


@pytest.mark.parametrize("marked", PEOPLE)
def test_a_person_beside_the_same_words_is_masked(marked: str) -> None:
    assert score([parsed(marked)], find, "pl").leaked == ()
