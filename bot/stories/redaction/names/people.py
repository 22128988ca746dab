"""A story's words as names: which are known, which are written like one, which never are."""

from dataclasses import dataclass
from functools import cached_property

from bot.stories.redaction.names.cases import POLISH_ENDINGS, brands
from bot.stories.redaction.names.leading import leads
from bot.stories.redaction.names.venues import venues
from bot.stories.redaction.story import Story, Word
from bot.stories.redaction.vocabulary import Names, all_given, all_surnames, everywhere

# Letters before and after a word of a shouted passage.
SHORT_CAPITALS = 4
SHORTEST_SURNAME = 6


@dataclass(frozen=True)
class People:
    story: Story

    @cached_property
    def names(self) -> Names:
        return self.story.vocabulary.names

    @cached_property
    def all_given(self) -> frozenset[str]:
        return all_given(self.story.language)

    @cached_property
    def all_surnames(self) -> frozenset[str]:
        return all_surnames(self.story.language)

    def word(self, index: int) -> Word:
        return self.story.words[index]

    def shouted(self, index: int) -> bool:
        """In capitals among capitals, so that they say nothing."""
        words = self.story.words[max(0, index - 2) : index + 3]
        return sum(word.text.isupper() for word in words) >= min(SHORT_CAPITALS, len(words))

    def capital(self, index: int) -> bool:
        """Written like a name; of short words in capitals only known names are."""
        text = self.word(index).text
        if not text[0].isupper() or self.shouted(index):
            return False
        return not text.isupper() or (len(text) >= SHORT_CAPITALS or self.given_anywhere(index))

    def possible(self, index: int) -> bool:
        low = self.word(index).low
        return len(low) > 1 and low.isalpha() and low not in self.names.function

    def given(self, index: int) -> bool:
        return self.word(index).low in self.names.given

    def given_anywhere(self, index: int) -> bool:
        return self.word(index).low in self.all_given

    def surname(self, index: int) -> bool:
        return self.word(index).low in self.names.surnames

    def surname_anywhere(self, index: int) -> bool:
        return self.word(index).low in self.all_surnames or self.polish_surname(index)

    def polish_surname(self, index: int) -> bool:
        low = self.word(index).low
        return (
            len(low) >= SHORTEST_SURNAME
            and low.endswith(POLISH_ENDINGS)
            and low not in self.names.ordinary
            and low not in self.names.common
        )

    def ordinary(self, index: int) -> bool:
        return self.word(index).low in self.names.ordinary

    def uncommon(self, index: int) -> bool:
        """A word that no list of common words holds; unknown where a language has no such list."""
        word = self.word(index).low
        names = self.names
        return (
            bool(names.common)
            and len(word) >= SHORT_CAPITALS
            and word.isalpha()
            and word not in names.common
            and word not in names.ordinary
            and word not in names.seldom
            and word not in names.function
            and index not in self.towns
            and index not in self.companies
        )

    def common(self, index: int) -> bool:
        return self.word(index).low in self.names.common

    def seldom(self, index: int) -> bool:
        return self.word(index).low in self.names.seldom or index in self.towns

    def starts(self, index: int) -> bool:
        return self.story.starts_sentence(index)

    def speaks(self, index: int) -> bool:
        """Whether what follows a word is what people do: "told me", "ha risposto"."""
        return (
            index + 1 < len(self.story.words)
            and self.story.gap(index) == " "
            and self.word(index + 1).low in self.story.vocabulary.phrases["speaking"]
        )

    @cached_property
    def towns(self) -> frozenset[int]:
        own = self.story.vocabulary.phrases["towns"]
        return (
            frozenset(
                at
                for phrase in self.story.found(everywhere("towns"))
                for at in range(phrase.first, phrase.last)
                if phrase.last - phrase.first > 1
                or () in own.get(self.word(at).low, ())
                or not self._named(at)
            )
            | self._places
        )

    @property
    def _places(self) -> frozenset[int]:
        """As in "gmina Krokowa", "powiat Piski"."""
        known = "town_words" in self.story.vocabulary.phrases
        return self.after("town_words") if known else frozenset()

    @cached_property
    def companies(self) -> frozenset[int]:
        own = self.story.vocabulary.phrases["companies"]
        return (
            frozenset(
                at
                for phrase in self.story.found(everywhere("companies"))
                for at in range(phrase.first, phrase.last)
                if phrase.last - phrase.first > 1
                or () in own.get(self.word(at).low, ())
                or not self._named(at)
            )
            | venues(self.story, self._plain, self.given)
            | brands(self.story)
        )

    def _named(self, index: int) -> bool:
        return self.given(index) or (self.story.language == "it" and self.surname(index))

    def _plain(self, index: int) -> bool:
        return self.ordinary(index) or self.seldom(index) or not self.possible(index)

    def after(self, section: str) -> frozenset[int]:
        """Indices of the words that a phrase of a section stands right before."""
        return frozenset(
            phrase.last
            for phrase in self.story.phrases(section)
            if phrase.last < len(self.story.words) and leads(self.story, section, phrase.last - 1)
        )
