"""What the engines' tests share: the real Apertium, and a web server on this machine that plays every part."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

MODES = Path("/usr/share/apertium/modes")


@pytest.fixture(scope="session")
def apertium() -> Path:
    """Return the folder of Apertium's modes; without Apertium the test is skipped, or fails where all must run."""
    missing = [pair for pair in ("eng-spa", "eng-cat") if not (MODES / f"{pair}.mode").is_file()]
    if missing or not shutil.which("lt-proc"):
        what = "Apertium is missing: apt install apertium apertium-eng-spa apertium-eng-cat"
        if os.environ.get("L10N_TOOL_REQUIRE_ALL"):
            pytest.fail(what)
        pytest.skip(what)
    return MODES


@dataclass
class Reply:
    """What the server answers; ``delay`` is the wait before each ``step`` bytes of the body, or before all of it."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    step: int = 0


class Service(ThreadingHTTPServer):
    """A server that answers with ``reply``, a function of the text it gets, and remembers every request."""

    daemon_threads = True
    block_on_close = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.reply: Callable[[str], Reply] = lambda _: Reply()
        self.queries: list[dict[str, str]] = []
        self.stopped = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/m"

    @property
    def texts(self) -> list[str]:
        return [query.get("q", "") for query in self.queries]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that hangs up is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: Service
    timeout = 5

    def do_GET(self) -> None:
        query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        self.server.queries.append(query)
        reply = self.server.reply(query.get("q", ""))
        if reply.delay and not reply.step and self.server.stopped.wait(reply.delay):
            return
        self.send_response(reply.status)
        for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        step = reply.step or len(reply.body) or 1
        for at in range(0, len(reply.body), step):
            if reply.step and self.server.stopped.wait(reply.delay):
                return
            self.wfile.write(reply.body[at : at + step])

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Keep the test's output clean."""


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """Run a server on this machine for one test."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
    with Service() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.stopped.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def reply() -> type[Reply]:
    """Return the class of the server's answers."""
    return Reply
