"""Every hostile name × every template × every format, read back literally.

PDFs also by pdftotext, a program of others.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from clm_cli.documents.opmaak import maak
from tests.brieven.gevulde_sjablonen import (
    ANDERE,
    DRUKBAAR,
    SOORTEN,
    VORMEN,
    ZACHT,
    ZONDER_LETTER,
    Bronnen,
    alle_namen,
    gelezen,
    kaal,
)


@pytest.fixture(scope="module")
def bronnen(tmp_path_factory: pytest.TempPathFactory) -> Bronnen:
    return Bronnen(tmp_path_factory.mktemp("vormen"))


@pytest.mark.parametrize("template", [*SOORTEN, *ANDERE], ids="-".join)
def test_every_name_in_every_template_and_format(
    bronnen: Bronnen, template: tuple[str, str]
) -> None:
    bron = bronnen.bron(*template)
    for namen, vormen in ((DRUKBAAR, VORMEN), ([*ZONDER_LETTER, ZACHT], ("md", "docx", "html"))):
        for document, teksten in alle_namen(bron, namen):
            for vorm in vormen:
                assert gelezen(maak(document, vorm), vorm, document) == teksten[vorm], vorm


@pytest.mark.parametrize("template", SOORTEN, ids="-".join)
def test_another_program_reads_the_names_in_every_letter(
    bronnen: Bronnen, tmp_path: Path, template: tuple[str, str]
) -> None:
    leesbaar = [
        naam for naam in DRUKBAAR if naam.isascii()
    ]  # pdftotext turns Hebrew around and splits composed signs
    document, _ = next(alle_namen(bronnen.bron(*template), leesbaar))
    (tmp_path / "x.pdf").write_bytes(maak(document, "pdf"))
    tekst = kaal(
        subprocess.run(
            ["pdftotext", "-raw", str(tmp_path / "x.pdf"), "-"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )
    hoofd = document.briefhoofd
    assert hoofd
    gezocht = [*hoofd.aan, *(waarde for _, waarde in hoofd.velden)]
    assert [regel for regel in gezocht if kaal(regel) not in tekst] == []
