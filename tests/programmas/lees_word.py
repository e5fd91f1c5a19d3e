"""A letter on a letterhead, opened by LibreOffice.

What Word would print holds every part of the letter.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

from clm_cli.documents.document import Document, Stijl
from clm_cli.documents.opmaak import maak
from clm_cli.documents.word.bestand import begin_papier
from tests.brieven.gevulde_sjablonen import Bronnen, kaal, maak_document, verwacht

STIJL = Stijl(
    kleur="#7a1f4e",
    voettekst="Regio Lindestroom · KvK 00000000",
    afzenderregel="Postbus 9999, 9999 ZZ  LINDESTAD",
)


def geopend(tmp_path: Path, document: Document) -> str:
    """The text of the pages that LibreOffice makes of a Word document."""
    (tmp_path / "brief.docx").write_bytes(maak(document, "docx"))
    profiel = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    subprocess.run(
        [
            "soffice",
            profiel,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "brief.docx"),
        ],
        capture_output=True,
        check=True,
        timeout=300,
    )
    return subprocess.run(
        ["pdftotext", "-raw", str(tmp_path / "brief.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def _letters(tekst: str) -> str:
    """Only the letters: the program that opens a letter numbers its lists itself."""
    return re.sub(r"[\W\d_]", "", tekst)


def test_a_letter_on_a_letterhead_shows_every_part(tmp_path: Path) -> None:
    bron = Bronnen(tmp_path / "register").bron("J", "ingebrekestelling")
    vel = begin_papier(STIJL, "Regio Lindestroom", date(2026, 5, 4))
    document = replace(maak_document(bron), stijl=replace(STIJL, briefpapier=vel))
    tekst = geopend(tmp_path, document)
    bladen = tekst.rstrip("\f").split("\f")
    for nummer, blad in enumerate(bladen, 1):
        assert "Regio Lindestroom" in blad.splitlines()[0]
        assert f"Pagina {nummer} van {len(bladen)}" in blad
    plat, hoofd = kaal(tekst), document.briefhoofd
    assert hoofd
    assert [
        deel
        for deel in (document.stijl.afzenderregel, *hoofd.aan, *(w for _, w in hoofd.velden))
        if kaal(deel) not in plat
    ] == []
    inhoud = _letters("\n".join(regel for blad in bladen for regel in blad.splitlines()[1:-1]))
    alles = _letters(verwacht(replace(document, briefhoofd=None), "docx"))
    stukken = [alles[begin : begin + 60] for begin in range(0, len(alles) - 60, 300)]
    assert len(stukken) >= 20
    assert [stuk for stuk in stukken if stuk not in inhoud] == []
    kenmerk = dict(hoofd.velden)["Ons kenmerk"]
    assert kaal(f"Bijlage 3 bij brief {kenmerk}: berekening van de termijnen") in kaal(bladen[-1])
