"""Stories of customers and agents in English: what is masked of them, and what stays."""

import pytest

from bot.stories.redaction import find
from tests.stories.marked import parsed
from tests.stories.scoring import score

SENTENCES = (
    "I live at ⟦address|27 Hawthorn Way⟧ in ⟪Shrewsbury⟫ and the parcel never came",
    "I'm over in ⟦address|Apt 3C, 415 E 12th St⟧, ⟪New York⟫, NY ⟦address|10009⟧",
    "It came to ⟦address|221 Nicholson St, Fitzroy VIC 3065⟧ after ⟪ten days⟫",
    "I've lived at ⟦address|the old schoolhouse, back lane⟧ since ⟪1974⟫",
    'the order, ⟦code|W8810473⟧, still says "processing"',
    "it's booking ⟦code|LKM4P9⟧ for the ⟪14:35⟫ to ⟪Malaga⟫",
    "agent badge ⟦code|T-4482⟧, ⟦name|Marlene⟧, was the best of them",
    "ring us on ⟦phone|01423 555 019⟧ or ⟦phone|07911 123456⟧",
    "on my landline ⟦phone|0121-496-0827⟧ after ⟪6pm⟫",
    "tel. ⟦phone|028 9018 4471⟧ ask for ⟦name|Deirdre⟧",
    "it's ⟦email|fiona at fionascakes dot ie⟧ all one word",
    "sort ⟦code|20 44 51⟧, acc no ⟦code|80411827⟧",
    "my NI is ⟦national_id|QQ123456C⟧ she typed it wrong",
    "PPS number ⟦national_id|1234567FA⟧ for the ⟪DSP⟫",
    "driver's license ⟦national_id|D4412-88371-20915⟧ from ⟪Illinois⟫",
    "his reg was ⟦plate|P457 TRM⟧, an old ⟪Fiesta⟫",
    "my birthday's ⟦birth_date|the 9th of October⟧ and they sent me a card",
    "I put it on ⟦link|www.complaintsboard.com/virgin-9917⟧ yesterday",
    "ask for ⟦name|Gwen⟧ in ⟪Billing⟫, she's a star",
    "the operator was ⟦name|Sunil⟧, bless him, and then ⟦name|Roisin⟧",
)
STORIES = (
    (
        "Never again with ⟪Hyperoptic⟫. Engineer booked for ⟪8am to 1pm⟫, nobody came to "
        "⟦address|Flat 21, Maple Quays⟧. I rang ⟦phone|0333 332 1111⟧ and a girl called "
        '⟦name|Precious⟧ told me the job, ⟦code|J-0091827⟧, had been closed "⟪customer not '
        'home⟫". I was sat on the ⟪bottom step⟫ with a ⟪flask⟫.'
    ),
    (
        "Twelve years at ⟪Verizon⟫ in ⟪Tampa⟫. A man named ⟦name|Earl Budzynski⟧ called "
        "every ⟪first of the month⟫ to read me his bill, line by line, ⟪$84.17⟫. His number"
        " ended in ⟦code|4410⟧. When he stopped calling I looked up the obituary. ⟪God rest"
        " him⟫."
    ),
    (
        "Y'all, ⟪Frontier⟫ had me on hold through an entire ⟪Cowboys⟫ game. Account "
        "⟦code|210-188-4471-072309-5⟧. I'm out on ⟦address|Rural Route 3 Box 118⟧, "
        "⟪Waxahachie⟫ TX ⟦address|75165⟧. ⟦name|LaShonda⟧ credited me ⟪$45⟫. Holler: "
        "⟦phone|972-555-0186⟧"
    ),
    (
        'Agent here, ⟪team of 14⟫, ⟪Cebu⟫. Night shift is your daytime. "Where are you '
        'really?" In ⟪Cebu⟫, sir. "Put me through to ⟪Birmingham⟫." I learned the '
        '⟪Bullring⟫ has ⟪160 shops⟫. My phone name was "⟦name|Ashley⟧"; my real name is '
        "⟦name|Maricel⟧."
    ),
    (
        "Dear ⟪Ofgem⟫, I enclose copies of letters dated ⟪2nd⟫, ⟪9th⟫ and ⟪23rd November⟫. "
        "My supplier insists my name is Mr ⟦name|Prendergast⟧; it is ⟦name|Pendergast⟧. "
        "Customer number ⟦code|A-4D21C88F⟧. Yours, ⟦name|L. Pendergast⟧, ⟦address|2 The Old"
        " Brewery, Wharf Street⟧, ⟪Sowerby Bridge⟫."
    ),
    (
        "when i said id be recording the call for my ⟪own training purposes⟫ the woman (ms "
        "⟦name|hartnell⟧) hung up. called back got ⟦name|piotr⟧ he laughed and said fair "
        "enough. refund ⟪£19⟫. my ref ⟦code|r20-441-9⟧"
    ),
    (
        "customer reads me her email letter by letter: ⟦email|m for mother, o for orange, "
        "lly dot finch at hotmail dot co dot uk⟧. she was called ⟦name|molly finch⟧. of "
        "course. lives ⟦address|19 victoria rd⟧. took ⟪ten minutes⟫. sweetest woman alive"
    ),
    (
        'scam alert. text from ⟪"HMRC"⟫ ⟦phone|+44 7520 660 114⟧, link '
        "⟦link|hmrc-refund-gov.uk.tax-claim.info/r/88⟧. My friend ⟦name|Ngaire⟧ clicked. "
        "They had her NI (⟦national_id|NS 40 11 92 D⟧) within ⟪the hour⟫"
    ),
    (
        "I'm ⟦name|Pete⟧, ex ⟪Carillion⟫, ex ⟪Serco⟫, ex everything. Done ⟪22 years⟫ on "
        "phones. My gaffer Mrs ⟦name|Eccleston⟧ once made me ring back a man who'd died."
    ),
    (
        "They posted my new SIM to ⟦address|The Lodge, Bramcote Hall⟧. I've never lived in "
        "a lodge. I live above ⟪Greggs⟫. ⟦name|Shabnam⟧ said it was on the system."
    ),
    (
        "Bought a caravan at ⟪Haven⟫ from a salesman called ⟦name|Gaz Pickering⟧, pitch "
        "⟦code|H-214⟧, loan with ⟪Black Horse⟫ agreement no ⟦code|90-441-77120⟧. ⟪£38,000⟫,"
        " ⟪14.9% APR⟫. Never again."
    ),
    (
        'My car insurer, ⟪Hastings⟫, cancelled me for "⟪non-disclosure⟫": a speeding fine '
        "from ⟪2017⟫, ⟪SP30⟫, ⟪3 points⟫. Reg ⟦plate|SD14 LNE⟧. ⟦name|Imelda⟧ reinstated "
        "it. Policy ⟦code|HD-PC-00912288⟧."
    ),
    (
        'I worked in ⟪Hyderabad⟫ for a UK bank as "⟦name|Sophie⟧". A lady in ⟪Stoke⟫ asked '
        "my real name. ⟦name|Bhargavi⟧, I said. She practised till she could say it. ⟪Ten "
        "minutes⟫. My AHT was ruined."
    ),
    (
        "Re: ⟦code|TKT-552-0918⟧. Third time of asking. I am NOT ⟦name|Gillian Stott⟧. She "
        "is at number ⟦address|31⟧. I am ⟦name|Julian Stott⟧ at ⟦address|13 Ferncliffe "
        "Road⟧. We are not related. Please, ⟪Yorkshire Water⟫."
    ),
    (
        'so the ⟪klarna⟫ bot is called "⟪AI assistant⟫" and it thinks my name is '
        "⟦name|null⟧. i'm ⟦name|shanelle⟧. order ⟦code|K88201-A⟧. ⟪£31⟫. three emails from "
        "⟦email|no.reply.shan@gmail.com⟧ which is MY address?? lol"
    ),
    (
        "Tip for anyone ringing ⟪DWP⟫: ⟪8:01⟫, not ⟪8:00⟫. ⟦name|Bernard⟧ taught me that. "
        "He also taught me ⟪mandatory reconsideration⟫. My award letter, ref "
        "⟦code|UC-44-19-82-07⟧, came ⟪in June⟫."
    ),
    (
        "Rang ⟪Sky⟫ to leave. ⟦name|Tobias⟧ in retentions offered ⟪half price⟫ for ⟪18 "
        "months⟫. Account ⟦code|623 118 904 227⟧. I stayed. I'm weak. ⟦name|Lesley⟧"
    ),
)
KEPT = (
    "I called ⟪Dell⟫ and ⟪Carphone Warehouse⟫ and ⟪Bosch⟫ all in ⟪one afternoon⟫",
    "flew from ⟪Heathrow Terminal 5⟫ with ⟪British Airways⟫ on ⟪3/4/2024⟫ at ⟪5.40pm⟫",
    "I had ⟪67 Mbps⟫ on ⟪Full Fibre 100⟫, paid ⟪£38.99 a month⟫ for ⟪18 months⟫",
    "dialled ⟪0800⟫ something, pressed ⟪2⟫ then ⟪1⟫ then ⟪#⟫",
    "⟪Christian Aid⟫ rang, then ⟪Cancer Research⟫, then ⟪Macmillan⟫",
    "my target was ⟪18 calls an hour⟫ with ⟪AHT 320⟫ and ⟪NPS 71⟫",
    "from ⟪1 April 2023⟫ to ⟪31 March 2024⟫ I paid ⟪1,450 pounds⟫",
    (
        "stuck on the ⟪M25⟫ then the ⟪A303⟫, ⟪junction 9⟫, ⟪Covid-19⟫ test site, ⟪Gate "
        "B12⟫, ⟪Platform 4⟫"
    ),
    "a ⟪65 inch⟫ ⟪LG OLED⟫, ⟪4K⟫, ⟪WD-40⟫ and ⟪MP3⟫ player, ⟪USB 3.0⟫, ⟪HDMI 2⟫",
    ("they took him to ⟪Addenbrooke's⟫ then ⟪Great Ormond Street⟫ then ⟪the Royal Infirmary⟫"),
    "⟪Human Resources⟫ said ask ⟪Payroll⟫, ⟪Payroll⟫ said ask ⟪Human Resources⟫",
    "On ⟪Good Friday⟫ and ⟪Easter Monday⟫ the ⟪Winter Fuel Payment⟫ was ⟪£300⟫",
    "⟪Netflix⟫ £10.99, ⟪Disney+⟫ £7.99, ⟪NOW⟫ £9.99, total ⟪£28.97⟫",
    "⟪Jack Daniel's⟫ and ⟪Ben & Jerry's⟫ got me through, plus ⟪Mr Kipling⟫",
    "⟪Mother's Day⟫ flowers from ⟪Interflora⟫ came on ⟪Father's Day⟫",
    ("I felt ⟪frank⟫, ⟪rich⟫ coming from them, I had ⟪grace⟫ and ⟪patience⟫, ⟪sue⟫ them I said"),
    "the hold music was ⟪Opus Number 1⟫, then ⟪Hotel California⟫, then ⟪Nessun Dorma⟫",
    "my ⟪Samsung S21 Ultra⟫, ⟪iPad Air 4⟫, ⟪HP Envy 5030⟫ and ⟪Canon MG3650⟫",
    "we're ⟪number 12⟫ in the queue, ⟪number one⟫ for service, ⟪no 1⟫ supplier",
    "⟪thirty-two⟫ minutes, ⟪one hundred and eleven⟫ days, ⟪two thousand and twelve⟫",
    ("I live in ⟪a flat⟫ on ⟪a busy road⟫ near ⟪the high street⟫ at ⟪the end of the lane⟫"),
    "⟪Unbelievable⟫. ⟪Shambles⟫",
)


@pytest.mark.parametrize("marked", [*SENTENCES, *STORIES, *KEPT], ids=str)
def test_a_story_leaks_nothing_and_keeps_its_words(marked: str) -> None:
    result = score([parsed(marked)], find, "en")
    assert (result.leaked, result.taken) == ((), ())
