"""Sentences of Italian stories, first masked at sight, then kept as they are."""

import pytest

from bot.stories.redaction import find
from tests.stories.marked import parsed
from tests.stories.scoring import score

ADDRESSES = (
    "via ⟦address|via Silvio Pellico ventuno⟧ mi sente?",
    "abito di fronte al ⟪civico⟫ che loro hanno in mappa, ⟦address|al 34 di viale Trento⟧",
    "⟦address|via Ten. Col. Rossi 12⟧",
    "⟦address|via Mons. Fontana n 8 primo piano⟧",
    "⟦address|via S. Antonio Abate n. 5 P.T.⟧",
    "abito a ⟪Sestu⟫, ⟦address|via Cagliari km 7,200⟧, e per loro non esisto",
    "⟦address|Borgata Chiabotto 4⟧, ⟪Cuneo⟫",
    "l'ufficio è in ⟦address|Largo Augusto 1/A⟧ ma rispondono da ⟪Tirana⟫",
    "⟦address|fraz. Villa San Pietro 4/bis⟧",
    "⟦address|via Mazzini, 4 - int. 5 - scala B⟧",
    "⟦address|Via 8 Marzo 44⟧ e ⟦address|Via 2 Giugno, 3⟧",
    "⟦address|loc. San Rocco, pod. 44⟧",
    "sta in ⟦address|via XXIV Maggio 14/16⟧",
    "sta al ⟦address|civico 7 di piazza San Carlo⟧, mica in un'altra ⟪galassia⟫",
    "il signore diceva: scriva, ⟦address|viale Libia quarantadue⟧, ⟪secondo⟫ me non sentiva",
    "⟦address|via don minzoni 15 b⟧ a ⟪forlì⟫",
    "hanno scritto ⟦address|Via dell'Olmo n° 2/D scala sx⟧, io sono alla ⟪scala⟫ destra",
    "Abitiamo ad ⟪Acireale⟫ in ⟦address|via Cervo 12, piano terra⟧, sopra il ⟪panificio⟫",
)
PHONES = (
    "telefonano dallo ⟦phone|02 45 07 8x xx⟧ ogni sera",
    "chiami il ⟦phone|trecentotrentatré quattrocentocinquanta sessanta settanta⟧ disse",
    "Scrivetemi: ⟦email|r.colasanti@inwind.it⟧ oppure whatsapp ⟦phone|+39 320 55 66 778⟧",
    "chiamate dal ⟦phone|0289 6060 12⟧ e dal ⟦phone|0289606013⟧, ⟪sette⟫ in ⟪mezz'ora⟫, contate",
    "era il ⟦phone|3 quattro otto, doppio zero, 12 34 5⟧",
    "Tel: ⟦phone|+39 051.1987.4421⟧ / Fax: ⟦phone|051 1987 4422⟧",
    "Ora il mio nuovo numero è ⟦phone|351/7788990⟧, quello vecchio finiva per ⟦code|4410⟧",
    "cell. mia moglie ⟦phone|(+39) 347-55.66.123⟧",
    "⟦phone|tre quattro nove trentadue zero sei settecentododici⟧, se trovate il mio gatto",
    "mi chiamano da ⟦phone|+355 69 123 4567⟧ e da ⟦phone|+216 71 234 567⟧, ⟪Albania⟫ e ⟪Tunisia⟫",
)
CODES = (
    "decreto ingiuntivo n. ⟦code|1882/2023⟧ del tribunale",
    "sinistro ⟦code|24/1/55410⟧ del ⟪3/2/2024⟫",
    "ordine n. ⟦code|88/2214⟧ del negozio online, consegna prevista ⟪venerdì 14⟫",
    "abbonamento ⟪annuale⟫ numero ⟦code|55-4471⟧",
    "caso n. ⟦code|2024-AA-0091⟧ aperto da ⟦name|Nunzia⟧",
    "a nome di ⟦name|Maria Rosaria Capuozzo⟧ vedova ⟦name|Esposito⟧, utenza ⟦code|300 118 7745⟧",
    "raccomandata ⟦code|14567890123-7⟧ e raccomandata ⟦code|200 123 456 789⟧",
    "ricetta dematerializzata ⟦code|1200A 4123456789⟧",
    'il tecnico ha lasciato un biglietto: "intervento ⟦code|WR 1199-88-2⟧, cliente assente"',
    "password: ⟦code|pippo123⟧ non funziona",
    'l\'SMS diceva "codice ⟦code|883 120⟧, non comunicarlo a nessuno" e lui me lo chiedeva',
    "⟦code|IT001E44556677⟧ è il mio pod, ce l'ho a memoria",
    "Il ⟪Garante privacy⟫ mi ha risposto con protocollo ⟦code|0098812/24⟧ dopo ⟪sei mesi⟫",
    "da ⟪Booking.com⟫ nessuna risposta, prenotazione ⟦code|3912.448.201⟧, pin ⟦code|8890⟧",
    "utenza gas ⟦code|7714 0098 22⟧ intestata a ⟦name|Oreste Galbiati⟧",
    "codice migrazione ⟦code|TI-RT 0981 2241 K⟧",
    "denuncia prot. ⟦code|PGNA 12/2024⟧ ai ⟪carabinieri⟫ di ⟪Nola⟫",
    "numero di protocollo ⟦code|MI0098812⟧",
    "codice ⟦code|quattro quattro sette uno⟧ ripeto",
    '"mi dia le ultime ⟪quattro cifre⟫" "⟦code|7731⟧" "non risulta"',
    "verbale ⟦code|T-2024-88112⟧ per ⟪divieto di sosta⟫ di ⟪42 euro⟫",
    "chiave wifi ⟦code|8f2k-99zz-10aa⟧",
)
NAMES = (
    "chiedo di parlare con la responsabile, la dottoressa ⟦name|Sgrò⟧, è in riunione",
    'ho sentito ⟦name|piero⟧ del ⟪commerciale⟫ dire "questo lo freghiamo"',
    "la ⟪Rai⟫ vuole il canone da mia madre ⟦name|Assunta⟧, morta nel ⟪2016⟫",
    "dissi alla ⟦name|Fede⟧: molla tutto; lei è ancora lì dal ⟪2014⟫",
    "il ragazzo si chiamava ⟦name|shaban⟧ e parlava meglio di me",
    "sono ⟦name|nunzio lapadula⟧ da ⟪bitonto⟫ e sono ⟪incazzato nero⟫",
    "dopo la signora ⟦name|Kostandina⟧ è arrivato ⟦name|Erion⟧, tutti da ⟪Durazzo⟫",
    "ciao ⟦name|ale⟧! no scusa pensavo fossi la mia amica",
    "mia sorella ⟦name|bea⟧ ha bloccato tutto in tempo",
    'c\'era scritto "gentile ⟦name|pasquale iovine⟧" e io mi chiamo ⟦name|pasqualina iovine⟧',
    "La ⟪Direzione⟫ comunicò che ⟦name|Panzeri⟧ era stato spostato",
    "l'avvocato ⟦name|Amedeo Santacroce⟧, il mio ex",
    "mi ha risposto ⟦name|cosimo⟧, poi ⟦name|damiano⟧, poi di nuovo ⟦name|cosimo⟧",
    "poi un giorno ⟦name|Speranza⟧, una collega, perse la ⟪speranza⟫ e se ne andò",
    "signora ⟦name|mezzasalma⟧ ascolti mi fa, io ascolto da ⟪venti minuti⟫",
    "ciao, sono la ⟦name|Dani⟧ di ⟪Crema⟫, quella del ⟪frigo⟫ in ⟪salotto⟫",
    "La società si chiama ⟪Luce Facile srl⟫, il venditore ⟦name|Cristopher⟧, la truffa pure",
    "⟦name|Katiuscia⟧!! se leggi queste righe: grazie da ⟦name|Beppe⟧ di ⟪Savigliano⟫",
    "mio zio ⟦name|Ermanno⟧, buonanima, diceva: al telefono non si dice mai ⟪sì⟫",
    "mio marito ⟦name|Gerardo⟧ dice che esagero, mia figlia ⟦name|Noemi⟧ pure",
    "Mia madre ha firmato come ⟦name|Gina⟧ ma all'anagrafe è ⟦name|Luigia Teresa Bo⟧",
    "⟪Mercoledì⟫ ⟦name|Agnese⟧, ⟪giovedì⟫ ⟦name|Tommaso⟧, ⟪venerdì⟫ nessuno",
    "Distinti saluti. ⟦name|Ester Volpini⟧ - ⟪Jesi⟫",
    "⟦name|marco⟧ di ⟪tim⟫, ⟦name|luca⟧ di ⟪vodafone⟫, ⟦name|giorgia⟧ di ⟪enel⟫: tutti finti",
)
OTHERS = (
    "il mio numero di tessera sanitaria è ⟦national_id|80380001234567890123⟧",
    "nonna ⟦name|Iole⟧ è nata il ⟦birth_date|14 febbraio del '31⟧ e ancora litiga con ⟪Telecom⟫",
    "la multa è per ⟦plate|BX 12345⟧, una moto che ho venduto nel ⟪2018⟫",
    "la patente ⟦national_id|TO5123456X⟧ è scaduta il ⟪3 ottobre 2023⟫",
    "mandate tutto a ⟦email|info [at] falegnameriarossi [dot] it⟧",
    "nick sul forum: ⟦username|zio_tibia⟧; mail: ⟦email|ziotibia@tiscali.it⟧",
    "il sito era ⟦link|enel-rimborsi.online⟧ e il canale ⟦link|https://t.me/+AbCdEf123⟧",
    "trovate tutto su ⟦link|facebook.com/groups/truffati.luce⟧ e su ⟦link|bit.ly/3xYzAb⟧",
    "avevo la ⟪Panda⟫ targata ⟦plate|Roma 8H4412⟧, pensate voi",
    "cercatemi su insta: ⟦username|lady.bolletta⟧",
    "cod. fisc. ⟦tax_id|NDR GNN 49M30 C514 K⟧",
    "la targa del carro attrezzi era ⟦plate|FA 101 KL⟧, l'autista ⟦name|Ion⟧, gentilissimo",
    "con la mia ⟪Postepay⟫ numero ⟦card|4023 6005 1234 5676⟧ mi hanno preso ⟪59 €⟫",
    "conto ⟪Fineco⟫ ⟦iban|IT60X0542811101000000123456⟧, intestataria ⟦name|Teodora Guidi⟧",
)
KEPT = (
    "a ⟪Pasquetta⟫ ho chiamato il ⟪113⟫, per dire quanto ero disperata",
    "il router ⟪TP-Link AX1500⟫ e il ripetitore ⟪Fritz 1200⟫",
    "⟪Windows 11⟫, ⟪Office 365⟫, ⟪Chrome 120⟫, errore ⟪0x80070057⟫",
    "vivo in ⟪periferia⟫, zona ⟪Tiburtina⟫, da ⟪12 anni⟫",
    "via libera, via email, via di qui, per ⟪via dei 30 giorni⟫",
    "sulla ⟪via Aurelia⟫ c'è traffico",
    "sto al ⟪78° posto⟫ in coda, tempo ⟪35 min.⟫",
    "⟪La dottoressa⟫ mi chiese cosa ci facessi lì con una ⟪laurea⟫; risposi: ⟪600 euro⟫ al mese",
    "tariffa ⟪F1⟫, ⟪F2⟫ e ⟪F3⟫, potenza ⟪4,5 kW⟫, ⟪230 volt⟫",
    "al telefono del ⟪servizio 12⟫ non risponde più nessuno dal ⟪2005⟫",
    "chiamo l'⟪interno 3⟫, poi l'⟪interno 5⟫, sempre ⟪occupato⟫",
    "velocità in download ⟪32,4 Mbps⟫ su ⟪200⟫ promessi",
)


@pytest.mark.parametrize("marked", [*ADDRESSES, *PHONES, *CODES, *NAMES, *OTHERS, *KEPT], ids=str)
def test_a_sentence_is_masked_and_the_rest_stays(marked: str) -> None:
    result = score([parsed(marked)], find, "it")
    assert (result.leaked, result.taken) == ((), ())
