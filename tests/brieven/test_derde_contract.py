"""A letter of a third contract is files only (D6): its kind in the regime, and templates."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from tests.brieven.volle_registers import Opdracht, bouw, brief_van, maak, opdrachten

REGIME = Path(__file__).parents[2] / "clm_cli" / "regimes" / "sma-2026.yaml"
ZAAK = "meetpunt/escalaties/2026-01-12-onderbouwing"
MAATREGEL = f"{ZAAK}/2026-07-07-maatregel-malus.yaml"
OPDRACHT = Opdracht(
    "malusbrief",
    "2026-07-07",
    (
        "2026-01-12-onderbouwing",
        "--termijn",
        "soort=betaling termijn='30 dagen'",
        "--tekst",
        "onderdeel=verrekening tekst='Wij houden het bedrag in op uw volgende factuur.'",
    ),
)
EISEN = """
  - brief: malusbrief
    titel: "Malusbrief"
    elementen:
      - {element: bedrag, grond: {eis: X01,
          tekst: "legt een malus op van ten hoogste duizend euro"}}
      - {element: verrekening, titel: "Hoe het bedrag wordt verrekend", grond: {eis: X02,
          tekst: "verrekent de malus met de volgende factuur"}}
      - {element: bepaling-malus, grond: {eis: X01,
          tekst: "legt een malus op van ten hoogste duizend euro"}}
"""
SJABLOON = """Geacht bestuur,

Wij leggen u een malus op van {{ maatregel.bedrag }}. {{ eisen["bepaling-malus"] | citaat }}

{{ teksten.verrekening }}

{% include "brieven/_namens.md" %}
{% include "brieven/_risico.md" %}
{% include "brieven/_tekortkomingen.md" %}
{% include "brieven/_onderzoek.md" %}
{% include "brieven/_afweging.md" %}
De malus gaat in op {{ maatregel.ingaat }}.

{% include "brieven/_voorbehoud.md" %}
{% include "brieven/_slot.md" %}
"""


EIGEN = """
doelgroep: {benaming: "vaarders", grond: {eis: X03, tekst: "de vaarders"}}
briefzinnen:
  - {plaats: afweging, tekst: "Wij wogen ook het tij.", grond: {eis: X03, tekst: "weegt het tij"}}
