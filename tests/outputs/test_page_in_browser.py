"""Pages in a real browser."""

import html
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from pages import localise, page_of

WIDE = """\
---
title: Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung
description: https://example.org/a/very/long/address/that/has/no/place/in/it/to/break/a/line/at/all
date: 2026-03-21
---

# Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung

<https://example.org/a/very/long/address/that/has/no/place/in/it/to/break/a/line/at/all> and
`a_very_long_name_of_code_that_has_no_place_in_it_to_break_a_line_at_all`.

> - > - Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung

| a long heading | another long heading | one more long heading | and a last long heading |
| --- | --- | --- | --- |
| Donaudampfschifffahrtsgesellschaftskapitän | 1,000,000,000,000 | 1,000,000,000,000 | 1,000,000,000,000 |

```
a line of code that is longer than any telephone is wide and that must not be broken in two at all
```
"""

MEASURE = """\
<!DOCTYPE html><meta charset="utf-8">
<iframe style="width:360px;height:800px;border:0" srcdoc="{page}"></iframe>
<pre id="result"></pre>
<script>
addEventListener("load", () => {{
  const page = document.querySelector("iframe").contentDocument;
  const root = page.documentElement, main = page.querySelector("main").getBoundingClientRect();
  const over = [...page.querySelectorAll("main *")].filter(e => !e.closest("table, pre"))
    .filter(e => e.getBoundingClientRect().right > 360.5 || e.getBoundingClientRect().left < -0.5);
  const bar = page.querySelector("blockquote") && getComputedStyle(page.querySelector("blockquote"));
  document.getElementById("result").textContent = [
    "width", root.scrollWidth, "over", over.map(e => e.tagName).join("+") || "none",
    "bar", bar ? bar.borderLeftWidth + "/" + bar.borderRightWidth : "", "main", Math.round(main.width),
  ].join(" ");
}});
</script>
"""

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
    "--window-size=800,900", "--hide-scrollbars", "--virtual-time-budget=4000", "--dump-dom",
)  # fmt: skip


@pytest.fixture
def measured(need_tool: Callable[[str], str], tmp_path: Path) -> Callable[[str], str]:
    """Return what a browser measures of a page on a telephone 360 pixels wide."""
    chromium = need_tool("chromium")

    def measure(page: str) -> str:
        wrapper = tmp_path / "measure.html"
        wrapper.write_bytes(MEASURE.format(page=html.escape(page)).encode())
        # Chromium keeps a socket in its profile, whose path may not be long.
        command = [chromium, *FLAGS, f"--user-data-dir={tmp_path / 'p'}", wrapper.as_uri()]
        ran = subprocess.run(command, capture_output=True, check=True, timeout=120)
        found = re.search(r'<pre id="result">([^<]+)</pre>', ran.stdout.decode())
        assert found, ran.stderr.decode()[-2000:]
        return found[1]

    return measure


@pytest.mark.parametrize(("code", "bar"), [("ar", "0px/3px"), ("de", "3px/0px"), ("ja", "3px/0px")])
def test_a_page_fits_a_telephone(measured: Callable[[str], str], code: str, bar: str) -> None:
    """Nothing is wider than 360 pixels, and a quotation's bar is on the side where lines start."""
    page = page_of(localise(code)).html

    assert re.fullmatch(rf"width 360 over none bar {bar} main \d+", measured(page))


@pytest.mark.parametrize("code", ["de", "ar"])
def test_long_words_and_wide_tables_do_not_widen_a_page(measured: Callable[[str], str], code: str) -> None:
    """Words break, tables and code scroll in themselves."""
    page = page_of(localise(code, WIDE, {})).html

    assert measured(page).startswith("width 360 over none ")
