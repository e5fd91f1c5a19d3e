"""The exported pages in a real browser: no errors, no network, printed whole, nothing cut off."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import unicodedata
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from clm_cli.cli.hoofd import draai
from clm_cli.documents.document import Briefhoofd, Document
from clm_cli.documents.html import als_html

VOORBEELD = Path(__file__).parents[2] / "dossiers"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
VAST = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--enable-logging=stderr",
)
NAMEN = ("team", "de-klaproos", "regio-intern")


@pytest.fixture(scope="module")
def bladen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    map_ = tmp_path_factory.mktemp("bladen") / "register"
    shutil.copytree(VOORBEELD, map_)
    gemeen = ["--map", str(map_), "--vandaag", "2026-05-18", "--door", "marieke-hoekstra"]
    assert draai(["exporteer", "html", *gemeen]) == 0
    assert draai(["exporteer", "html", "klaproos", *gemeen]) == 0
    assert draai(["rapport", "regio", "2026-K1", "--vorm", "html", *gemeen]) == 0
    rapport = map_ / "rapporten/2026-K1/regio-intern.html"
    return {n: map_ / f"export/{n}.html" for n in NAMEN[:2]} | {NAMEN[2]: rapport}


def browser(blad: Path, *woorden: str) -> subprocess.CompletedProcess[str]:
    profiel = f"--user-data-dir={blad.parent / 'profiel'}"
    return subprocess.run(
        [BROWSER, *VAST, profiel, *woorden, blad.as_uri()],
        capture_output=True,
        text=True,
        timeout=90,
        check=True,
    )


@pytest.mark.parametrize("naam", NAMEN)
def test_no_console_error_and_no_request(
    bladen: dict[str, Path], naam: str, tmp_path: Path
) -> None:
    log = tmp_path / "net.json"
    uit = browser(bladen[naam], "--dump-dom", f"--log-net-log={log}")
    assert "CONSOLE" not in uit.stderr
    assert "</main>" in uit.stdout
    # the browser itself calls home; the page may ask nothing but itself
    vragen = set(re.findall(r'"url":"(https?://[^"]*)"', log.read_text()))
    assert not [v for v in vragen if not re.search(r"//[^/]*(google|gstatic|gvt1)[^/]*/", v)]


@pytest.mark.parametrize("naam", NAMEN)
def test_printed_it_holds_all_that_it_says(
    bladen: dict[str, Path], naam: str, tmp_path: Path
) -> None:
    browser(bladen[naam], f"--print-to-pdf={tmp_path / 'uit.pdf'}", "--no-pdf-header-footer")
    pdf = PdfReader(BytesIO((tmp_path / "uit.pdf").read_bytes()))
    letters = unicodedata.normalize("NFKC", "".join(b.extract_text() for b in pdf.pages))
    gedrukt = re.sub(r"\s", "", letters)
    tekst = unescape(re.sub(r"<[^>]*>", " ", bladen[naam].read_text().partition("<body")[2]))
    for woord in re.findall(r"[A-Za-z]{4,}", tekst):
        assert woord in gedrukt


@pytest.mark.parametrize("naam", NAMEN)
def test_on_a_narrow_screen_the_page_itself_does_not_move_sideways(
    bladen: dict[str, Path], naam: str, tmp_path: Path
) -> None:
    omslag = tmp_path / "smal.html"
    eigen = bladen[naam].read_text()
    # the page says itself, in its own title, how wide it became
    meting = (
        "<script>onload=()=>{document.title='BREED '+document.documentElement.scrollWidth}</script>"
    )
    vrij = re.sub(r"<meta http-equiv=.Content-Security-Policy.[^>]*>", "", eigen)
    smal = vrij.replace("<body", '<body style="width:360px;margin:0"', 1)
    omslag.write_text(smal.replace("</body>", f"{meting}</body>"))
    dom = browser(omslag, "--window-size=500,900", "--dump-dom").stdout
    breed = re.search(r"BREED (\d+)", dom)
    assert breed
    assert int(breed[1]) <= 500


def test_it_is_painted(bladen: dict[str, Path], tmp_path: Path) -> None:
    browser(bladen["team"], f"--screenshot={tmp_path / 'a.png'}", "--window-size=900,1200")
    inhoud = (tmp_path / "a.png").read_bytes()
    breed, hoog = struct.unpack(">II", inhoud[16:24])
    assert (breed, hoog) == (900, 1200)
    assert len(inhoud) > 20_000


def test_on_a_phone_nothing_in_the_head_of_a_letter_is_broken_that_fits(tmp_path: Path) -> None:
    """A telephone number, a day, the number of a contract: each on one line."""
    velden = (
        ("Datum", "10 februari 2026"),
        ("Behandeld door", "Mia Visser, contractmanager, 0000-00 00 01"),
        ("Betreft", "bevindingen en uitnodiging om te reageren, overeenkomst JH25-P1-031"),
    )
    hoofd = Briefhoofd("", ("Stichting De Roos",), velden)
    brief = Document("T", date(2026, 2, 10), "Regio", [], "", opmaak="brief", briefhoofd=hoofd)
    meting = """<script>onload=()=>{document.title='HOOG '+[...document.querySelectorAll(
    '.velden .heel')].map(e=>Math.round(e.getBoundingClientRect().height)).join(' ')}</script>"""
    vrij = re.sub("<meta http-equiv=.Content-Security-Policy[^>]*>", "", als_html(brief).decode())
    omslag = tmp_path / "smal.html"
    # the smallest window that a browser opens is wider than a phone: a frame is not
    (tmp_path / "brief.html").write_text(vrij.replace("</body>", f"{meting}</body>"))
    omslag.write_text(
        "<iframe src=brief.html width=360 height=900 "
        'onload="document.title=this.contentDocument.title"></iframe>'
    )
    dom = browser(omslag, "--allow-file-access-from-files", "--dump-dom").stdout
    hoog = re.search(r"HOOG ([\d ]+)", dom)
    assert hoog
    assert len(set(hoog[1].split())) == 1, hoog[1]
