"""A project's settings: ``[tool.l10n-tool]`` in pyproject.toml, or the same keys at the root of l10n-tool.toml."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from l10n_tool.errors import Place, UsageError
from l10n_tool.languages import validate_locale
from l10n_tool.storage import read_bytes

__all__ = ["Project", "SettingsError", "find_project", "load_project", "require_project"]

_SETTINGS: Final = "l10n-tool.toml"
_PYPROJECT: Final = "pyproject.toml"
_DOMAIN: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?")


@dataclass(frozen=True, slots=True)
class Project:
    """The settings of a project; every name in them is valid, and every path is inside ``root``."""

    root: Path
    name: str = ""
    source_locale: str = "en"
    locales: tuple[str, ...] = ()
    in_progress: frozenset[str] = frozenset()
    domain: str = "messages"
    sources: tuple[str, ...] = ("source/**/*.md", "source/**/*.txt")
    segmentation: str = "block"
    base_url: str = ""
    engines: Mapping[str, Mapping[str, object]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def template(self) -> Path:
        """The POT file."""
        return self.root / "locales" / f"{self.domain}.pot"

    def catalogue(self, locale: str) -> Path:
        """Return the path of a locale's PO file. The locale must be valid."""
        return self.root / "locales" / validate_locale(locale) / "LC_MESSAGES" / f"{self.domain}.po"

    @property
    def output(self) -> Path:
        """The folder that a build writes to if it is told no other."""
        return self.root / "build"


def find_project(start: Path) -> Project | None:
    """Return the project whose settings stand in ``start`` or in the nearest folder above it, or None."""
    for folder in (start, *start.parents):
        project = load_project(folder)
        if project is not None:
            return project
    return None


def load_project(folder: Path) -> Project | None:
    """Return the project of a folder, or None if no settings stand in it. Raises UsageError for a bad setting."""
    own = folder / _SETTINGS
    if own.is_file():
        return _project(folder, own, _parse(own))
    shared = folder / _PYPROJECT
    if not shared.is_file():
        return None
    whole = _parse(shared)
    tool = whole.get("tool", {})
    table = tool.get("l10n-tool") if isinstance(tool, dict) else None
    if table is None:
        return None
    about = whole.get("project", {})
    name = str(about.get("name", "")) if isinstance(about, dict) else ""
    return _project(folder, shared, table, name)


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(read_bytes(path).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        match = re.search(r"line (\d+), column (\d+)", str(error))
        place = Place(str(path), int(match[1]), int(match[2])) if match else Place(str(path))
        raise SettingsError(f"not TOML: {str(error).partition(' (at')[0]}", place) from None


class SettingsError(UsageError):
    """A setting that makes no sense; ``place`` names the file."""

    def __init__(self, message: str, place: Place, remedy: str = "") -> None:
        super().__init__(message, place=place, remedy=remedy)


class _Table:
    """The table of settings, read key by key."""

    def __init__(self, path: Path, values: object) -> None:
        self.place = Place(str(path))
        if not isinstance(values, dict):
            raise SettingsError("tool.l10n-tool is not a table", self.place)
        self._values = values
        for key in values:
            if key not in _KEYS:
                near = get_close_matches(str(key), _KEYS, n=1, cutoff=0.5)
                remedy = f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(sorted(_KEYS))}."
                raise SettingsError(f"unknown setting {key!r}", self.place, remedy)

    def text(self, key: str, default: str) -> str:
        value = self._values.get(key, default)
        if not isinstance(value, str):
            raise SettingsError(f"{key} must be a text", self.place)
        return value

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        value = self._values.get(key, list(default))
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise SettingsError(f'{key} must be a list of texts, such as {key} = ["…"]', self.place)
        twice = next((item for item in value if value.count(item) > 1), None)
        if twice is not None:
            raise SettingsError(f"{key} names {twice!r} twice", self.place)
        return tuple(value)

    def table(self, key: str) -> Mapping[str, Mapping[str, object]]:
        value = self._values.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(item, dict) for item in value.values()):
            raise SettingsError(f"{key} must hold a table for each engine", self.place)
        return MappingProxyType({name: MappingProxyType(item) for name, item in value.items()})


_KEYS: Final = frozenset(
    {"source-locale", "locales", "in-progress", "domain", "sources", "segmentation", "base-url", "engines"}
)


def _project(root: Path, path: Path, values: object, name: str = "") -> Project:
    table = _Table(path, values)
    defaults = Project(root)
    locales = table.texts("locales")
    project = Project(
        root=root,
        name=name or root.resolve().name,
        source_locale=table.text("source-locale", defaults.source_locale),
        locales=locales,
        in_progress=frozenset(table.texts("in-progress")),
        domain=table.text("domain", defaults.domain),
        sources=table.texts("sources", defaults.sources),
        segmentation=table.text("segmentation", defaults.segmentation),
        base_url=table.text("base-url", ""),
        engines=table.table("engines"),
    )
    _validate(project, table)
    return project


def _validate(project: Project, table: _Table) -> None:
    _validate_locales(project, table)
    if not _DOMAIN.fullmatch(project.domain):
        remedy = "Use letters, digits, '-', '_' and '.' only."
        raise SettingsError(f"{project.domain!r} cannot be a domain", table.place, remedy)
    for pattern in project.sources:
        if pattern.startswith(("/", "~")) or ".." in re.split(r"[/\\]", pattern) or not pattern:
            raise SettingsError(f"sources: {pattern!r} leads out of the project", table.place)
    if project.segmentation != "block":
        remedy = 'Write segmentation = "block".'
        raise SettingsError(f"segmentation {project.segmentation!r} is not known to this version", table.place, remedy)
    if project.base_url and not re.fullmatch(r"https?://[^\s\"'<>?#]+", project.base_url):
        raise SettingsError("base-url must be an http or https address", table.place)


def _validate_locales(project: Project, table: _Table) -> None:
    for locale in (project.source_locale, *project.locales):
        try:
            validate_locale(locale)
        except UsageError as error:
            raise SettingsError(error.message, table.place, error.remedy) from None
    if project.source_locale in project.locales:
        raise SettingsError(f"locales names the source locale {project.source_locale!r}", table.place, "Remove it.")
    unknown = sorted(project.in_progress - set(project.locales))
    if unknown:
        raise SettingsError(f"in-progress names {unknown[0]!r}, which locales does not", table.place)


def require_project(project: Project | None) -> Project:
    """Give the project back, or say how to set one up."""
    if project is not None:
        return project
    remedy = f'Write {_SETTINGS} with at least: locales = ["fr"] and sources = ["source/*.md"], or use -C DIR.'
    raise UsageError("no project here or in a folder above", remedy=remedy)
