"""Google and MyMemory, played by a real server on this machine; deep-translator itself is the real one."""

import json
import re
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

from l10n_tool.drafting import Rejected, draft_text
from l10n_tool.engines import google, mymemory, open_engine
from l10n_tool.errors import ExitCode, ServiceError, UsageError
from l10n_tool.markup import skeleton

SECRET = "The secret letter to the mayor"
FAST: dict[str, object] = {"timeout": 0.4, "pause": 0.01}
ENGINES = ["google", "mymemory"]


def backwards(text: str) -> str:
    return re.sub(r"[^\W\d_]{2,}", lambda match: match[0][::-1] + "e", text)


def body(name: str, answer: str) -> bytes:
    """Return an answer in the form of the service."""
    if name == "mymemory":
        return json.dumps({"responseData": {"translatedText": answer}, "responseStatus": 200, "matches": []}).encode()
    return f'<html><head></head><body><div class="result-container">{answer}</div></body></html>'.encode()


def opened(name: str, service: Any, **options: object) -> Any:
    return open_engine(name, "en", "es", {**FAST, "url": service.url, **options})


def failure(name: str, service: Any, **options: object) -> ServiceError:
    """Return the error of a request that fails; neither it nor what led to it holds the text."""
    with opened(name, service, **options) as engine, pytest.raises(ServiceError) as error:
        engine.translate(SECRET)
    found: BaseException | None = error.value
    while found is not None:
        assert "secret" not in f"{found!s} {found!r} {found.args}"
        assert "secret" not in str(vars(found))
        found = found.__cause__ or found.__context__
    assert error.value.exit_code is ExitCode.SERVICE
    return error.value


@pytest.mark.parametrize("name", ENGINES)
def test_a_good_answer_becomes_a_draft(name: str, service: Any, reply: Callable[..., Any]) -> None:
    """With its marks in place, in one request."""
    service.reply = lambda text: reply(body(name, backwards(text)))
    text = "We thank **everyone** who [signed](https://example.org/sign), {name}."

    with opened(name, service) as engine:
        drafted = draft_text(engine, text, markdown=True, target="es")

    assert drafted.text == "eWe knahte **enoyrevee** ohwe [dengise](https://example.org/sign), {name}."
    assert skeleton(drafted.text) == skeleton(text)
    assert service.texts == ["We thank {{1}}everyone{{2}} who {{3}}signed{{4}}, {{5}}."]


@pytest.mark.parametrize("name", ENGINES)
def test_the_pair_is_written_in_the_services_codes(name: str, service: Any, reply: Callable[..., Any]) -> None:
    """Each has its own."""
    service.reply = lambda text: reply(body(name, backwards(text)))

    with open_engine(name, "en", "az", {**FAST, "url": service.url}) as engine:
        engine.translate("Good books")

    [query] = service.queries
    assert (query.get("sl"), query.get("tl"), query.get("langpair")) == {
        "google": ("en", "az", None),
        "mymemory": (None, None, "en-GB|az-AZ"),
    }[name]


@pytest.mark.parametrize("name", ENGINES)
def test_a_slow_service_is_given_up(name: str, service: Any, reply: Callable[..., Any]) -> None:
    """After three tries, each with its time-out."""
    service.reply = lambda _: reply(b"x", delay=3)

    error = failure(name, service, timeout=0.2)

    assert "did not answer within 0.2 seconds" in error.message
    assert len(service.queries) == 3


