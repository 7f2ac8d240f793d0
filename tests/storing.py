"""What several tests of files need."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

__all__ = ["failing", "names_in"]


def names_in(folder: Path) -> list[str]:
    """Return the names of everything in a folder."""
    return sorted(path.name for path in folder.iterdir())


def failing(code: int) -> Callable[..., NoReturn]:
    """Return a function that fails as the system does with this code."""

    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fail
