"""Settings: what is wrong in them is said with the file, the key and what to write instead."""

from pathlib import Path
from typing import Final

import pytest

from l10n_tool.document import Reading, Segmentation
from l10n_tool.errors import ExitCode, UsageError
from l10n_tool.project import Project, SettingsError, SourceGroup, find_project, load_project, require_project

_SOUND: Final = 'locales = ["fr", "pt_BR"]\n'


def _load(folder: Path, text: str) -> Project:
    (folder / "l10n-tool.toml").write_text(text, encoding="utf-8")
    project = load_project(folder)
    assert project is not None
    return project


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ('local = ["fr"]', "unknown setting 'local'", "'locales'"),
        ('source_locale = "en"', "unknown setting 'source_locale'", "'source-locale'"),
        ('in_progress = ["de"]', "unknown setting 'in_progress'", "'in-progress'"),
        ("engine = {}", "unknown setting 'engine'", "'engines'"),
        ('segmentations = "block"', "unknown setting 'segmentations'", "'segmentation'"),
        ("zzzz = 1", "unknown setting 'zzzz'", "Known: base-url"),
        ('locales = "fr"', "locales must be a list", ""),
        ("locales = [1]", "locales must be a list", ""),
        ('locales = ["fr", "fr"]', "locales names 'fr' twice", ""),
        ('locales = ["pt-BR"]', "'pt-BR' is not a locale", "pt_BR"),
        ('locales = ["xx"]', "CLDR knows no language 'xx'", ""),
        ('locales = ["../../etc"]', "'../../etc' is not a locale", ""),
        ('locales = ["en"]', "locales names the source locale 'en'", "Remove it"),
        ('source-locale = "english"', "'english' is not a locale", ""),
        ("source-locale = 1", "source-locale must be a text", ""),
        ('in-progress = ["de"]', "in-progress names 'de', which locales does not", ""),
        ('domain = "../x"', "'../x' cannot be a domain", "letters"),
        ('domain = "a/b"', "'a/b' cannot be a domain", ""),
        ('domain = ""', "'' cannot be a domain", ""),
        ('domain = ".hidden"', "'.hidden' cannot be a domain", ""),
        ('domain = "a."', "'a.' cannot be a domain", ""),
        ('domain = "a\\u0000"', "cannot be a domain", ""),
        ('domain = "a\\n"', "cannot be a domain", ""),
        ("domain = 3", "domain must be a text", ""),
        ('sources = ["../*.md"]', "leads out of the project", ""),
        ('sources = ["a/../../*.md"]', "leads out of the project", ""),
        ('sources = ["/etc/*"]', "leads out of the project", ""),
        ('sources = ["~/x.md"]', "leads out of the project", ""),
        ('sources = ["a\\\\..\\\\b"]', "leads out of the project", ""),
        ('sources = [""]', "leads out of the project", ""),
        ('sources = "a.md"', "sources must be a list", ""),
        ('front-matter = "title"', "front-matter must be a list", ""),
        ('segmentation = "word"', "segmentation 'word'", "block"),
        ("sources = [1]", "sources must be a list of patterns and tables", "source/*.md"),
        ("sources = [{}]", "sources, item 1: files is missing", "files ="),
        ('sources = ["a.md", "a.md"]', "sources names 'a.md' twice", ""),
        ('sources = [{ file = ["a.md"] }]', "sources, item 1: unknown setting 'file'", "'files'"),
        ('sources = [{ files = ["a.md"], format = "word" }]', "no source format called 'word'", "markdown"),
        ('sources = [{ files = ["a.md"], domain = "../x" }]', "'../x' cannot be a domain", ""),
        ('sources = [{ files = ["../a.md"] }]', "leads out of the project", ""),
        ('sources = ["a", { files = ["b"], keywords = ["f("] }]', "sources, item 2: keywords: 'f('", "name:1,2"),
        ('translate-code = "yes"', "translate-code must be true or false", ""),
        ('outputs = ["pdf"]', "no output called 'pdf'", "web-page"),
        ('base-url = "javascript:alert(1)"', "base-url must be an http or https address", ""),
        ('base-url = "example.org"', "base-url must be an http or https address", ""),
        ('base-url = "https://a b"', "base-url must be an http or https address", ""),
        ("engines = 1", "engines must hold a table for each engine", ""),
        ("engines = {libretranslate = 1}", "engines must hold a table for each engine", ""),
        ("locales = [", "not TOML", ""),
        ("a = 1\na = 2", "not TOML", ""),
    ],
)
def test_a_bad_setting_names_the_file_and_what_to_write(text: str, message: str, remedy: str, tmp_path: Path) -> None:
    """Exit code 2, one message, and the nearest key or an example where there is one."""
    with pytest.raises(UsageError) as caught:
        _load(tmp_path, text)

    assert caught.value.exit_code == ExitCode.USAGE
    assert message in caught.value.message
    assert remedy in caught.value.remedy
    assert str(caught.value).startswith(str(tmp_path / "l10n-tool.toml"))


def test_what_is_no_toml_is_named_with_line_and_column(tmp_path: Path) -> None:
    """So an editor can jump there."""
    with pytest.raises(SettingsError) as caught:
        _load(tmp_path, 'locales = ["fr"]\ndomain = \n')

    assert str(caught.value.place) == f"{tmp_path / 'l10n-tool.toml'}:2:10"


def test_settings_that_are_not_utf_8_are_named(tmp_path: Path) -> None:
    """And no traceback."""
    (tmp_path / "l10n-tool.toml").write_bytes(b'domain = "\xff"\n')

    with pytest.raises(SettingsError, match="not TOML"):
        load_project(tmp_path)


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    """Some editors write one whether they are asked or not."""
    (tmp_path / "l10n-tool.toml").write_bytes(b"\xef\xbb\xbf" + _SOUND.encode())

    project = load_project(tmp_path)

    assert project is not None
    assert project.locales == ("fr", "pt_BR")