def test_a_service_that_drips_is_given_up(service: Any, reply: Callable[..., Any]) -> None:
    """Each byte comes in time, but the answer does not."""
    service.reply = lambda _: reply(b"x" * 500, delay=0.05, step=1)

    assert "did not answer within" in failure("google", service).message


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("status", [429, 500, 503])
def test_passing_trouble_is_tried_again(name: str, status: int, service: Any, reply: Callable[..., Any]) -> None:
    """Twice at most."""
    service.reply = lambda text: (
        reply(body(name, "Buenos libros")) if len(service.queries) > 2 else reply(status=status)
    )

    with opened(name, service) as engine:
        assert engine.translate("Good books") == "Buenos libros"

    assert len(service.queries) == 3


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(
    ("status", "words", "requests"),
    [(429, "fewer requests", 3), (500, "status 500", 3), (403, "status 403", 1), (404, "status 404", 1)],
)
def test_lasting_trouble_is_an_error(
    name: str, status: int, words: str, requests: int, service: Any, reply: Callable[..., Any]
) -> None:
    """The status is told, which deep-translator keeps to itself."""
    service.reply = lambda _: reply(b"Busy", status=status)

    assert words in failure(name, service).message
    assert len(service.queries) == requests


def test_a_service_that_asks_for_a_long_wait_is_left_alone(service: Any, reply: Callable[..., Any]) -> None:
    """Nobody waits an hour in front of a terminal."""
    service.reply = lambda _: reply(status=429, headers={"Retry-After": "3600"})

    assert "in 3600 seconds" in failure("google", service).remedy
    assert len(service.queries) == 1


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("status", [413, 414])
def test_a_text_that_is_too_long_is_rejected_alone(
    name: str, status: int, service: Any, reply: Callable[..., Any]
) -> None:
    """The next one may fit."""
    service.reply = lambda _: reply(status=status)

    with opened(name, service) as engine, pytest.raises(Rejected, match="too long"):
        engine.translate("Good books")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("google", b""),
        ("google", b"<html><body>Our systems have detected unusual traffic</body></html>"),
        ("google", body("google", "")),
        ("google", body("google", "  ")),
        ("mymemory", b""),
        ("mymemory", b"Busy"),
        ("mymemory", b"[]"),
        ("mymemory", b"null"),
        ("mymemory", b"{}"),
        ("mymemory", b'{"responseData": null}'),
        ("mymemory", b'{"responseData": {"translatedText": null}, "matches": []}'),
        ("mymemory", b'{"responseData": {"translatedText": 7}, "matches": []}'),
        ("mymemory", b'{"responseData": {"translatedText": ""}, "matches": [{"x": 1}]}'),
    ],
)
def test_an_unusable_page_is_rejected_and_the_third_in_a_row_is_an_error(
    name: str, content: bytes, service: Any, reply: Callable[..., Any]
) -> None:
    """It would go on for every text of the catalogue."""
    service.reply = lambda _: reply(content)

    with opened(name, service) as engine:
        for _ in range(2):
            with pytest.raises(Rejected, match="no translation"):
                engine.translate(SECRET)
        with pytest.raises(ServiceError, match="3 times in a row") as error:
            engine.translate(SECRET)

    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    "notice",
    [
        "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. NEXT AVAILABLE IN 12 HOURS",
        "YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY",
    ],
)
def test_a_used_up_quota_ends_the_work(notice: str, service: Any, reply: Callable[..., Any]) -> None:
    """MyMemory sends it as the translation, with status 200."""
    service.reply = lambda _: reply(body("mymemory", notice))

    assert "used up" in failure("mymemory", service).message
    assert len(service.queries) == 1


def test_a_refused_pair_ends_the_work(service: Any, reply: Callable[..., Any]) -> None:
    """Every other text would fare the same."""
    service.reply = lambda _: reply(body("mymemory", "'XX' IS AN INVALID TARGET LANGUAGE . EXAMPLE: LANGPAIR=EN|IT"))

    assert "pair" in failure("mymemory", service).message


def test_a_length_notice_is_no_translation(service: Any, reply: Callable[..., Any]) -> None:
    """It is the text's trouble alone."""
    service.reply = lambda _: reply(body("mymemory", "QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS"))

    with opened("mymemory", service) as engine, pytest.raises(Rejected, match="notice"):
        draft_text(engine, "Good books", markdown=True, target="es")


