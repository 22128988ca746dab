"""Ways to write personal data in Italian, each beside words that must stay."""

import pytest

from bot.stories.redaction import find
from tests.stories.marked import parsed
from tests.stories.scoring import score

ADDRESSES = (
    "abito in ⟦address|v.le dei Platani, 12/A⟧ da ⟪dieci anni⟫",
    "sto in ⟦address|Vico Storto Purgatorio 9⟧ a ⟪Napoli⟫",
    "consegnare a ⟦address|P.za Dante 3 bis⟧ grazie",
    "⟦address|p.le Lodi n. 4⟧ non esiste secondo loro",
    "in ⟦address|L.go Augusto 7, scala C, int. 7⟧ manca la linea",
    "il civico di casa, ⟦address|lungotevere Flaminio al 70⟧, è sparito",
    "⟦address|c.da Fontanelle snc⟧, ⟪in campagna⟫",
    "⟦address|fraz. Vigneto 14⟧ non è coperta",
    "⟦address|loc. Pian dei Giullari 21⟧ non è coperta",
    "a ⟦address|Fondamenta Minotto 134⟧ niente fibra",
    "⟦address|Salita Pollaiuoli 9 rosso⟧ a ⟪Genova⟫",
    "⟦address|Sottoportico dei Preti 2⟧ esiste eccome",
    "⟦address|Traversa Michele Pietravalle 8⟧ dice lui",
    "⟦address|Cupa dell'Olmo 33⟧ dico io",
    "⟦address|Dorfstraße 12⟧ in Alto Adige",
    "⟦address|Bahnhofstrasse 4/b⟧ in Alto Adige",
    "⟦address|Mühlgasse 7⟧, ⟪Bolzano⟫",
    "⟦address|rue de la Gare 5⟧ ad ⟪Aosta⟫",
    "⟦address|Cascina Malpensata 2⟧, nessuno arriva",
    "⟦address|via g. leopardi 18⟧ scritto piccolo",
    "⟦address|via XX Settembre, 41⟧ in centro",
    "⟦address|str. vicinale del Pozzo, 6⟧ in fondo",
    "⟦address|Gradinata Lercari 11⟧ tutta a piedi",
    "⟦address|reg. Borgnalle 10⟧ senza segnale",
    "cap ⟦address|50136⟧ e basta",
    "al ⟦address|15 di via Cavour⟧ non suona nessuno",
    "abito in ⟦address|via Pergolesi⟧ e ho ⟪due figli⟫",
    "⟦address|piazza Duomo numero dodici⟧, ha detto",
    "⟦address|Via Roma, 5, 20121⟧ Milano",
    "⟦address|C.so Vercelli 40 int 3⟧ terzo campanello",
)
PHONES = (
    "chiami il ⟦phone|tre tre otto, doppio cinque, uno due tre quattro cinque⟧",
    "il mio è ⟦phone|333 poi 12 34 poi 567⟧ ok?",
    "numero ⟦phone|tre quattro sette, due volte 3, 1234 5⟧ grazie",
    "fisso ⟦phone|(051) 12.34.567⟧ dopo le 18",
    "⟦phone|+40 721 234 567⟧ mi chiama ⟪tre volte⟫ al giorno",
    "al ⟦phone|0039-347/1234567⟧ dopo cena",
    "al ⟦phone|347 1234567⟧ ⟪due volte⟫ e poi basta",
    "⟦phone|06 1234567 int. 22⟧ chieda di me",
    "⟦phone|tre due otto sei zero zero uno due tre quattro⟧ tutto di fila",
    "⟦phone|3️⃣4️⃣7️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣⟧ così ha scritto",
    "⟦phone|trecentoquarantasette, dodici, trentaquattro, cinquecentosessantasette⟧",
    "dal ⟪187⟫ al ⟪191⟫ in ⟪12 minuti⟫",
)
MAILS = (
    "scrivere a ⟦email|luca trattino basso neri chiocciola libero punto it⟧",
    "scrivere a ⟦email|anna underscore p chiocciola outlook punto com⟧",
    "scrivere a ⟦email|bar trattino centrale chiocciola pec punto it⟧ ok",
    "mail ⟦email|info(at)ferramenta-neri.example⟧ mai letta",
    "mail ⟦email|m.galli [chiocciola] example [punto] it⟧ mai letta",
)
CODES = (
    "pratica ⟦code|2024/00871⟧ chiusa in ⟪tre giorni⟫",
    "protocollo n. ⟦code|AA-1182-B⟧ del ⟪12 marzo⟫",
    "segnalazione ⟦code|TT90112⟧ mai vista",
    "la matricola del contatore è ⟦code|G4 118820⟧ ok",
    "numero cliente ⟦code|1 088 204 771⟧ ok",
    "contratto ⟦code|C/88120/24⟧ mai firmato",
    "il PDR ⟦code|00881204557123⟧ non risulta",
    "il POD ⟦code|it 001 e 12345678⟧ non risulta",
    "la carta che finisce con ⟦code|4471⟧ è mia",
    "ordine ⟦code|#A77-102⟧ sparito",
    "il ticket ⟦code|INC 002 881⟧ è chiuso da ⟪due settimane⟫",
    "reclamo numero ⟦code|88120⟧ aperto",
    "spedizione ⟦code|RX00128812IT⟧ ferma a ⟪Piacenza⟫",
    "il codice arrivato era ⟦code|zero quattro nove uno⟧, ecco",
    "abbonamento ⟦code|RA-90-112⟧ scaduto",
)
OTHERS = (
    "targata ⟦plate|fg 123 hk⟧ e parcheggiata",
    "la targa è ⟦plate|ex482yl⟧ ok",
    "compie gli anni il ⟦birth_date|12 giugno⟧ mia madre",
    "nato il ⟦birth_date|primo aprile millenovecentosessanta⟧ a ⟪Lecce⟫",
    "nata a Bari il ⟦birth_date|7.8.49⟧, ancora lucida",
    "classe ⟦birth_date|1951⟧ e non mollo",
    "data di nascita: ⟦birth_date|03-11-1970⟧",
    "il mio nick è ⟦username|gattorosso⟧ ovunque",
    "utente ⟦username|m_bruni71⟧ bloccato",
    "su Instagram si chiama ⟦username|@la.zia.lea⟧ oggi",
    "il profilo ⟦username|nonna.pina58⟧ è mio",
    "guardi ⟦link|www.disdette-facili.example/modulo⟧ e rida",
    "codice fiscale ⟦tax_id|RSS MRA 80A01 F205 X⟧ eccolo",
)
NAMES = (
    "mi chiamo ⟦name|ermenegilda⟧ e sono stanca",
    "mi risponde ⟦name|Gjergji⟧ e ride",
    "⟦name|Ludmila⟧ mi ha detto di no",
    "chiedo di ⟦name|Ivano⟧ e cade la linea",
    "parlo con ⟦name|Kadija⟧ dell'ufficio reclami",
    "la collega ⟦name|Nadège⟧ era gentile",
    "il sig. ⟦name|Quattrocchi⟧ non c'era",
    "la signora ⟦name|pautasso⟧ del piano di sopra",
    "mio marito ⟦name|Oronzo⟧ urlava",
    "mia suocera, ⟦name|Assuntina⟧, piangeva",
    "cordiali saluti\n⟦name|G. Pautasso⟧",
    "grazie ⟦name|Yuri⟧, sei stato bravo",
    "poi ⟦name|Samuele⟧ promette e sparisce",
    "dice ⟦name|Zaira⟧ che è tutto a posto",
    "un certo ⟦name|Adelchi⟧ mi fa",
    "dottoressa ⟦name|Mastropasqua⟧ mi ascolti",
    "con ⟦name|Tiziana⟧ e ⟦name|Ermes⟧ ho parlato ⟪ieri⟫",
    "mi fa ⟦name|Gigliola⟧: un attimo",
    "firmato ⟦name|Amedeo Trombetta⟧",
    "qui ⟦name|Fulvia⟧ dal call center",
    "il tecnico ⟦name|Bogdan⟧ è arrivato tardi",
    "mi ha richiamato ⟦name|Vanessa⟧ di persona",
)
KEPT = (
    "⟪Vodafone⟫ mi ha detto che ⟪Sky⟫ non c'entra",
    "poi ⟪Enel⟫ promette e ⟪Poste⟫ non consegna",
    "in ⟪piazza⟫ c'erano ⟪30 persone⟫ alle ⟪18:30⟫",
    "per ⟪via⟫ di ⟪3 bollette⟫ da ⟪120 euro⟫",
    "mi manda via dopo ⟪45 minuti⟫",
    "la ⟪rosa⟫ e la ⟪viola⟫ sul balcone, ⟪grazie a Dio⟫",
    "l'⟪art. 52⟫ del ⟪Codice del Consumo⟫ vale a ⟪Milano⟫",
    "il ⟪Garante⟫ ha detto ⟪trenta giorni⟫",
    "nel ⟪corso⟫ di ⟪5 mesi⟫ ho speso ⟪1.200,50 €⟫",
    "il ⟪campo⟫ da calcio di ⟪Roma⟫ e la ⟪calle⟫ di ⟪Venezia⟫",
    "⟪Lunedì⟫ e ⟪Martedì⟫ il ⟪Servizio Clienti⟫ era chiuso",
    "la strada dura ⟪20 minuti⟫ in auto",
    "⟪chiara⟫ la voce, ⟪serena⟫ la risposta, ⟪felice⟫ io",
    "il ⟪Responsabile⟫ mi ha detto di aspettare ⟪48 ore⟫",
    "il contratto del ⟪2019⟫ costa ⟪29,90⟫ al mese",
    "sono ⟪stanca⟫, sono ⟪Italiana⟫, sono ⟪le dieci⟫",
    "dopo ⟪Natale⟫ e ⟪Pasqua⟫ arriva ⟪Ferragosto⟫",
    "al ⟪piano 3⟫ del ⟪Tribunale⟫ di ⟪Bari⟫",
    "la partita ⟪Inter⟫-⟪Juve⟫ in ⟪4K⟫ su ⟪DAZN⟫",
)


@pytest.mark.parametrize(
    "marked", [*ADDRESSES, *PHONES, *MAILS, *CODES, *OTHERS, *NAMES, *KEPT], ids=str
)
def test_a_variant_is_masked_and_the_rest_stays(marked: str) -> None:
    result = score([parsed(marked)], find, "it")
    assert (result.leaked, result.taken) == ((), ())
