"""Format strings by the flags of gettext: what a text asks its program for.

The list is that of the gettext manual, "Translators for other Languages": what msgfmt 0.21 checks, and later versions.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from l10n_tool.checks.formats import braces, copied, percent
from l10n_tool.checks.formats.values import InvalidError, Kind, Wants, named

__all__ = ["KINDS", "InvalidError", "Kind", "Wants", "named"]

_TILDE = copied.copied(copied.TILDE)
_PERCENT = copied.copied(copied.PERCENT)
_BRACES = copied.copied(copied.BRACES)

KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "c-format": Kind("C", percent.read_c),
        "objc-format": Kind("Objective C", percent.read_objective_c),
        "python-format": Kind("Python", percent.read_python, "named"),
        "python-brace-format": Kind("Python brace", braces.read_python_brace),
        "java-format": Kind("Java MessageFormat", braces.read_java),
        "java-printf-format": Kind("Java printf", percent.read_java_printf),
        "csharp-format": Kind("C#", braces.read_csharp),
        "javascript-format": Kind("JavaScript", percent.read_javascript),
        "sh-format": Kind("shell", braces.read_shell),
        "perl-format": Kind("Perl", percent.read_perl),
        "perl-brace-format": Kind("Perl brace", braces.read_perl_brace),
        "php-format": Kind("PHP", percent.read_php),
        "ruby-format": Kind("Ruby", percent.read_ruby, "named"),
        "lua-format": Kind("Lua", percent.read_lua, "none"),
        "awk-format": Kind("awk", percent.read_awk),
        "tcl-format": Kind("Tcl", percent.read_tcl),
        "object-pascal-format": Kind("Object Pascal", percent.read_pascal),
        "elisp-format": Kind("Emacs Lisp", percent.read_elisp),
        "librep-format": Kind("librep", percent.read_librep),
        "qt-format": Kind("Qt", percent.read_qt, "none"),
        "qt-plural-format": Kind("Qt plural", percent.read_qt_plural),
        "kde-format": Kind("KDE", percent.read_kde, "one"),
        "boost-format": Kind("Boost", percent.read_boost),
        "ycp-format": Kind("YCP", percent.read_ycp),
        "smalltalk-format": Kind("Smalltalk", percent.read_ycp),
        "kde-kuit-format": Kind("KUIT", copied.copied(copied.MARKUP), "none", copied=True),
        "lisp-format": Kind("Lisp", _TILDE, "none", copied=True),
        "scheme-format": Kind("Scheme", _TILDE, "none", copied=True),
        "gcc-internal-format": Kind("GCC internal", _PERCENT, "none", copied=True),
        "gfc-internal-format": Kind("GFC internal", _PERCENT, "none", copied=True),
        "c++-format": Kind("C++", _BRACES, "none", copied=True),
        "rust-format": Kind("Rust", _BRACES, "none", copied=True),
        "go-format": Kind("Go", _PERCENT, "none", copied=True),
        "sh-printf-format": Kind("shell printf", _PERCENT, "none", copied=True),
        "d-format": Kind("D", _PERCENT, "none", copied=True),
        "ocaml-format": Kind("OCaml", _PERCENT, "none", copied=True),
        "modula2-format": Kind("Modula-2", _PERCENT, "none", copied=True),
    }
)
