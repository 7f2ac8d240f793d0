"""The page that GitHub shows of a job: a file that each step adds Markdown to, and that GitHub names.

GitHub refuses the page of a step that is longer than it takes, so what is added is made to fit.
"""

from collections.abc import Callable
from pathlib import Path

from l10n_tool.storage import rewrite, write_bytes

__all__ = ["append_summary"]


def append_summary(path: Path, most: int, make: Callable[[int], str]) -> None:
    """Add a page to the end of a file; ``make`` is told how many bytes there is room for. Raises FileError."""

    def added(now: bytes) -> bytes:
        between = b"\n" if now and not now.endswith(b"\n") else b""
        page = make(most - len(now) - len(between)).encode("utf-8", "backslashreplace")
        return now + between + page if page else now

    if path.exists():
        rewrite(path, added)
    else:
        write_bytes(path, added(b""), new=True)
