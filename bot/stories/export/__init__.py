"""Every published story for other programs: as lines of JSON, and as an Atom feed."""

from bot.stories.export.atom import write_atom
from bot.stories.export.lines import write_lines

__all__ = ["write_atom", "write_lines"]
