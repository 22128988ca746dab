"""Whether a text is a template that the bot can fill in: its syntax and the functions it calls."""

from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError
from jinja2.meta import find_undeclared_variables

from bot.guides.check.needs import Letters
from bot.guides.facts import Facts
from bot.guides.model import Guide
from bot.guides.words import FUNCTIONS, Call, answers_used, calls, needs_facts
from bot.texts.language import LANGUAGES

OF_FACTS = frozenset({"fact", "law", "cite", "has_fact", "deadline"})
_PARSER = Environment(autoescape=True)


def wrong_syntax(text: str) -> str | None:
    try:
        _PARSER.parse(text)
    except TemplateSyntaxError as error:
        return f"line {error.lineno} of the text: {error.message}"
    return None


def wrong_calls(text: str, guide: Guide, facts: Facts, letters: Letters) -> Iterator[str]:
    """A sentence for each function, fact, question or letter that is not there."""
    called = sorted(calls(text), key=str)
    names = find_undeclared_variables(_PARSER.parse(text)) - FUNCTIONS.keys()
    yield from (f"there is no function {name}" for name in sorted(names))
    fact_ids = {fact.id for fact in facts}
    for call in called:
        if call.function not in FUNCTIONS:
            continue
        if len(call.arguments) != FUNCTIONS[call.function] or "" in call.arguments:
            yield f"{call} needs {FUNCTIONS[call.function]} ids in quotes"
            continue
        yield from _wrong_call(call, guide, letters)
        if call.function in OF_FACTS and call.arguments[-1] not in fact_ids:
            yield f"there is no fact {call.arguments[-1]}"


def _wrong_call(call: Call, guide: Guide, letters: Letters) -> Iterator[str]:
    if call.function in {"answer", "picked", "deadline", "coach"}:
        question = guide.questions.get(call.arguments[0])
        if question is None:
            yield f"there is no question {call.arguments[0]}"
        elif call.function == "deadline" and question.kind != "date":
            yield f"{call} counts from {call.arguments[0]}, which is no date"
        elif call.function == "coach" and question.kind != "text":
            yield f"{call} listens to {call.arguments[0]}, which is not typed"
    if call.function == "letter":
        for language in LANGUAGES:
            if (call.arguments[0], language) not in letters:
                yield f"there is no letter {call.arguments[0]}.{language}"
    if call.function in {"script", "speech"}:
        yield from _wrong_script(call.arguments[0], guide, letters)


def _wrong_script(name: str, guide: Guide, letters: Letters) -> Iterator[str]:
    """A script is said in any country, so nothing in it may depend on one."""
    for language in LANGUAGES:
        text = letters.get((name, language))
        if text is None:
            yield f"there is no script {name}.{language}"
            continue
        if needs_facts(text):
            yield f"script {name}.{language} depends on the country"
        for question_id in sorted(answers_used(text) - guide.questions.keys()):
            yield f"script {name}.{language}: there is no question {question_id}"
