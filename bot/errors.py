"""The one small hierarchy of errors that an operator of the bot meets as a sentence."""


class GalateoError(Exception):
    """Something that stops a command; its text is a sentence that says what to mend."""


class ContentError(GalateoError):
    """A guide, fact, template or translation that is wrong.

    `problems` holds one line each: `file:line: what is wrong`.
    """

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