@pytest.mark.parametrize("tool", ["tool = 1", '[tool]\n"l10n-tool" = 1', '[[tool.l10n-tool]]\ndomain = "x"'])
def test_a_tool_table_of_another_shape_is_no_traceback(tool: str, tmp_path: Path) -> None:
    """It is no project, or a message."""
    (tmp_path / "pyproject.toml").write_text(tool, encoding="utf-8")

    try:
        project = load_project(tmp_path)
    except SettingsError as error:
        assert "is not a table" in str(error)  # noqa: PT017
        return

    assert project is None


def test_the_defaults_are_enough_with_a_list_of_locales(tmp_path: Path) -> None:
    """Everything else is what most projects want."""
    project = _load(tmp_path, _SOUND)

    assert project == Project(tmp_path, name=tmp_path.name, locales=("fr", "pt_BR"))
    assert project.domains == ("messages",)
    assert project.template == tmp_path / "locales" / "messages.pot"
    assert project.catalogue("pt_BR") == tmp_path / "locales" / "pt_BR" / "LC_MESSAGES" / "messages.po"


@pytest.mark.parametrize("locale", ["../x", "fr/..", "/fr", "", "fr\0"])
def test_no_catalogue_has_a_path_outside_the_project(locale: str, tmp_path: Path) -> None:
    """Babel's init still writes to such a path (CVE-2021-42771 was about reading from one)."""
    project = _load(tmp_path, _SOUND)

    with pytest.raises(UsageError, match="is not a locale"):
        project.catalogue(locale)


def test_every_setting_is_read(tmp_path: Path) -> None:
    """From pyproject.toml as from the tool's own file."""
    rest = (
        'front-matter = [], keys = ["menu.*", "!*.id"], keywords = ["_t", "ntr:1,2", "ptr:1c,2"], translate-code = true'
    )
    text = f"""
[tool.l10n-tool]
source-locale = "de"
locales = ["fr", "en"]
in-progress = ["en"]
domain = "site"
front-matter = ["title"]
outputs = ["document-file"]
base-url = "https://example.org/campaign"
sources = [
  "docs/*.md",
  {{ files = ["app/*.html", "app/*.py"], domain = "app", segmentation = "sentence", format = "jinja2", {rest} }},
]
[tool.l10n-tool.engines.libretranslate]
url = "http://127.0.0.1:5000"
"""
    (tmp_path / "pyproject.toml").write_text(f'[project]\nname = "shelves"\n{text}', encoding="utf-8")

    project = load_project(tmp_path)

    assert project is not None
    assert project.name == "shelves"
    assert (project.source_locale, project.locales, project.in_progress) == ("de", ("fr", "en"), frozenset({"en"}))
    assert (project.domain, project.sources, project.base_url) == (
        "site",
        ("docs/*.md", "app/*.html", "app/*.py"),
        "https://example.org/campaign",
    )
    assert project.outputs == ("document-file",)
    assert project.domains == ("site", "app")
    assert project.groups == (
        SourceGroup(("docs/*.md",), "site", reading=Reading("de", ("title",))),
        SourceGroup(
            ("app/*.html", "app/*.py"),
            "app",
            Segmentation.SENTENCE,
            "jinja2",
            Reading("de", (), ("menu.*", "!*.id"), ("_t", "ntr:1,2", "ptr:1c,2"), code=True),
        ),
    )
    assert project.engines["libretranslate"]["url"] == "http://127.0.0.1:5000"


def test_the_tools_own_file_wins_over_pyproject(tmp_path: Path) -> None:
    """Both are there: the more particular one counts."""
    (tmp_path / "pyproject.toml").write_text('[tool.l10n-tool]\nlocales = ["ru"]\n', encoding="utf-8")

    project = _load(tmp_path, _SOUND)

    assert project.locales == ("fr", "pt_BR")


def test_the_project_is_looked_for_upward(tmp_path: Path) -> None:
    """Past folders whose pyproject.toml says nothing of us, to the nearest that does."""
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "pyproject.toml").write_text('[project]\nname = "other"\n', encoding="utf-8")
    (tmp_path / "l10n-tool.toml").write_text(_SOUND, encoding="utf-8")

    found = find_project(deep)

    assert found is not None
    assert found.root == tmp_path


def test_no_project_anywhere_says_how_to_make_one(tmp_path: Path) -> None:
    """The first thing that a newcomer meets."""
    assert load_project(tmp_path) is None
    with pytest.raises(UsageError, match="no project here or in a folder above") as caught:
        require_project(None)

    assert "l10n-tool.toml" in caught.value.remedy


def test_a_project_that_is_there_is_given_back(tmp_path: Path) -> None:
    """Unchanged."""
    project = Project(tmp_path)

    assert require_project(project) is project


def test_a_broken_pyproject_of_somebody_else_is_no_concern_of_ours(tmp_path: Path) -> None:
    """A folder above may be any project's; only one that names us is parsed."""
    (tmp_path / "pyproject.toml").write_text("[tool.other\n", encoding="utf-8")

    assert find_project(tmp_path) is None

    (tmp_path / "pyproject.toml").write_text("[tool.l10n-tool\n", encoding="utf-8")
    with pytest.raises(SettingsError):
        find_project(tmp_path)


def test_what_is_not_in_the_room_is_an_error_as_anywhere() -> None:
    """Names are looked up when they are asked for."""
    import l10n_tool.project

    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = l10n_tool.project.nothing  # type: ignore[attr-defined]
