"""The words of a guide's screen: title, progress, the blocks that apply, the sources."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.guides.conditions import holds
from bot.guides.context import Context
from bot.guides.facts import Fact
from bot.guides.functions import Functions
from bot.guides.model import Guide, Outcome
from bot.guides.progress import progress
from bot.guides.sources import sources_quote
from bot.guides.walk import Path
from bot.texts.html import escape
from bot.texts.language import Language


@dataclass(frozen=True)
class PageText:
    """`text` is Telegram HTML, `blocks` the paragraphs in it; `facts` those it shows or cites."""

    text: str
    facts: tuple[Fact, ...]
    blocks: tuple[str, ...]


def page_text(
    guide: Guide,
    path: Path,
    node_id: str,
    context: Context,
    languages: Mapping[str, Language],
    language: Language,
) -> PageText:
    node = guide.node(node_id)
    if node is None:
        raise LookupError(node_id)
    answers = {key: path.answers[key] for key in path.nodes[: path.nodes.index(node_id)]}
    functions = Functions(guide, answers, context, languages.__getitem__, language)
    blocks = node.text if isinstance(node, Outcome) else node.ask
    applying = [block for block in blocks if holds(block.when, answers, context)]
    shown = []
    for block in applying:
        shown.append(language.template(language.gettext(block.text, guide.id), functions.names()))
        for fact_id in block.facts:
            functions.cite(fact_id)
    parts = [_title(guide, path, node_id, language), *shown]
    if any(block.general for block in applying):
        parts.append(language.page("general", country=functions.country()))
    facts = tuple(functions.used.values())
    if facts:
        parts.append(sources_quote(facts, language, context.today))
    return PageText("\n\n".join(part for part in parts if part), facts, tuple(shown))


def _title(guide: Guide, path: Path, node_id: str, language: Language) -> str:
    title = f"{guide.icon} <b>{escape(language.gettext(guide.title, guide.id))}</b>"
    steps = progress(guide, path, node_id)
    if steps is None:
        return title
    step, total = steps
    line = language.say("step %(step)s of about %(total)s", step=step, total=total)
    return f"{title} · <i>{line}</i>"
