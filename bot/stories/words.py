"""Names of what a story is filed under, in the reader's language."""

from bot.stories.model import TAGS
from bot.texts.language import Language

_say = str
TELLER = {
    "customer": _say("Customer"),
    "operator": _say("Operator"),
    "former": _say("Former operator"),
    "other": _say("Somebody else"),
}
SECTOR = {
    "telecom": _say("Phone and internet"),
    "energy": _say("Electricity, gas, water"),
    "bank": _say("Bank and cards"),
    "insurance": _say("Insurance"),
    "delivery": _say("Parcels"),
    "travel": _say("Travel"),
    "shop": _say("Shops and online orders"),
    "tv": _say("TV and streaming"),
    "health": _say("Health"),
    "office": _say("Public offices"),
    "agency": _say("Sales calls"),
    "other": _say("Something else"),
}
TAG = {
    "long_wait": _say("long wait"),
    "hung_up": _say("hung up"),
    "many_answers": _say("a different answer each time"),
    "rude_operator": _say("rude operator"),
    "rude_caller": _say("rude caller"),
    "kind_operator": _say("kind operator"),
    "kind_caller": _say("kind caller"),
    "sales_call": _say("sales call"),
    "lock_in": _say("locked in"),
    "lost_cancel": _say("lost cancellation"),
    "recording": _say("the recording"),
    "technician": _say("technician"),
    "bill": _say("bill"),
    "refund": _say("refund"),
    "work": _say("how the work is"),
    "funny": _say("funny"),
    "solved": _say("solved"),
    "unsolved": _say("not solved"),
}
FEELING = {
    "trust": _say("🤝 Trust"),
    "calm": _say("😌 Calm"),
    "anger": _say("😠 Anger"),
    "stress": _say("😰 Stress"),
    "confusion": _say("😕 Confusion"),
    "other": _say("💭 Something else"),
}
REPORT = {
    "told": _say("Told before"),
    "personal": _say("Personal data"),
    "off_theme": _say("Off the theme"),
    "other": _say("Something else"),
}
REJECTION = {
    "off_theme": _say("It is not about calls between people and call centers."),
    "advertising": _say("It is advertising."),
    "hate": _say("It has words of hate."),
    "threat": _say("It threatens somebody."),
    "recognisable": _say("It makes a private person recognisable."),
    "accusation": _say("It accuses somebody by name."),
    "harm": _say("It calls for harm or praises abuse."),
    "told": _say("It has been told here before."),
    "too_little": _say("It does not say what happened."),
}
KIND = {
    "story": _say("Story"),
    "comment": _say("Comment"),
    "reply": _say("Reply of the company"),
    "correction": _say("Request for correction"),
    "saying": _say("Heard on the line"),
}
MASKED = {
    "phone": _say("phone number"),
    "email": _say("e-mail"),
    "iban": _say("bank account"),
    "card": _say("card number"),
    "tax_id": _say("tax number"),
    "national_id": _say("identity number"),
    "plate": _say("number plate"),
    "address": _say("address"),
    "birth_date": _say("date of birth"),
    "code": _say("customer code"),
    "username": _say("username"),
    "link": _say("link"),
    "name": _say("name"),
    "word": _say("your own choice"),
}


def tag_name(tag: str, language: Language) -> str:
    """A fixed tag in the reader's language; an author's own one as it is."""
    return language.say(TAG[tag]) if tag in TAGS else tag
