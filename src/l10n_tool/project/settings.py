"""A project's settings: ``[tool.l10n-tool]`` in pyproject.toml, or the same keys at the root of l10n-tool.toml."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from l10n_tool.document import Reading, Segmentation
from l10n_tool.errors import Place, UsageError
from l10n_tool.languages import validate_locale
from l10n_tool.project.finding import PYPROJECT, SETTINGS
from l10n_tool.project.model import Project, SourceGroup
from l10n_tool.storage import read_bytes

if TYPE_CHECKING:
    from l10n_tool.checks.standard import Rule

__all__ = ["SettingsError", "load_project"]

_DOMAIN: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?")
#: Functions whose strings are translated, as xgettext's --keyword takes them: ``_t``, ``ntr:1,2``, ``ptr:1c,2``.
_KEYWORD: Final = re.compile(r"[A-Za-z_][\w.]*(?::[0-9]{1,2}c?(?:,[0-9]{1,2}c?){0,2})?")

_OF_GROUPS: Final = frozenset({"domain", "segmentation", "front-matter", "translate-code"})
_KEYS: Final = _OF_GROUPS | {
    "source-locale",
    "locales",
    "in-progress",
    "sources",
    "outputs",
    "base-url",
    "engines",
    "checks",
    "complete",
}
_GROUP_KEYS: Final = _OF_GROUPS | {"files", "format", "keys", "keywords"}


def load_project(folder: Path) -> Project | None:
    """Return the project of a folder, or None if no settings stand in it. Raises UsageError for a bad setting."""
    own = folder / SETTINGS
    if own.is_file():
        return _project(folder, own, _parse(own))
    shared = folder / PYPROJECT
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
    """A table of settings, read key by key; ``name`` is how a message calls it."""

    def __init__(self, place: Place, values: object, known: frozenset[str], name: str = "tool.l10n-tool") -> None:
        self.place, self.name = place, name
        if not isinstance(values, dict):
            raise SettingsError(f"{name} is not a table", place)
        self._values = values
        for key in values:
            if key not in known:
                from difflib import get_close_matches

                near = get_close_matches(str(key), known, n=1, cutoff=0.5)
                remedy = f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(sorted(known))}."
                raise self.error(f"unknown setting {key!r}", remedy)

    def error(self, message: str, remedy: str = "") -> SettingsError:
        where = "" if self.name == "tool.l10n-tool" else f"{self.name}: "
        return SettingsError(where + message, self.place, remedy)

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def value(self, key: str) -> object:
        return self._values[key]

    def text(self, key: str, default: str) -> str:
        value = self._values.get(key, default)
        if not isinstance(value, str):
            raise self.error(f"{key} must be a text")
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        value = self._values.get(key, default)
        if not isinstance(value, bool):
            raise self.error(f"{key} must be true or false")
        return value

    def values(self, key: str) -> list[object]:
        value = self._values[key]
        if not isinstance(value, list):
            raise self.error(f'{key} must be a list, such as {key} = ["…"]')
        return value

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        value = self._values.get(key, list(default))
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(f'{key} must be a list of texts, such as {key} = ["…"]')
        twice = next((item for item in value if value.count(item) > 1), None)
        if twice is not None:
            raise self.error(f"{key} names {twice!r} twice")
        return tuple(value)

    def table(self, key: str) -> Mapping[str, Mapping[str, object]]:
        value = self._values.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(item, dict) for item in value.values()):
            raise self.error(f"{key} must hold a table for each engine")
        return MappingProxyType({name: MappingProxyType(item) for name, item in value.items()})


def _project(root: Path, path: Path, values: object, name: str = "") -> Project:
    table = _Table(Place(str(path)), values, _KEYS)
    source_locale = table.text("source-locale", "en")
    default = _group(table, SourceGroup(reading=Reading(locale=source_locale)))
    locales = table.texts("locales")
    project = Project(
        root=root,
        name=name or root.resolve().name,
        source_locale=source_locale,
        locales=locales,
        in_progress=frozenset(table.texts("in-progress")),
        domain=default.domain,
        groups=tuple(_groups(table, default)),
        outputs=table.texts("outputs"),
        base_url=table.text("base-url", ""),
        engines=table.table("engines"),
        rules=_rules(table, locales),
        complete=_complete(table, locales),
    )
    _validate(project, table)
    return project


def _rules(table: _Table, locales: tuple[str, ...]) -> "tuple[Rule, ...]":
    if "checks" not in table:
        return ()
    # Most projects set nothing about checks, and most commands ask none.
    from l10n_tool.project.check_rules import rules_of

    return rules_of(table.value("checks"), locales, table.error)


def _complete(table: _Table, locales: tuple[str, ...]) -> Mapping[str, float]:
    if "complete" not in table:
        return MappingProxyType({})
    from l10n_tool.project.check_rules import completeness_of

    return completeness_of(table.value("complete"), locales, table.error)


def _groups(table: _Table, default: SourceGroup) -> Iterator[SourceGroup]:
    """Yield the groups of ``sources`` in their order: patterns in a row are one, and each table is another."""
    if "sources" not in table:
        yield default
        return
    items = table.values("sources")
    patterns = [item for item in items if isinstance(item, str)]
    twice = next((item for item in patterns if patterns.count(item) > 1), None)
    if twice is not None:
        raise table.error(f"sources names {twice!r} twice")
    for kind, run in groupby(enumerate(items, 1), lambda item: type(item[1])):
        if kind is str:
            yield replace(default, files=tuple(str(pattern) for _, pattern in run))
        elif kind is dict:
            named = (_Table(table.place, item, _GROUP_KEYS, f"sources, item {number}") for number, item in run)
            yield from (_group(one, default) for one in named)
        else:
            raise table.error("sources must be a list of patterns and tables", 'Write sources = ["source/*.md"].')


def _group(table: _Table, default: SourceGroup) -> SourceGroup:
    """Return a group with what a table says, and the rest of the default."""
    reading = default.reading
    group = SourceGroup(
        files=table.texts("files", default.files),
        domain=table.text("domain", default.domain),
        segmentation=_segmentation(table, default.segmentation),
        format=table.text("format", default.format),
        reading=Reading(
            locale=reading.locale,
            front_matter=table.texts("front-matter", reading.front_matter),
            keys=table.texts("keys"),
            keywords=table.texts("keywords"),
            code=table.flag("translate-code", default=reading.code),
        ),
    )
    if table.name != "tool.l10n-tool" and "files" not in table:
        raise table.error("files is missing", 'Write { files = ["app/**/*.py"] }.')
    _validate_group(group, table)
    return group


def _segmentation(table: _Table, default: Segmentation) -> Segmentation:
    name = table.text("segmentation", default.value)
    if name not in set(Segmentation):
        known = " or ".join(f'"{known}"' for known in Segmentation)
        raise table.error(f"segmentation {name!r} is none that we know", f"Write segmentation = {known}.")
    return Segmentation(name)


def _validate_group(group: SourceGroup, table: _Table) -> None:
    if not _DOMAIN.fullmatch(group.domain):
        raise table.error(f"{group.domain!r} cannot be a domain", "Use letters, digits, '-', '_' and '.' only.")
    if group.format:
        from l10n_tool.sources import SOURCES

        _validate_name("source format", group.format, SOURCES, table)
    for keyword in group.reading.keywords:
        if not _KEYWORD.fullmatch(keyword):
            raise table.error(f"keywords: {keyword!r} is no function", 'Write "name", "name:1,2" or "name:1c,2".')


def _validate_name(kind: str, name: str, known: Collection[str], table: _Table) -> None:
    if name not in known:
        raise table.error(f"no {kind} called {name!r}", f"Known: {', '.join(known)}.")


def _validate(project: Project, table: _Table) -> None:
    _validate_locales(project, table)
    for pattern in project.sources:
        if pattern.startswith(("/", "~")) or ".." in re.split(r"[/\\]", pattern) or not pattern:
            raise table.error(f"sources: {pattern!r} leads out of the project")
    for name in project.outputs:
        from l10n_tool.outputs import OUTPUTS

        _validate_name("output", name, OUTPUTS, table)
    if project.base_url and not re.fullmatch(r"https?://[^\s\"'<>?#]+", project.base_url):
        raise table.error("base-url must be an http or https address")


def _validate_locales(project: Project, table: _Table) -> None:
    for locale in (project.source_locale, *project.locales):
        try:
            validate_locale(locale)
        except UsageError as error:
            raise SettingsError(error.message, table.place, error.remedy) from None
    if project.source_locale in project.locales:
        raise table.error(f"locales names the source locale {project.source_locale!r}", "Remove it.")
    unknown = sorted(project.in_progress - set(project.locales))
    if unknown:
        raise table.error(f"in-progress names {unknown[0]!r}, which locales does not")
