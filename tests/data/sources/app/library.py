"""A lending library's desk: what it says to its readers."""

from gettext import NullTranslations


def desk(catalogue: NullTranslations, books: int, reader: str) -> list[str]:
    """Return the lines on the screen."""
    _, ngettext, pgettext, npgettext = (
        catalogue.gettext,
        catalogue.ngettext,
        catalogue.pgettext,
        catalogue.npgettext,
    )
    shown = reader.title()  # Translators: not about any text below
    return [
        # This remark is for programmers.
        # Translators: {name} is a reader's full name.
        # It may be long.
        _("Welcome, {name}!").format(name=shown),
        # TRANSLATORS: how many books lie on the desk
        ngettext("%d book", "%d books", books) % books,
        npgettext("on loan", "%(count)d book", "%(count)d books", books) % {"count": books},
        pgettext("month", "May"),
        pgettext("verb, on a button", "Open"),  # a programmer's remark
        # translators: a poster; there is nothing to fill in
        _("Up to 20% discount on old books"),
        _("Late by one day: 5%, by two: 100%."),
        # i18n:max-length 12
        _("Renew"),
        # i18n:comment on the door, in capitals
        # i18n:max-length 20
        _("CLOSED"),
        # i18n:skip as this is the same in every language
        _("ISBN"),
        _(
            "Please return what you have read, "
            "so that others can read it too."
        ),
        _("Read %(title)s, 100%% free") % {"title": shown},
    ]  # fmt: skip
