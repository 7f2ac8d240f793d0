"""The machine translation engines: a file each, and this table.

Nothing of an engine is imported before it is asked for: deep-translator alone takes longer than the rest of a start.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol, cast

from l10n_tool.errors import UnknownNameError

if TYPE_CHECKING:
    from l10n_tool.drafting import Engine

__all__ = ["ENGINES", "EngineSpec", "open_engine"]


class Factory(Protocol):
    """What an engine's module has as ``engine``; locales are in gettext's form, options those of the settings."""

    def __call__(self, source: str, target: str, options: Mapping[str, object]) -> "Engine": ...


@dataclass(frozen=True, slots=True)
class EngineSpec:
    """An engine as the table knows it.

    ``needs`` says in a line what must be there for it to work, ``free`` what may be sent free of charge.
    ``network`` is True where text leaves this machine.
    """

    module: str
    needs: str
    network: bool = False
    free: str = "as much as you like"

    def open(self, source: str, target: str, options: Mapping[str, object] | None = None) -> "Engine":
        """Return an engine for one pair of locales.

        Raises UsageError for options it does not know and for pairs it does not have, ServiceError where a program
        or its data is not installed. The caller closes the engine.
        """
        factory = cast("Factory", import_module(f"l10n_tool.engines.{self.module}").engine)
        return factory(source, target, options or {})


#: The engines by name, in the order in which help lists them.
ENGINES: Final[Mapping[str, EngineSpec]] = MappingProxyType(
    {
        "memory": EngineSpec("memory", "Nothing: it recalls what people translated in this project."),
        "apertium": EngineSpec("apertium", "Apertium and its data, such as: apt install apertium apertium-eng-spa."),
        "pseudo": EngineSpec("pseudo", "Nothing: it writes accented text for trying out layouts (en_XA, ar_XB)."),
        "google": EngineSpec(
            "google",
            "The network; the text goes to Google Translate's public page, without a key.",
            network=True,
            free="no published limit; Google blocks an address that asks for much",
        ),
        "mymemory": EngineSpec(
            "mymemory",
            "The network; the text goes to MyMemory over plain http, in pieces of under 500 characters.",
            network=True,
            free="5,000 characters a day",
        ),
    }
)


def open_engine(name: str, source: str, target: str, options: Mapping[str, object] | None = None) -> "Engine":
    """Return the engine of this name for one pair of locales. Raises UnknownNameError, and what the engine raises."""
    if name not in ENGINES:
        raise UnknownNameError("engine", name, list(ENGINES))
    return ENGINES[name].open(source, target, options)
