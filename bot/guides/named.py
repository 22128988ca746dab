"""Short names of guides and of their questions, as others show them."""

from bot.chat.counts import COUNTRY
from bot.guides.library import Library
from bot.texts.language import Language


def named(library: Library, language: Language, guide_id: str, question_id: str = "") -> str:
    """Plain text; the ids themselves where a guide or a question is no more."""
    guide = library.guides.get(guide_id)
    if guide is None:
        return f"{guide_id} {question_id}".strip()
    if not question_id:
        return f"{guide.icon} {language.gettext(guide.title, guide_id)}"
    question = guide.questions.get(question_id)
    name = language.gettext(question.short, guide_id) if question else question_id
    return f"{guide.icon} {language.say('🌍 Country') if question_id == COUNTRY else name}"