"""


@pytest.fixture
def derde(tmp_path) -> Path:
    """The advies register with one more instrument, whose letter clm does not know."""
    regime = REGIME.read_text(encoding="utf-8").replace("id: sma-2026\n", "id: derde-2026\n", 1)
    stap = re.search(
        r"      - instrument: terugvordering\n.*?brief: terugvordering\n", regime, re.DOTALL
    )
    assert stap
    malus = re.sub(
        r"(hard: )\[[^\]]*\]",
        r"\1[onderzoek]",
        stap[0]
        .replace("terugvordering", "malus", 1)
        .replace("brief: terugvordering", "brief: malusbrief"),
    )
    regime = regime.replace(stap[0], stap[0] + malus) + EISEN
    anders = {
        "regimes/derde-2026.yaml": regime,
        "overeenkomsten/sma/overeenkomst.yaml": (
            "titel: Derde overeenkomst\nregime: derde-2026\ngemeenten: [lindestad, "
            "oeverdam]\nzorgvormen: [advies]\nlooptijd: {uitvoering_van: 2025-01-01, "
            "uitvoering_tot: 2027-12-31}\nopties: [{id: optie-1, duur: 1 jaar}]\n"
        ),
        MAATREGEL: (
            "instrument: malus\ntrede: 4\ntekortkomingen: [T1]\ningaat: 2026-07-07\nreden: "
            "Past.\nernst: De adviezen waren niet bruikbaar.\nbesloten_door: dir\ngeldelijk: "
            "{bedrag: 500.00, reden: Past.}\n"
        ),
        f"{ZAAK}/2026-07-07-maatregel-terugvordering.yaml": None,
        f"{ZAAK}/2026-07-07-facturen.yaml": None,
    }
    bouw(tmp_path, "S", OPDRACHT.dag, anders)
    sjabloon = tmp_path / "sjablonen/brieven/malusbrief.md"
    sjabloon.parent.mkdir(parents=True)
    sjabloon.write_text(SJABLOON, encoding="utf-8")
    return tmp_path


def test_its_own_kind_of_letter_is_made_with_its_own_template(derde):
    assert maak(derde, "S", OPDRACHT, "--vorm", "md", "--vorm", "pdf", "--vorm", "docx") == 0
    brief = brief_van(derde, "S", OPDRACHT)
    tekst = (brief / "brief.md").read_text(encoding="utf-8").replace("\\", "").replace("\xa0", " ")
    assert "Wij leggen u een malus op van € 500,00." in tekst
    assert '"… legt een malus op van ten hoogste duizend euro"' in tekst
    assert "Wij houden het bedrag in op uw volgende factuur." in tekst
    assert (brief / "brief.pdf").read_bytes().startswith(b"%PDF")


def test_what_its_regime_wants_is_missed_by_its_own_clause(derde, capsys):
    zonder = Opdracht(OPDRACHT.soort, OPDRACHT.dag, OPDRACHT.rest[:3])
    assert maak(derde, "S", zonder) == 2
    gezegd = capsys.readouterr().err
    assert "BRF501 Hoe het bedrag wordt verrekend: 'teksten (verrekening)' ontbreekt" in gezegd
    assert "--tekst" in gezegd


@pytest.mark.parametrize(
    ("weg", "titel"),
    [
        ("{{ teksten.verrekening }}", "Hoe het bedrag wordt verrekend"),
        ("{{ maatregel.bedrag }}", "Het bedrag"),
        ('{{ eisen["bepaling-malus"] | citaat }}', "bepaling-malus"),
    ],
)
def test_a_template_that_loses_a_part_is_refused(derde, capsys, weg, titel):
    pad = derde / "sjablonen/brieven/malusbrief.md"
    pad.write_text(SJABLOON.replace(weg, "."), encoding="utf-8")
    assert maak(derde, "S", OPDRACHT) == 2
    assert f"staat niet: {titel}" in capsys.readouterr().err


def test_without_a_template_of_its_own_it_is_the_letter_of_any_measure(derde):
    """Nothing of another contract is said, and every part that this one wants is there."""
    shutil.rmtree(derde / "sjablonen")
    assert maak(derde, "S", OPDRACHT) == 0
    tekst = (brief_van(derde, "S", OPDRACHT) / "brief.md").read_text(encoding="utf-8")
    tekst = " ".join(tekst.replace("\\", "").split())
    assert (
        "Met deze brief nemen wij onder de overeenkomst SMA25-004 deze maatregel: terugvordering "
        "van onrechtmatige facturen. Hij gaat in op dinsdag 7 juli 2026; ontvangt u deze brief "
        "later, dan op de dag van ontvangst."
    ) in tekst
    assert "Wat de overeenkomst hierbij vraagt **Het bedrag.** € 500,00." in tekst
    assert "**Hoe het bedrag wordt verrekend.** Wij houden het bedrag in op uw volgende" in tekst
    assert 'De overeenkomst zegt: "… legt een malus op van ten hoogste duizend euro".' in tekst
    assert "opdrachtenstop" not in tekst


@pytest.mark.parametrize(
    ("eigen", "wel"),
    [
        ("", ["geen namen van de mensen om wie het gaat en"]),
        (EIGEN, ["geen namen van vaarders en", "Wij wogen ook het tij. **De ernst.**"]),
    ],
)
def test_a_letter_says_the_sentences_of_its_own_contract_and_none_of_another(derde, eigen, wel):
    shutil.rmtree(derde / "sjablonen")
    pad = derde / "regimes/derde-2026.yaml"
    regime = pad.read_text(encoding="utf-8")
    kaal = re.sub(r"(?m)^doelgroep: .*\n|^briefzinnen:\n(  .*\n)+", "", regime)
    assert kaal.count("\n") == regime.count("\n") - 4
    pad.write_text(kaal + eigen, encoding="utf-8")
    assert maak(derde, "S", OPDRACHT) == 0
    tekst = (brief_van(derde, "S", OPDRACHT) / "brief.md").read_text(encoding="utf-8")
    tekst = " ".join(tekst.replace("\\", "").split())
    assert [zin for zin in wel if zin not in tekst] == []
    assert re.findall("zorgvuldig om|cliënt", tekst) == []


def test_an_own_template_begins_with_the_one_of_any_measure(derde, capsys):
    shutil.rmtree(derde / "sjablonen")
    clm = ["--map", str(derde), "--door", "samira", "sjabloon", "nieuw"]
    assert draai([*clm, "malusbrief"]) == 0
    pad = derde / "sjablonen/brieven/malusbrief.md"
    assert "deze maatregel: {{ maatregel.titel" in pad.read_text(encoding="utf-8")
    assert draai([*clm, "malusbrief"]) == 2  # it is there now
    pad.unlink()
    assert draai([*clm, "malusbrief", "--naar", "terugvordering"]) == 0
    assert "deze maatregel" not in pad.read_text(encoding="utf-8")
    capsys.readouterr()
    assert draai([*clm, "boete"]) == 2
    assert "sjabloon kopieer" in capsys.readouterr().err


def test_what_another_contract_asks_is_never_quoted_as_asked_by_this_one(tmp_path):
    pad = REGIME.with_name("sdfl-jeugdhulp-2026.yaml")
    regels = pad.read_text(encoding="utf-8").splitlines(keepends=True)
    zonder = "".join(regel for regel in regels if "bepaling-verklaring" not in regel)
    opdracht = next(o for o in opdrachten("J") if o.id == "verzoek-verklaring")
    bouw(tmp_path, "J", opdracht.dag, {"regimes/sdfl-jeugdhulp-2026.yaml": zonder})
    assert maak(tmp_path, "J", opdracht, "--vorm", "md") == 0
    tekst = (brief_van(tmp_path, "J", opdracht) / "brief.md").read_text(encoding="utf-8")
    assert "Wij vragen u per tekortkoming:" in tekst
    assert "De overeenkomst vraagt om" not in tekst
