"""Polish sentences as people tell them, written before the rules were tried on them."""

import pytest

from bot.stories.redaction import find
from tests.stories.marked import parsed
from tests.stories.scoring import score

LETTERS = (
    "Po rozmowie z ⟪klientem Vectry⟫ kierowniczka ⟦name|Aldona⟧ kazała mi wyjść z ⟪boksu⟫.",
    "mam na imie ⟦name|rysiek⟧, mieszkam ⟪kolo Leszna⟫, mam ⟪66 lat⟫ i nerwy w strzępach",
    "Pana ⟦name|Hołubca⟧ z reklamacji nie życzę ⟪najgorszemu wrogowi⟫.",
    "Dzień dobry, z tej strony ⟦name|Jolanta Cybulko⟧, piszę z ⟪Ełku⟫ w sprawie ⟪licznika⟫.",
    (
        "Abonent: ⟦name|Florczak Wanda⟧, nr ewid. ⟦code|0071182⟧, adres ⟦address|Kolejowa 2/9⟧, "
        "⟦address|14-200⟧ ⟪Iława⟫."
    ),
    "Żona ⟦name|Lidka⟧ zapłaciła ⟪BLIKIEM⟫ za ⟪nic⟫.",
    "No i dzwoni ⟦name|Sebek⟧ z ⟪windykacji Kruka⟫, że wiszę ⟪88 groszy⟫.",
    "Proszę kontaktować się z moją córką ⟦name|Iwetą⟧, tel. ⟦phone|669 041 772⟧.",
    "Odebrała jakaś ⟦name|Ruslana⟧ i powiedziała, że ⟪konsultanci Plusa⟫ mają przerwę.",
    "Kłaniam się, ⟦name|Teofil Żmijewski⟧, ⟪Sanok⟫",
    "konsultantka ⟪Enei⟫ i konsultant ⟪Taurona⟫ zwalali winę na ⟪pogodę⟫",
    "Mój PESEL ⟦national_id|68091534729⟧, NIP firmy ⟦tax_id|9542583988⟧, ⟪REGON-u⟫ nie pamiętam.",
    "ID klienta ⟦code|C-0099281⟧, hasło telefoniczne „⟦code|niezapominajka⟧”.",
    (
        "Wyślijcie fakturę na ⟦email|ksiegowosc@stolarnia-debina.pl⟧, a nie na "
        "⟦email|info@stolarnia-debina.pl⟧."
    ),
    "dwa razy podawałem maila: ⟦email|zbych myślnik wędkarz małpa wp kropka pl⟧ i dwa razy źle",
    "przelew poszedł na ⟦iban|12 1050 1445 1000 0090 3141 5926⟧ zamiast na ⟪moje konto⟫",
    "Karta ⟦card|5375 4188 2210 3346⟧ zastrzeżona ⟪o 21:14⟫, a konsultant ⟪ziewał⟫.",
    "Wysłali kuriera na ⟦address|Obrońców Westerplatte 3⟧, tam od dawna jest ⟪Biedronka⟫.",
    "mieszkam na wsi, ⟦address|Zalesie Górne 31⟧, zasięg mam ⟪tylko na dachu⟫",
    (
        "dane do wysyłki: ⟦name|Roman Tyszka⟧, ⟦address|ul. 1 Maja 22/4⟧, ⟦address|42-200⟧ "
        "⟪Częstochowa⟫"
    ),
    (
        "mieszkanie po babci na ⟦address|kazimierza wielkiego 19 m. 7⟧, licznik na nią, ⟪babcia "
        "nie żyje⟫"
    ),
    "Paczkomat ⟪WAW123⟫ pełny, przekierowali na ⟪WAW77A⟫.",
    (
        "Numer ⟦phone|790-118-27-44⟧ ma o cyfrę za dużo, mówi mi pani. To źle zapisaliście: "
        "⟦phone|790-118-274⟧!"
    ),
    "wyświetlił mi się ⟦phone|0048221234567⟧, oddzwaniam, a tam ⟪nie ma takiego numeru⟫",
    "Dzwonić na ⟦phone|siedemset trzydzieści, sto jedenaście, dwieście dwa⟧ po ⟪dwudziestej⟫.",
    "Auto ⟦plate|ZS 442HK⟧, ⟪Kia Ceed⟫, stało pod ⟪Castoramą⟫ legalnie.",
    "rejestracja ⟦plate|KBR 9A21⟧, dowód wydany w ⟪Brzesku⟫",
    "urodziłem się ⟦birth_date|7 listopada 1944 roku⟧ w ⟪Stanisławowie⟫, dziś to ⟪Ukraina⟫",
    "Data ur. ⟦birth_date|01/06/1987⟧, stan cywilny: ⟪zmęczona⟫.",
    "Na Wykopie mam nick ⟦username|zly_abonent⟧, tam jest cała ⟪afera⟫.",
    "instagram: ⟦username|@hela.dzwoni⟧, wrzucam ⟪nagrania⟫",
    "Opis sprawy: ⟦link|https://forum.prawnik-online.pl/temat/88213⟧, ⟪12 stron⟫ komentarzy.",
    "Reklamacja ⟦code|REK-24-0081/K⟧, odpowiedź po ⟪31 dniach⟫, czyli ⟪po terminie⟫.",
    "W zgłoszeniu ⟦code|4 118 227⟧ jest błąd, pisze „⟪awaria u sąsiada⟫”.",
    "PPE mam ⟦code|480548102003715522⟧, sprzedawca nieznany, ⟪taryfa G11⟫.",
    "zam. ⟦code|9912/24/INT⟧, status „⟪kompletowanie⟫” od ⟪Dnia Kobiet⟫",
    "kod promocyjny ⟪LATO20⟫ nie działa, kod klienta ⟦code|771-204⟧ też nie",
    "⟪Ursus C-330⟫ ma prostszą obsługę niż wasza ⟪apka⟫.",
    "Dostałem ⟪bon 50 zł do Rossmanna⟫ i przeprosiny od ⟪Zespołu Jakości⟫.",
    "W ⟪Tesco⟫ robiłem ⟪6 lat⟫, na słuchawce wytrzymałem ⟪do pierwszej wypłaty⟫.",
    "⟪Mama⟫ mówi, że za ⟪Gierka⟫ telefon był na kartę, a teraz bez karty nie ma.",
    "Kolega ⟦name|Jacek⟧ i koleżanka ⟦name|Jacka⟧, ⟦name|Wiola⟧, odeszli tego samego dnia.",
    "Mecenas ⟦name|Oleksy-Wrona⟧ napisała odwołanie na ⟪trzy strony⟫.",
    "„Dzień dobry, ⟦name|Angelika Szot⟧, w czym mogę pomóc?” – tak mówiłam ⟪110 razy dziennie⟫.",
    "sąsiadka ⟦name|stasia⟧ dała sobie wcisnąć ⟪kołdrę za 3 tysiące⟫",
    "⟪Róże⟫ i ⟪tulipany⟫ dla pani ⟦name|Róży⟧ z ⟪infolinii Lux Medu⟫!",
    "Synowa, ⟦name|Ołena⟧, wszystko przetłumaczyła, ⟦name|Mykoła⟧ tylko kiwał głową.",
    "W lutym przyszła kontrola z ⟪PIP⟫, inspektor ⟦name|Jaremko⟧ pytał o ⟪nadgodziny⟫.",
    "Ja, niżej podpisana ⟦name|Eulalia Brzuch⟧, odwołuję zgodę z dnia ⟪14.02.2023⟫.",
    "⟪Wesołych Świąt⟫ życzy automat, a ja czekam na ⟪numer 14 w kolejce⟫.",
    "Kupiłam ⟪Dyson V11⟫, przyszedł ⟪Zelmer⟫.",
    "u ⟦name|Kowalczyków⟧ na dole też nie ma ⟪telewizji⟫",
    "Firma ⟪Dom-Bud⟫ z ⟪Nowego Sącza⟫ nie odbiera od ⟪15 maja⟫.",
    "przepisałem umowę na zięcia, ⟦name|Kamila Gromadę⟧, PESEL ⟦national_id|91020418336⟧",
    "⟪Telefon zaufania 116 111⟫ odebrał szybciej niż ⟪Play⟫.",
    "Zostałem z ⟪routerem za 399 zł⟫, ⟪bez neta⟫ i z ⟦name|Kubą⟧ z infolinii na linii.",
)
CHATS = (
    "czesc jestem ⟦name|madzia⟧ pracuje na infolinii ⟪plusa⟫ w ⟪lodzi⟫ od ⟪dwoch lat⟫",
    (
        "klientka ⟦name|janina wrobel⟧ podala mi swoj pesel ⟦national_id|49052112346⟧ i wszystkie "
        "karty"
    ),
    "ALARM!!! PANI ⟦name|BOŻENA⟧ Z ⟪TAURONA⟫ KAZAŁA PŁACIĆ ⟪350 ZŁ⟫",
    "MIESZKAM NA ⟦address|UL. SŁONECZNEJ 8/14⟧, ⟪CZĘSTOCHOWA⟫",
    "ADRES DO PACZKI: ⟦address|KOPERNIKA 22A⟧, ⟪LUBIN⟫",
    "moj adres to ⟦address|jana kilinskiego 14 m 3⟧ ⟪piotrkow⟫",
    "wyslali na ⟦address|slowackiego 5/3⟧ a mialo byc na ⟦address|slowackiego 3/5⟧",
    "ul. ⟦address|zwirki i wigury 8⟧ tez ma awarie",
    "kolezanka ⟦name|agnieszka⟧ mowila ze w ⟪netii⟫ taniej",
    "kolega ⟦name|lukasz⟧ z ⟪lublina⟫, ⟦name|pawel⟧ z ⟪chelma⟫ i ja",
    "dzwonila ⟦name|malgosia⟧ od ⟦name|zbyszka⟧ z pytaniem czy ⟪dziala⟫",
    "pan ⟦name|wisniewski⟧ obiecal do ⟪piatku⟫, pan ⟦name|lewandowski⟧ do ⟪srody⟫",
    "pani ⟦name|zielinska⟧ z ⟪dzialu reklamacji⟫ to zloto",
    "numer zgloszenia ⟦code|88120-B⟧ prosze sprawdzic",
    "moj nr klienta ⟦code|120 448 71⟧, umowa z ⟪2019⟫",
    "nr zamowienia ⟦code|pl-00812-x⟧ nie doszlo",
    "urodzony ⟦birth_date|12.12.1962⟧ w ⟪chorzowie⟫",
    "urodzilam sie ⟦birth_date|3 pazdziernika 1971⟧ i tyle",
    "tablica ⟦plate|sb 8812f⟧ bialy ⟪opel⟫",
    "rejestracja ⟦plate|krk 12ab⟧",
    "telefon ⟦phone|piecset jeden dwiescie trzy czterysta piec⟧ prosze",
    "dzwoncie ⟦phone|511 222 333⟧ po ⟪16 stej⟫",
    "nr konta ⟦iban|61 1090 1014 0000 0712 1981 2874⟧ bank ⟪santander⟫",
    "mail ⟦email|ola kropka nowak malpa gmail kropka com⟧",
    "login do aplikacji ⟦username|olanowak92⟧ haslo zapomnialam",
    "konsultant ⟪kazał czekac⟫, ⟪maj⟫ minal, ⟪lipiec⟫ tez",
    "w ⟪marcu⟫ mialem ⟪30 zl⟫ w ⟪kwietniu⟫ juz ⟪60 zl⟫",
    "to jest ⟪skandal⟫, ide do ⟪uokiku⟫ i do ⟪rzecznika⟫",
    "moja ⟪mala⟫ ma ⟪3 lata⟫ i tez krzyczy na ⟪automat⟫",
    "⟪lis⟫ w kurniku to przy was ⟪maly⟫ pikus",
    "Szanowni Państwo, działając w imieniu ⟦name|Pelagii Gwóźdź⟧, wnoszę o ⟪odstąpienie⟫.",
    "Pełnomocnik: adw. ⟦name|Ksawery Lipko⟧, ⟦address|ul. Piękna 11 lok. 7, 00-549⟧ ⟪Warszawa⟫.",
    "W załączeniu: ⟪kopia umowy⟫, ⟪2 faktury⟫, pełnomocnictwo dla ⟦name|Ksawerego Lipki⟧.",
    "Wnoszę o zwrot ⟪1 199,00 zł⟫ na konto ⟦iban|40 1020 5558 1111 1454 8610 0054⟧ w ⟪7 dni⟫.",
    "Do wiadomości: ⟪Miejski Rzecznik Konsumentów⟫ w ⟪Siedlcach⟫.",
    (
        "Niniejszym ja, ⟦name|Hieronim Barszcz⟧, legitymujący się dowodem ⟦national_id|CCA "
        "812733⟧, oświadczam"
    ),
    "Sprawę prowadzi p. ⟦name|Wanat⟧, pokój ⟪214⟫, ⟪II piętro⟫.",
    "Fakturę otrzymałem na ⟦name|Nowaka⟧, choć nazywam się ⟦name|Nowicki⟧.",
    "słuchaj no ⟦name|Jurek⟧, dzwoniłem do tych z ⟪gazu⟫, baba ⟪jak osa⟫",
    "I ona mówi: „Panie ⟦name|Stasiu⟧, ja tu tylko ⟪sprzątam⟫”.",
    "Teściu ⟦name|Jasiek⟧ chciał ⟪bita⟫, dostał ⟪mandat⟫.",
    "My, górale, mówimy: ⟪hej, co łaska⟫. ⟦name|Maryna⟧ odebrała.",
    "Kierownika zwali ⟪Kapitan⟫, bo kiedyś ⟪pływał⟫.",
    "Mój numer GG to ⟦username|8812007⟧, tak, dalej ⟪istnieje⟫.",
    "Dodzwoniłem się do ⟪Szwecji⟫ szybciej niż do ⟪Inei⟫.",
    "Zgubili ⟪iPada Pro⟫ za ⟪5 499 zł⟫, ubezpieczenie ⟪Hestii⟫ milczy.",
    "Mam ⟪kartę Visa Gold⟫, ⟪konto Direct⟫ i ⟪zero złotych⟫.",
    "Do ⟪Janowa Lubelskiego⟫ nie dociągnęli ⟪kabla⟫.",
    "⟪Osiedle Tysiąclecia⟫ bez wody, ⟪aleja Róż⟫ bez gazu.",
    "W ⟪Święto Niepodległości⟫ zadzwonili ⟪cztery razy⟫.",
    "Słuchawki ⟪Sony WH-1000XM4⟫ za ⟪1 zł⟫ to był haczyk.",
    "Wysłałem ⟪list polecony⟫, ⟪wpis do protokołu⟫, nic.",
    "⟪Pan Hilary⟫ z wiersza znalazł okulary, oni mojej umowy nie.",
    "Technik ⟦name|Olek Zając⟧ widział ⟪zająca⟫ na ⟪światłowodzie⟫.",
    "⟦name|Daniel⟧ z ⟪Kauflandu⟫, ⟦name|Marek⟧ z ⟪Media Marktu⟫, żadna ⟪marka⟫ nie pomogła.",
)


@pytest.mark.parametrize("marked", [*LETTERS, *CHATS], ids=str)
def test_a_sentence_is_masked_and_the_rest_stays(marked: str) -> None:
    result = score([parsed(marked)], find, "pl")
    assert (result.leaked, result.taken) == ((), ())
