"""A letter of ours that LibreOffice made a PDF of: the same letter, and each change is seen."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.brieven.levende_brief import BRIEF, DOSSIER, NAAM, Bureau, begin
from tests.brieven.test_controleer import met_afzender
from tests.brieven.test_controleer_aanvallen import DAG, in_word, vervang


@pytest.fixture
def bureau(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Bureau:
    (tmp_path / "r").mkdir()
    begin(tmp_path / "r")
    return Bureau(tmp_path / "r", capsys)


def test_a_pdf_of_the_word_processor_is_the_same_letter(bureau: Bureau, tmp_path: Path) -> None:
    """Head and foot come first there, and the address where its frame stands in the file."""
    met_afzender(bureau)
    bron = tmp_path / "brief.docx"
    shutil.copy(bureau.map / BRIEF / "brief.docx", bron)
    anders = in_word(bureau, tmp_path / "anders.docx", vervang("9 juni 2026", "16 juni 2026"))
    kop = vervang("Regio Lindestroom", "Geldig tot 1 juni 2026", "word/header1.xml")
    kop_anders = in_word(bureau, tmp_path / "kop.docx", kop)
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(tmp_path)),
            *map(str, (bron, anders, kop_anders)),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    gezegd = bureau.doe(DAG, "brief", "controleer", str(tmp_path / "brief.pdf"), DOSSIER, NAAM)
    assert "Er is niets veranderd." in gezegd
    for naam, dag in (("anders", "16 juni 2026"), ("kop", "1 juni 2026")):
        pdf = str(tmp_path / f"{naam}.pdf")
        assert dag in bureau.doe(DAG, "brief", "controleer", pdf, DOSSIER, NAAM, uit=1)