def test_character_references_of_mymemory_are_read(service: Any, reply: Callable[..., Any]) -> None:
    """They are its own, not the text's."""
    service.reply = lambda _: reply(body("mymemory", "L&#39;ami &amp; le livre"))

    with opened("mymemory", service) as engine:
        assert engine.translate("The friend and the book") == "L'ami & le livre"


@pytest.mark.parametrize("name", ENGINES)
def test_the_charset_is_utf_8_whatever_the_header_says(name: str, service: Any, reply: Callable[..., Any]) -> None:
    """A wrong header must not turn a letter into two."""
    content = body(name, "año ñandú")
    service.reply = lambda _: reply(content, headers={"Content-Type": "text/html; charset=iso-8859-1"})

    with opened(name, service) as engine:
        assert engine.translate("Good books") == "año ñandú"


def test_an_answer_in_another_charset_is_an_error(service: Any, reply: Callable[..., Any]) -> None:
    """Its letters cannot be told."""
    service.reply = lambda _: reply(body("google", "año").decode().encode("latin-1"))

    assert "UTF-8" in failure("google", service).message


@pytest.mark.parametrize("name", ENGINES)
def test_a_giant_answer_is_not_read_to_its_end(name: str, service: Any, reply: Callable[..., Any]) -> None:
    """A megabyte is more than any translation."""
    service.reply = lambda _: reply(b"x" * 30_000_000)

    assert "without end" in failure(name, service, timeout=5.0).message


def test_a_packed_answer_is_not_unpacked(service: Any, reply: Callable[..., Any]) -> None:
    """A kilobyte can hold a gigabyte."""
    service.reply = lambda _: reply(b"\x1f\x8b\x08\x00" + b"\x00" * 60, headers={"Content-Encoding": "gzip"})

    assert "UTF-8" in failure("google", service).message


def test_another_host_is_not_followed(service: Any, reply: Callable[..., Any]) -> None:
    """The text goes to the service that was chosen, and to no other."""
    elsewhere = service.url.replace("127.0.0.1", "localhost")
    service.reply = lambda text: reply(status=302, headers={"Location": f"{elsewhere}?q={quote(text)}"})

    assert "another host" in failure("google", service).message
    assert len(service.queries) == 1


def test_the_same_host_is_followed(service: Any, reply: Callable[..., Any]) -> None:
    """A service may move its page."""
    service.reply = lambda text: (
        reply(body("google", "Buenos libros"))
        if len(service.queries) > 1
        else reply(status=302, headers={"Location": f"/n?q={quote(text)}"})
    )

    with opened("google", service) as engine:
        assert engine.translate("Good books") == "Buenos libros"


def test_a_circle_is_left(service: Any, reply: Callable[..., Any]) -> None:
    """After three turns."""
    service.reply = lambda _: reply(status=302, headers={"Location": "/m"})

    assert "circle" in failure("google", service).message
    assert len(service.queries) == 4


@pytest.mark.parametrize("name", ENGINES)
def test_a_service_that_is_not_there_is_an_error(name: str, service: Any) -> None:
    """The message does not hold the address, which holds the text."""
    gone = service.url.replace(str(service.server_port), "9")

    assert "cannot be reached" in failure(name, service, url=gone).message


def test_a_broken_answer_is_tried_again(service: Any, reply: Callable[..., Any]) -> None:
    """The connection ended before the answer did."""
    service.reply = lambda _: reply(b"short", headers={"Content-Length": "50"})

    assert "broke off" in failure("google", service).message
    assert len(service.queries) == 3


