"""What an editor saves is served from the next press on; what is broken is told, and not served."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bot.content import Content
from bot.editing.checking import today
from bot.editing.fingerprints import Fingerprint, fingerprints
from bot.editing.written import load_written
from bot.errors import ContentError
from bot.guides.check import check_guides
from bot.settings import Settings
from bot.shipped import locales_folder, templates_folder

PAUSE = 0.5
KINDS = frozenset({".yaml", ".j2", ".po", ".txt", ".typ"})
Stamps = dict[Path, tuple[int, int]]


@dataclass(frozen=True)
class Reloaded:
    """`broken`: the old content goes on; `waiting`: served, some texts still in English; `fine`."""

    level: Literal["broken", "waiting", "fine"]
    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Loaded:
    """`errors` are those in what changed, `untranslated` what is missing there."""

    content: Content
    prints: dict[str, Fingerprint]
    errors: list[str]
    untranslated: list[str]


class Reloader:
    """Looks every `pause` seconds. Old mistakes in guides that nobody touched keep nothing back."""

    def __init__(
        self,
        settings: Settings,
        serve: Callable[[Content], Awaitable[None]],
        tell: Callable[[Reloaded], None],
        *,
        pause: float = PAUSE,
    ) -> None:
        self._settings, self._serve, self._tell, self._pause = settings, serve, tell, pause
        self._folders = (
            templates_folder(settings.templates_dir),
            locales_folder(settings.locales_dir),
        )
        self._seen: Stamps = {}
        self._served: dict[str, Fingerprint] = {}

    async def begin(self) -> None:
        """Notes what is served now; changes from here on are seen."""
        self._seen = self._stamps()
        self._served = fingerprints(await asyncio.to_thread(load_written, self._settings))

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await asyncio.sleep(self._pause)
            if self._stamps() != self._seen:
                before, self._seen = self._seen, await self._settled()
                changed = ", ".join(sorted(_names(before, self._seen)))
                if changed:
                    self._tell(await self._reload(changed))

    async def _settled(self) -> Stamps:
        """The stamps once they stay the same: an editor saves in several steps."""
        now = self._stamps()
        while True:
            await asyncio.sleep(self._pause / 5)
            before, now = now, self._stamps()
            if before == now:
                return now

    async def _reload(self, changed: str) -> Reloaded:
        try:
            loaded = await asyncio.to_thread(self._load)
            errors = loaded.errors
            if not errors:
                await self._serve(loaded.content)
                self._served = loaded.prints
        except ContentError as error:
            errors = error.problems
        except Exception as error:  # noqa: BLE001 - whatever a half-written file can cause
            errors = [f"{changed}: it cannot be read ({type(error).__name__})"]
        if errors:
            title = f"{changed}: not served, what was there before goes on"
            return Reloaded("broken", title, tuple(map(self._short, errors)))
        if loaded.untranslated:
            title = f"{changed}: served, in English where words are missing"
            return Reloaded("waiting", title, tuple(loaded.untranslated))
        return Reloaded("fine", f"{changed}: served from the next press on")

    def _load(self) -> _Loaded:
        written = load_written(self._settings)
        content = Content.load(self._settings)
        prints = fingerprints(written)
        untranslated: dict[str, None] = {}

        def translate(language: str, domain: str, message: str) -> str:
            found = written.find(language, domain, message)
            if found is None:
                start = message.splitlines()[0]
                untranslated[f"{domain}: no {language} translation of “{start}”"] = None
            return found or message

        problems = check_guides(
            [
                one
                for one in written.sources
                if prints[one.guide.id] != self._served.get(one.guide.id)
            ],
            written.facts,
            letters=written.letters,
            translate=translate,
            today=today(),
            guides=prints.keys(),
        )
        errors = [str(problem) for problem in problems if problem.level == "error"]
        return _Loaded(content, prints, errors, list(untranslated))

    def _stamps(self) -> Stamps:
        """When each file was last written, and its size."""
        found: Stamps = {}
        for folder in self._folders:
            for path in folder.rglob("*"):
                if path.suffix in KINDS:
                    with contextlib.suppress(FileNotFoundError):
                        about = path.stat()
                        found[path] = (about.st_mtime_ns, about.st_size)
        return found

    def _short(self, problem: str) -> str:
        """With file names as an editor knows them."""
        for folder in self._folders:
            problem = problem.removeprefix(f"{folder.parent}/")
        return problem


def _names(before: Stamps, now: Stamps) -> set[str]:
    return {path.name for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
