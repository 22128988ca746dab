"""Polish names of firms, places, films and things that are nobody."""

import pytest

from bot.stories.redaction import find
from tests.stories.marked import parsed
from tests.stories.scoring import score

KEPT = (
    "Byłem ⟪w Wiśle⟫ na nartach, potem ⟪w Ustce⟫, a telefon z ⟪Getinu⟫ i tak mnie znalazł.",
    "Czekam jak na ⟪Godota⟫, w tle ⟪Mozart⟫ i ⟪Chopin⟫ na zmianę.",
    "Sklep ⟪Media Expert⟫, telewizor ⟪Philips 55PUS8007⟫, cena ⟪2 799 zł⟫.",
    "pracowałem dla ⟪Comarchu⟫, potem dla ⟪Arvato⟫ w ⟪Poznaniu⟫",
    "Daję ⟪10/10⟫ pani z ⟪Allianzu⟫, reszta ⟪2/10⟫.",
    "⟪Wielki Piątek⟫, ⟪godzina 15⟫, a oni o garnkach ⟪Philipiaka⟫.",
    "Miałem ⟪nadzieję⟫, że ⟪wiara⟫ czyni cuda. ⟪Nadzieja⟫ matką głupich.",
    "⟪Dobry⟫ konsultant to ⟪skarb⟫. ⟪Zły⟫ to norma.",
    "Połączenie z ⟪Krakowa do Zakopanego⟫, ⟪Szwagropolem⟫, bilet ⟪28 zł⟫.",
    "Zapłaciłem ⟪kartą Revolut⟫, zwrot po ⟪5-7 dniach⟫.",
    "⟪Uniwersytet Warszawski⟫ też ma infolinię, ⟪IKEA⟫ lepszą.",
    "W ⟪Gazecie Wyborczej⟫ i ⟪Dzienniku Bałtyckim⟫ pisali o tym.",
    "⟪Sąd Okręgowy w Gdańsku⟫, ⟪XV Wydział⟫.",
    "Moja ⟪krzywa cukrowa⟫ była prostsza niż wasza taryfa.",
    "na ⟪lato⟫ jedziemy nad ⟪Bałtyk⟫, roaming w ⟪Chorwacji⟫ wyszedł ⟪412 zł⟫",
    "ustawa ⟪Prawo telekomunikacyjne⟫, ⟪art. 172 ust. 1⟫, ⟪kara 3%⟫ przychodu",
    "⟪Windows 10⟫ mi się zawiesił, ⟪Chrome⟫ też, a oni: „proszę zrestartować ⟪router⟫”.",
    "⟪Kielecka⟫ wersja majonezu lepsza od ⟪Winiary⟫.",
    "⟪Mama⟫, ⟪Tata⟫, ⟪Babcia⟫ i cała rodzina w jednym pakiecie ⟪Plusa⟫.",
    "⟪Polak⟫ potrafi, ⟪Niemiec⟫ czeka na ⟪regulamin⟫.",
    "Konkurs ⟪Eurowizja⟫ leciał, jak dzwonili o ⟪22:40⟫.",
    "Linia ⟪M2⟫, stacja ⟪Rondo ONZ⟫, zasięg ⟪zero⟫.",
    "Wziąłem ⟪zwolnienie L4⟫ na ⟪14 dni⟫ po tym ⟪call center⟫.",
    "⟪W Trójmieście⟫ i na ⟪Śląsku⟫ bez zmian.",
    "⟪Kapitan Żbik⟫ by to rozwiązał w ⟪kwadrans⟫.",
    "Kod ⟪PIN⟫, kod ⟪PUK⟫, kod ⟪kreskowy⟫, kod ⟪Da Vinci⟫.",
    "Na ⟪Mikołaja⟫ dali mi ⟪bon do Empiku⟫.",
    "Kurier z ⟪Pocztexu⟫ i listonosz z ⟪Poczty⟫ grają w ⟪ping-ponga⟫.",
    "Proszę ⟪Pani⟫, proszę ⟪Pana⟫, i tak ⟪w koło Macieju⟫.",
    "„⟪Dzień dobry⟫, ⟪Orange⟫, w czym mogę pomóc?”",
    "⟪Fundacja Avalon⟫ pomogła, ⟪ZUS⟫ nie.",
    "Mam ⟪grupę krwi 0 Rh-⟫ i ⟪ciśnienie 160⟫ po tej rozmowie.",
    "⟪Prezes UOKiK⟫ nałożył ⟪31 mln zł⟫ kary.",
    "⟪Nowy Rok⟫, nowe ceny: ⟪+12 zł⟫.",
    "Do ⟪Łodzi⟫ dojechałem szybciej niż do ⟪końca menu⟫.",
    "⟪Team leaderka⟫ i ⟪coach⟫ stali mi nad głową ⟪8 godzin⟫.",
    "premia ⟪200 brutto⟫ za ⟪15 umów⟫ dziennie",
    "⟪Lidl⟫ i ⟪Dino⟫ otwarte do ⟪22⟫, infolinia do ⟪16⟫",
    "jak w ⟪Misiu⟫ Barei, tylko ⟪drożej⟫",
    "⟪Stary⟫ numer, ⟪nowa⟫ taryfa, ⟪ta sama⟫ śpiewka.",
    "w ⟪niedzielę palmową⟫ o ⟪9 rano⟫",
    "⟪0,5 kg⟫ nerwów, ⟪2 litry⟫ melisy",
    "⟪Zdrapka za 5 zł⟫ ma lepsze szanse.",
    "od ⟪1 stycznia 2025⟫ opłata rośnie z ⟪49⟫ do ⟪59 zł⟫",
    "⟪Komendant⟫ przyjął zgłoszenie, ⟪dzielnicowy⟫ był na urlopie.",
    "W ⟪Castoramie na Bielanach⟫ ten sam gniazdko za ⟪19,98⟫.",
    "Zadzwoń ⟪*500#⟫, mówili, wybierz ⟪3⟫, potem ⟪0⟫.",
)
SENTENCES = (
    "Odebrała pani ⟦name|Grażyna Ślusarek⟧, głos jak z ⟪Trójki⟫, i zapytała, czy mam ⟪chwilę⟫.",
    (
        "Mój ojciec, ⟦name|Edward Ciepliński⟧, kombatant, rocznik ⟦birth_date|1938⟧, podpisał im "
        "wszystko na ⟪klatce schodowej⟫."
    ),
    "Zgłoszenie ⟦code|#2024-117-88⟧ wisi od ⟪17 września⟫, a w apce status „⟪w toku⟫”.",
    "Konto do zwrotu: ⟦iban|PL 27 1140 2004 0000 3002 0135 5387⟧, odbiorca ⟦name|Kornelia Zub⟧.",
    "Szukam pani ⟦name|Krysi⟧ z ⟪BOK-u Enei⟫ w ⟪Pile⟫, chcę jej podziękować za ⟪cierpliwość⟫.",
    "Przesyłam skan, jakby co jestem na Messengerze jako ⟦username|Tosia.Wawrzyn⟧.",
    "Wpisałam w formularzu: ulica ⟦address|Sportowa 2b⟧, kod ⟦address|11-500⟧, miasto ⟪Giżycko⟫.",
    (
        "Kontaktowała się ze mną niejaka ⟦name|Wasylyna⟧, mówiła z akcentem, bardzo uprzejmie, ⟪12 "
        "minut⟫."
    ),
    "Stary numer ⟦phone|0-601 22 33 44⟧ już nie działa, nowy to ⟦phone|788.102.334⟧.",
    "mieszkamy z mężem na ⟦address|Kurpiowskiej 18 m 41⟧ w ⟪Ostrołęce⟫ ⟪od ślubu⟫",
    "Handlowiec, ⟦name|Seweryn⟧ chyba, jeździł ⟪białą Dacią⟫ o numerach ⟦plate|LU 7731T⟧.",
    "PIN do voicemaila to ⟦code|0044⟧, proszę go zmienić, bo zna go mój były, ⟦name|Darek⟧.",
    "⟪Energa⟫ przysłała dwie faktury: ⟦code|P/10441298/0003/24⟧ i drugą, ⟪bez numeru⟫.",
    "Mam ⟪78 lat⟫, emeryturę ⟪2 150 zł⟫ i telefon ⟪Maxcom⟫ z dużymi klawiszami.",
    "Pracowałam w ⟪Katowicach⟫ dla ⟪banku Millennium⟫, stawka ⟪31,40 brutto⟫, umowa ⟪zlecenie⟫.",
    "Zadzwonił ktoś z numeru ⟦phone|+48 (71) 718 22 40⟧ i puścił ⟪nagranie⟫.",
    "adres ten sam co zawsze czyli ⟦address|ogrodowa 17⟧ ⟪mława⟫",
    "Hej ⟦name|Błażej⟧, dzięki za odsłuchanie nagrania z ⟪6.02⟫, należy ci się ⟪kawa⟫.",
    "Dostałam wezwanie, sygnatura ⟦code|KM 2281/23⟧, komornik ⟦name|Artur Bzowy⟧, ⟪Lublin⟫.",
    "nie będę podawał peselu!!! no dobra, ⟦national_id|02270803628⟧, ale to ⟪ostatni raz⟫",
    (
        "Firma żony: ⟦name|Irmina Stachnik⟧ Kwiaciarnia, NIP ⟦tax_id|525-22-48-481⟧, ul. "
        "⟦address|Targowa 5⟧."
    ),
    (
        "Jak dzwonię z domowego, ⟦phone|44 726 10 33⟧, to przerywa, z komórki "
        "⟦phone|+48.533.910.077⟧ nie."
    ),
    "Moja karta Visa ⟦card|4485 2757 4230 8327⟧ była podpięta pod ⟪Netflixa⟫ i ⟪Spotify⟫.",
    "Maila mam na ⟪Gmailu⟫: ⟦email|waldi.rower@gmail.com⟧, starego na ⟪Interii⟫ nie czytam.",
    "mail podałem tak: ⟦email|waldi kropka rower małpa gmail kropka com⟧, a ona „jaki rower?”",
    "Syn mieszka w ⟪Norwegii⟫, ⟦phone|+47 912 34 567⟧, i stamtąd próbuje to ⟪wyprostować⟫.",
    "Infolinia ⟪Poczty Polskiej⟫ szuka paczki ⟦code|RR123456785PL⟧ ⟪już miesiąc⟫.",
    "⟦name|Ula⟧ i ⟦name|Boguś Reszkowie⟧, wasi klienci od ⟪1999⟫.",
    "W dziale siedziała ⟦name|Pati⟧, ⟦name|Domi⟧ i ja, trzy baby na ⟪40 linii⟫.",
    "Kazali wysłać skan dowodu ⟦national_id|DBK 914402⟧ na maila, to już ⟪podpucha⟫.",
    "Zostawcie paczkę u sąsiadki, pani ⟦name|Helenki Bąk⟧, pod ⟦address|nr 6⟧, ⟪parter⟫.",
    "Kod błędu ⟪E04⟫ na pralce ⟪Beko⟫, kod SMS ⟦code|739 201⟧ na telefonie.",
    "Licznik nr ⟦code|AMS 44120987⟧ wymienili ⟪w lipcu⟫, a prognoza jak dla ⟪huty⟫.",
    "Zamówiłem ⟪Air Fryer Philips XXL⟫, przyszły ⟪klapki rozmiar 41⟫.",
    "Wnuczek ⟦name|Szymuś⟧ znalazł wasz kanał, ⟦link|https://t.me/skargi_na_infolinie⟧.",
    "Przekręt szedł z adresu ⟦link|mbank-logowanie24.com/pl⟧, uważajcie ⟪wszyscy⟫.",
    "Umowę nr ⟦code|7/OS/2022/K⟧ podpisałem w ⟪salonie w Rybniku⟫.",
    "Po ⟪ośmiu godzinach⟫ na słuchawce śni mi się ⟪gwiazdka i krzyżyk⟫.",
    "Dyrektor ⟦name|Zbigniew Przeworski⟧ obiecał ⟪owocowe czwartki⟫ i zniknął.",
    "Pani doktor ⟦name|Mróz⟧ przyjmuje w ⟪przychodni na Bródnie⟫, nie na ⟪Targówku⟫.",
    "ja sie nazywam ⟦name|wioletta szymkowiak⟧ a nie ⟦name|wiola szynkowiak⟧!!",
    "Dokładny adres montażu: ⟦address|Nowy Dwór 48A⟧, gmina ⟪Krokowa⟫, dojazd od ⟪lasu⟫.",
    "Moja działka jest przy ⟦address|Leśnej 3⟧, ale faktury idą na ⟦address|al. Lotników 9/12⟧.",
    "Urodziny mam ⟦birth_date|24.12.1956⟧, dostałem w prezencie ⟪umowę na gaz⟫.",
    "Czekałam ⟪od Trzech Króli do Wielkanocy⟫ na ⟪korektę⟫.",
    "⟪Lato⟫ było gorące, ⟪zima⟫ droga, a ⟪wiosna⟫ w sądzie.",
    "⟪Iga Świątek⟫ grała finał, a mi zerwało ⟪światłowód⟫.",
    "Sprzedawali mi ⟪Toyotę Corollę⟫ przez telefon, ⟪leasing 101%⟫.",
    "Zapisz: ⟦phone|osiem osiem osiem, dwa dwa jeden, zero zero siedem⟧, to do ⟦name|Marioli⟧.",
    "Na imieninach u ⟦name|Barbary⟧ wszyscy mówili tylko o ⟪fotowoltaice⟫.",
    "Kto wymyślił, że ⟪poniedziałek 8:00⟫ to dobra pora na ⟪ankietę⟫?",
    "⟪Tauron⟫, ⟪Enea⟫, ⟪PGE⟫ — jeden czort, jak mówi mój teść ⟦name|Gerwazy⟧.",
    "PESEL dziecka ⟦national_id|15310512349⟧ podałam, bo pani z ⟪przychodni⟫ prosiła.",
    (
        "Klient z ⟦address|Kasztelańskiej 7/7⟧ wyzywał mnie od ⟪najgorszych⟫, a potem przysłał "
        "⟪czekoladki⟫."
    ),
)
MIXED = (
    "Wczoraj ⟦name|Marzenka⟧ z ⟪Orange⟫ obiecała mi ⟪200 zł⟫ rabatu.",
    "Rozmawiałem z panią ⟦name|Iwoną Bober⟧ oraz z ⟦name|Piotrem Kandzią⟧.",
    "Kolega z pracy, ⟦name|Mirek⟧, poszedł na ⟪L4⟫ po ⟪dwóch tygodniach⟫.",
    "Moja żona ⟦name|Bogusia⟧ ma ⟪62 lata⟫ i lubi ⟪M jak miłość⟫.",
    "Pan ⟦name|Kowal⟧ nie jest ⟪kowalem⟫.",
    "dzwonila jakas ⟦name|justyna⟧ z ⟪play⟫ i mowila ze ⟪umowa⟫ sie konczy",
    "pani ⟦name|ela⟧ z dzialu reklamacji powiedziala ze ⟪do piatku⟫",
    "no i ⟦name|krzysiek⟧ mi mowi zebym zadzwonil jeszcze raz",
    "⟦name|Halszka Wysogrodzka⟧, klientka od ⟪2009 roku⟫.",
    "Podpisano: ⟦name|Z. Trzcionka⟧",
    "Z poważaniem ⟦name|Mirosława Kędzior⟧",
    "moj brat ⟦name|adrian⟧ pracuje w ⟪teleperformance⟫",
    "Pozdrawiam, ⟦name|Kinga⟧ z ⟪Tychów⟫",
    'Mówił do mnie per "pani ⟦name|Jadziu⟧", a ja jestem ⟦name|Jadwiga Pietrucha⟧.',
    "Konsultant (⟦name|Wiktor⟧) odłożył słuchawkę po ⟪3 minutach⟫.",
    "Dostałam telefon od niejakiego ⟦name|Brylskiego⟧ z ⟪PGE⟫.",
    "Syn ⟦name|Alan⟧ i córka ⟦name|Nadia⟧ siedzą ⟪bez internetu⟫.",
    "Państwo ⟦name|Malinowscy⟧ z parteru mają to samo.",
    "to był ⟦name|rafał⟧, ten sam co ⟪w marcu⟫",
    "Szefowa, ⟦name|Ilona K.⟧, kazała mi kłamać.",
    "Kierownik zmiany ⟦name|R. Pazdur⟧ zabrał mi ⟪premię⟫.",
    "Trenerka ⟦name|Żaneta Wilczyńska-Pluta⟧ śmiała się z nas.",
    "U ⟦name|Kuby⟧ w ⟪Zabrzu⟫ działa, u mnie nie.",
    "Powiedziałam ⟦name|Ani⟧, że ⟪ani razu⟫ nie oddzwonili.",
    "Dla ⟦name|Poli⟧ kupiłam ⟪telefon⟫ na komunię.",
    "Byłem u ⟦name|Romana⟧, u ⟦name|Stelli⟧ i w ⟪Lidlu⟫.",
    "pani ⟪ani razu⟫ nie przeprosiła",
    "Rozmawiałam z ⟦name|Mają⟧ o ⟪3 maja⟫.",
)


@pytest.mark.parametrize("marked", [*KEPT, *SENTENCES, *MIXED], ids=str)
def test_a_sentence_is_masked_and_the_rest_stays(marked: str) -> None:
    result = score([parsed(marked)], find, "pl")
    assert (result.leaked, result.taken) == ((), ())