def test_threads_get_the_answers_to_their_own_texts(service: Any, reply: Callable[..., Any]) -> None:
    """deep-translator's own instances mix them up."""
    service.reply = lambda text: reply(body("google", backwards(text)))
    wrong: list[str] = []

    with opened("google", service, timeout=10.0) as engine:

        def work(word: str) -> None:
            texts = [f"{word} {n}" for n in range(25)]
            wrong.extend(text for text in texts if engine.translate(text) != backwards(text))

        threads = [threading.Thread(target=work, args=(word,)) for word in ("one", "two", "three", "four")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert wrong == []


@pytest.mark.parametrize(("name", "longest"), [("google", 1500), ("mymemory", 480)])
def test_a_long_text_goes_in_several_requests(name: str, longest: int, service: Any, reply: Callable[..., Any]) -> None:
    """None longer than the service takes."""
    service.reply = lambda text: reply(body(name, backwards(text)))
    text = "We read the good books in the library. " * 60

    with opened(name, service) as engine:
        drafted = draft_text(engine, text, markdown=True, target="es")

    assert drafted.text == backwards(text)
    assert max(map(len, service.texts)) <= longest


def test_a_text_whose_address_would_be_too_long_is_not_sent(service: Any) -> None:
    """A Cyrillic letter takes six bytes in an address, and MyMemory counts bytes too."""
    with opened("google", service) as engine, pytest.raises(Rejected, match="too long"):
        engine.translate("ж" * 2600)
    with opened("mymemory", service) as engine, pytest.raises(Rejected, match="too long"):
        engine.translate("ж" * 260)

    assert service.queries == []


def test_others_who_use_deep_translator_get_requests_itself() -> None:
    """Only our own translators go another way."""
    import requests
    from deep_translator import google as module

    google.engine("en", "es", {}).close()
    google.engine("en", "es", {}).close()

    assert module.requests.Session is requests.Session
    assert module.requests._original is requests


@pytest.mark.parametrize(
    ("locale", "google_code", "mymemory_code"),
    [
        ("az", "az", "az-AZ"),
        ("zh_Hans", "zh-CN", "zh-CN"),
        ("zh_CN", "zh-CN", "zh-CN"),
        ("zh_Hant", "zh-TW", "zh-TW"),
        ("zh_TW", "zh-TW", "zh-TW"),
        ("zh_Hant_HK", "zh-TW", "zh-TW"),
        ("zh_HK", "zh-TW", "zh-HK"),
        ("he", "iw", "he-IL"),
        ("nb", "no", "nb-NO"),
        ("no", "no", "nb-NO"),
        ("fil", "tl", "fil-PH"),
        ("pt_BR", "pt", "pt-BR"),
        ("pt", "pt", "pt-PT"),
        ("es", "es", "es-ES"),
        ("es_419", "es", "es-419"),
        ("es_PE", "es", "es-ES"),
        ("sr", "sr", "sr-Cyrl-RS"),
        ("sr_Cyrl", "sr", "sr-Cyrl-RS"),
        ("sr_RS", "sr", "sr-Cyrl-RS"),
        ("sr@latin", "", "sr-Latn-RS"),
        ("sr_Latn", "", "sr-Latn-RS"),
        ("az_Cyrl", "", ""),
        ("uz@cyrillic", "", ""),
        ("nn", "", "nn-NO"),
        ("ca@valencia", "ca", "cav-ES"),
        ("jv", "jw", "jv-ID"),
        ("tlh", "", ""),
        ("en_XA", "", ""),
        ("ar_XB", "", ""),
    ],
)
def test_locales_have_the_services_codes(locale: str, google_code: str, mymemory_code: str) -> None:
    """A locale that the service would write in another script, or as another language, is refused."""
    for code, expected in ((google.code, google_code), (mymemory.code, mymemory_code)):
        if expected:
            assert code(locale) == expected
        else:
            with pytest.raises(UsageError, match=f"cannot draft for {locale}"):
                code(locale)


@pytest.mark.parametrize("name", ENGINES)
def test_a_pair_of_one_language_is_refused(name: str) -> None:
    """deep-translator would give the text back as its own translation."""
    with pytest.raises(UsageError, match="language of the source"):
        open_engine(name, "es", "es_PE")
