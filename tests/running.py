"""What several test modules say in their signatures."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from click.testing import Result

__all__ = ["REPOSITORY", "Cli"]

REPOSITORY: Final = Path(__file__).parents[1]

#: Runs a command in a folder: ``cli(root, "status", "fr")``.
Cli = Callable[..., Result]
