"""What is wrong with an opening, by rules over the word lists of its language."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path

from bot.errors import ContentError
from bot.guides.coach.lists import WordLists, load_lists
from bot.guides.coach.problems import PROBLEMS, Findings, Listener, Problem
from bot.guides.coach.rambling import is_rambling
from bot.guides.coach.said import Said, own_words
from bot.guides.coach.shouting import is_shouting
from bot.guides.coach.speech import words
from bot.texts.language import LANGUAGES

# f**k, k***a: whoever hides a word says it.
_CENSORED = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:\*+[^\W\d_]+|\*{2,})")
SHORTEST_QUESTION = 3
HEARD_AT_ONCE = 16


class Coach:
    def __init__(self, lists: Mapping[str, WordLists]) -> None:
        self._lists = lists

    def findings(self, text: str, language: str) -> Findings:
        """Pure; takes any text. An empty one asks for nothing."""
        lists = self._lists[language]
        found = dict(_heard(Said(own_words(text), lists.joining), lists))
        return {problem: found[problem] for problem in PROBLEMS if problem in found}

    def problems(self, text: str, language: str) -> list[Problem]:
        return list(self.findings(text, language))

    def listener(self, language: str) -> Listener:
        """For one visit: a screen asks the same of an answer many times."""
        return lru_cache(maxsize=HEARD_AT_ONCE)(partial(self.findings, language=language))


def _heard(said: Said, lists: WordLists) -> Iterator[tuple[Problem, tuple[str, ...]]]:
    insults = lists.insult.phrases.found_in(said) + tuple(_CENSORED.findall(said.text))
    if insults:
        yield "insult", insults
    threats = lists.threat.phrases.found_in(said)
    if threats:
        yield "threat", threats
    blame = lists.blame_operator.phrases.found_in(said)
    if blame:
        yield "blame_operator", blame
    if is_shouting(said, lists.names):
        yield "shouting", ()
    if is_rambling(said, lists):
        yield "rambling", ()
    if not _asks(said, lists):
        yield "no_request", ()


def _asks(said: Said, lists: WordLists) -> bool:
    if lists.request.phrases.found_in(said):
        return True
    return any(_is_question(sentence, lists) for sentence in said.sentences)


def _is_question(sentence: str, lists: WordLists) -> bool:
    """A real one, not “is anybody there?”."""
    if "?" not in sentence or words(sentence) < SHORTEST_QUESTION:
        return False
    return not lists.request.phrases.excuses(Said(sentence, lists.joining))


def load_coach(folder: Path) -> Coach:
    """From `<language>.yaml` of each language; raises ContentError with file and line of mistakes."""
    lists: dict[str, WordLists] = {}
    problems: list[str] = []
    for language in LANGUAGES:
        path = folder / f"{language}.yaml"
        try:
            lists[language] = load_lists(path)
        except FileNotFoundError:
            problems.append(f"{path}:1: the word lists of the coach are missing")
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return Coach(lists)
