"""Ways to write personal data in English, each beside words that must stay."""

import pytest

from bot.stories.redaction import find
from tests.stories.marked import parsed
from tests.stories.scoring import score

ADDRESSES = (
    "I live at ⟦address|12 Baker Street⟧, come and see",
    "moved from ⟦address|No. 8 Quarry Bank⟧ to a smaller place",
    "the parcel for ⟦address|The Gatehouse, 1 Priory Walk⟧ was left ⟪in the rain⟫",
    "our shop is ⟦address|Unit 4/27 Bindon Road⟧ and nobody came",
    "send it to ⟦address|Flat 6B, 33-35 Harrowby Parade⟧ please",
    "write to ⟦address|PO Box 4471⟧, they said",
    "post it to ⟦address|p.o. box 119⟧ then",
    "the eircode is ⟦address|D08 X2T7⟧ and still ⟪no engineer⟫",
    "eircode ⟦address|v94t2x6⟧ they never find us",
    "my zip is ⟦address|60614⟧ and ⟪Comcast⟫ says no service",
    "⟦address|2210 W Fullerton Ave Apt 3R⟧, Chicago, IL ⟦address|60647⟧",
    "he wrote ⟦address|14 thornbury gdns⟧ on the form",
    "my address is ⟦address|14 Thornbury⟧, how hard is that",
    "deliver to ⟦address|27a Upper Bell Lane⟧ not to next door",
    "they came to ⟦address|flat 2, 9 Mossbank⟧ on ⟪Monday⟫",
    "I live at ⟦address|Rose Cottage, Mill Lane⟧ outside ⟪York⟫",
    "⟦address|Apartment 12, Liffey Court, Ushers Quay⟧ in ⟪Dublin⟫",
    "the house at ⟦address|number 46 Dunmore Crescent⟧ has no line",
    "postcode ⟦address|sw1a 2aa⟧ he kept saying",
    "⟦address|7/113 Wattle Grove Rd⟧ in Perth got the bill",
    "it went to ⟦address|1600 Old Mill Turnpike⟧",
    "the meter at ⟦address|88 Sycamore Bend⟧ was read ⟪twice in March⟫",
)
PHONES = (
    "ring me on ⟦phone|07700-900-123⟧ three times if you like",
    "I rang ⟦phone|07700 900123⟧ ⟪three times⟫",
    "my number, ⟦phone|oh double seven, double oh, nine oh oh, one two three⟧, is on file",
    "it's ⟦phone|zero one six three two, nine six oh, triple five⟧",
    "text ⟦phone|+353 86 123 4567⟧ now",
    "call ⟦phone|(312) 555-0186 ext. 44⟧ and ask",
    "⟦phone|1-800-555-0199⟧ rang ⟪seven times⟫ before lunch",
    "⟦phone|0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣1️⃣2️⃣3️⃣⟧ is how he wrote it",
    "on my mobile ⟦phone|07700 nine hundred 123⟧",
    "ring ⟦phone|07700 then 900 then 123⟧ she said",
    "his German number ⟦phone|+49 (0)30 901820⟧ was dead",
    "from ⟦phone|+63 2 8888 1234⟧ again",
    "my cell is ⟦phone|312.555.0186⟧ but nobody calls",
    "number is ⟦phone|O7700 9OO 123⟧ with my old typewriter",
    "waited ⟪45 minutes⟫ then ⟪20 more minutes⟫ on ⟪119⟫",
)
MAILS = (
    "it's ⟦email|lena dot brandt at outlook dot com⟧ all small",
    "write ⟦email|j underscore oakes at btinternet dot com⟧",
    "write ⟦email|sam dash hill at gmail dot co dot uk⟧ then",
    "my mail: ⟦email|pat.lowe [at] example [dot] org⟧",
    "email ⟦email|pat.lowe(at)example.org⟧ bounced",
    "mail ⟦email|o'neill@example.ie⟧ please",
    "to ⟦email|billing+me@example.co.uk⟧ and they said ⟪no⟫",
)
CODES = (
    "my account is ⟦code|4471 882 19⟧ and still",
    "contract ⟦code|K-90812⟧ ended ⟪in 2021⟫",
    "the order number was ⟦code|GB-77-120943⟧ by the way",
    "case ⟦code|00481223⟧ closed after ⟪3 days⟫",
    "incident ⟦code|INC0048812⟧ closed too",
    "policy no. ⟦code|PX/204418/B⟧ lapsed",
    "meter serial ⟦code|E14ML 20431⟧ reads zero",
    "MPAN ⟦code|12 0004 8812 345⟧ is wrong",
    "MPRN: ⟦code|7712340098⟧ is wrong too",
    "a card ending ⟦code|4471⟧ was charged ⟪£12⟫",
    "the one that ends in ⟦code|9083⟧ is mine",
    "customer reference ⟦code|ab 33 91 zz⟧ she spelled",
    "my ticket, ⟦code|#88213⟧, is open for ⟪two weeks⟫",
    "booking ref ⟦code|QW7T4P⟧ gone",
    "the tracking says ⟦code|JD0002214471⟧ delivered",
    "the security code ⟦code|five five one nine⟧ came by text",
)
OTHERS = (
    "my car, reg ⟦plate|lk19 xyz⟧, was clamped",
    "plate ⟦plate|7KZX214⟧ from California",
    "number plate ⟦plate|191-D-20441⟧ is Irish",
    "a red van ⟦plate|BD68 KHE⟧ outside",
    "born ⟦birth_date|the fourth of May 1957⟧ in ⟪Leeds⟫",
    "my date of birth is ⟦birth_date|12.11.71⟧ and he laughed",
    "turns eighty on ⟦birth_date|9 June⟧ this year",
    "DOB ⟦birth_date|3rd of feb 88⟧ she typed",
    "on ⟪12 March⟫ they called",
    "my username is ⟦username|harbourmouse⟧ there",
    "username ⟦username|kettle88⟧ got banned",
    "I post as ⟦username|@tired.tenant⟧ on X",
    "my handle is ⟦username|oldboiler_ian⟧",
    "login: ⟦username|tgreaves⟧ never worked",
    "see ⟦link|shorturl.at/xyz12⟧ for the tape",
    "as ⟪a user of Sky⟫ and a login page that fails",
)
NAMES = (
    "I spoke to ⟦name|Oluwaseyi⟧ for an hour",
    "⟦name|Ffion⟧ from billing said no",
    "said ⟦name|Vartika⟧, and hung up",
    "my husband ⟦name|Thorvald⟧ wept",
    "this is ⟦name|jayden⟧ speaking, how can I help",
    "a woman called ⟦name|Quenby⟧ helped",
    "a lad named ⟦name|dwayne⟧ laughed",
    "my colleague ⟦name|Ngozi Eze⟧ told them",
    "Regards, ⟦name|T. Applewhite⟧",
    "Mr ⟦name|Ravenscroft⟧ wrote to me",
    "my name is ⟦name|zbigniew⟧ and I am tired",
    "Hi ⟦name|Latoya⟧, thanks for nothing",
    "then ⟦name|Kwabena⟧ promised to ring",
    "I asked for ⟦name|Siobhán⟧ again",
    "⟦name|Priscilla⟧ and ⟦name|Keith⟧ both said ⟪Friday⟫",
    "my daughter, ⟦name|Esmerelda⟧, cried",
    "with best wishes\n⟦name|Hamish McTavish⟧",
    "put me through to ⟦name|Bronwen⟧ in complaints",
    "old mrs ⟦name|pemberly⟧ next door",
    "his boss, ⟦name|Declan⟧, was kinder",
    "⟦name|Dafydd⟧ apologised and ⟦name|Xiomara⟧ laughed",
    "even ⟦name|Tamsin⟧ felt sorry",
)
KEPT = (
    "⟪Vodafone⟫ told me that ⟪Netflix⟫ is free until ⟪Christmas⟫",
    "I asked ⟪British Gas⟫ in ⟪Leeds⟫ about ⟪Section 75⟫",
    "⟪Will⟫ they ⟪bill⟫ me in ⟪May⟫ or ⟪mark⟫ it as paid",
    "⟪Three⟫ said ⟪Monday⟫, then ⟪Tuesday⟫",
    "Then ⟪Amazon⟫ promised a refund of ⟪£29.99⟫ within ⟪5 days⟫",
    "⟪The Ombudsman⟫ said so under ⟪article 21 of the GDPR⟫",
    "with ⟪Windows⟫ and ⟪an iPhone⟫ in ⟪Manchester⟫",
    "⟪the Road Traffic Act 1988⟫ says ⟪six months⟫",
    "waited ⟪2 hours 15 minutes⟫ from ⟪9:30⟫ to ⟪11:45⟫",
    "⟪101⟫, ⟪999⟫ and ⟪111⟫ are all free",
    "⟪Sorry⟫, said nobody. ⟪Sales⟫ told me to ask ⟪Support⟫",
    "I had ⟪500 GB⟫ and ⟪24 months⟫ to go at ⟪£31.50⟫",
    "the ⟪Supervisor⟫ told me that ⟪Head Office⟫ decides",
    "my ⟪Mum⟫ and ⟪Dad⟫ were on ⟪BT⟫ since ⟪1998⟫",
    "in ⟪the 3rd call⟫ out of ⟪17⟫ I gave up",
    "it was ⟪a Sunday in April⟫, ⟪hope⟫ and ⟪grace⟫ gone",
    "⟪15 working days⟫, ⟪2 engineers⟫ and ⟪10 calls⟫ in a row",
    "the bus stops at ⟪Victoria Station⟫ near ⟪a park⟫",
)


@pytest.mark.parametrize(
    "marked", [*ADDRESSES, *PHONES, *MAILS, *CODES, *OTHERS, *NAMES, *KEPT], ids=str
)
def test_a_variant_is_masked_and_the_rest_stays(marked: str) -> None:
    result = score([parsed(marked)], find, "en")
    assert (result.leaked, result.taken) == ((), ())
