"""What a project is: its languages, its groups of sources, and where its catalogues and outputs stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from l10n_tool.document import AS_IS, Reading, Segmentation
from l10n_tool.languages import validate_locale

if TYPE_CHECKING:
    from l10n_tool.checks.standard import Rule

__all__ = ["Project", "SourceGroup"]

_DOMAIN: Final = "messages"


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Files that are read alike, by patterns relative to the project, and the domain that their segments go to.

    Without a ``format`` it is told by each file's ending.
    """

    files: tuple[str, ...] = ("source/**/*.md", "source/**/*.txt")
    domain: str = _DOMAIN
    segmentation: Segmentation = Segmentation.BLOCK
    format: str = ""
    reading: Reading = AS_IS


@dataclass(frozen=True, slots=True)
class Project:
    """The settings of a project; every name in them is valid, and every path is inside ``root``.

    A file that patterns of several groups match belongs to the first of them.
    """

    root: Path
    name: str = ""
    source_locale: str = "en"
    locales: tuple[str, ...] = ()
    in_progress: frozenset[str] = frozenset()
    domain: str = _DOMAIN
    groups: tuple[SourceGroup, ...] = (SourceGroup(),)
    outputs: tuple[str, ...] = ()
    base_url: str = ""
    engines: Mapping[str, Mapping[str, object]] = field(default_factory=lambda: MappingProxyType({}))
    rules: "tuple[Rule, ...]" = ()
    complete: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def sources(self) -> tuple[str, ...]:
        """The patterns of every group."""
        return tuple(pattern for group in self.groups for pattern in group.files)

    @property
    def domains(self) -> tuple[str, ...]:
        """The domains that have sources, each once, in the order of the settings."""
        return tuple(dict.fromkeys(group.domain for group in self.groups)) or (self.domain,)

    @property
    def template(self) -> Path:
        """The POT file of the project's own domain."""
        return self.template_of(self.domain)

    def template_of(self, domain: str) -> Path:
        """Return the POT file of a domain. The domain must be one of the project's."""
        return self.root / "locales" / f"{domain}.pot"

    def catalogue(self, locale: str, domain: str = "") -> Path:
        """Return the path of a locale's PO file, of the project's own domain if none is named.

        Raises UsageError for what is no locale.
        """
        return self.root / "locales" / validate_locale(locale) / "LC_MESSAGES" / f"{domain or self.domain}.po"

    @property
    def output(self) -> Path:
        """The folder that a build writes to if it is told no other."""
        return self.root / "build"
