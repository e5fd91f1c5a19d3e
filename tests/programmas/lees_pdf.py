"""The hostile name, read from PDFs by pdftotext, a program of others."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from clm_cli.documents.document import Briefhoofd
from clm_cli.documents.opmaak import maak
from tests.documents.test_documenten import NAMEN, document


@pytest.mark.parametrize("naam", NAMEN)
def test_another_program_reads_the_name(tmp_path: Path, naam: str) -> None:
    hoofd = Briefhoofd(
        "aangetekend", (naam, "Straat 1"), (("Datum", "4 mei 2026"), ("Betreft", naam))
    )
    (tmp_path / "x.pdf").write_bytes(
        maak(document(tmp_path, naam, opmaak="brief", briefhoofd=hoofd), "pdf")
    )
    uit = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "x.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert uit.replace(" ", "").count(naam.replace(" ", "").replace("\t", "")) >= 9
