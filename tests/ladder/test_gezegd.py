"""What is said with a measure is asked by its condition and shown in its letter from one row."""

from __future__ import annotations

from pathlib import Path

import pytest

from clm_cli.derivations.brieven.delen.gevonden import Mist
from clm_cli.derivations.brieven.elementen import ELEMENTEN
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN
from clm_cli.derivations.escalatie.gezegd import GEZEGD
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.voorwaarden.lijst import VOORWAARDEN
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.records.brief import Briefkaart
from tests.ladder.zaakbouw import LANDSCHAP, genomen_regels, genomen_stap

GENOMEN = genomen_regels()
PAREN = {
    voorwaarde: [rij.onderdeel for rij in GEZEGD if rij.voorwaarde == voorwaarde]
    for voorwaarde in dict.fromkeys(rij.voorwaarde for rij in GEZEGD if rij.voorwaarde)
} | {"grond-genoemd": ["gronden"]}


def brief_van(stap: Stap) -> Inhoud:
    """A letter that makes the measure known."""
    assert stap.maatregel
    genomen = Genomen(stap.blik, stap.escalatie, stap.contract, stap.maatregel)
    return Inhoud(
        stap.blik,
        BRIEFSOORTEN[0],
        Briefkaart.model_construct(),
        stap.contract,
        stap.escalatie,
        stap.maatregel,
        genomen,
        (),
        stap.dag,
    )


def deel(stap: Stap, naam: str) -> tuple[str, ...] | Mist:
    return ELEMENTEN[naam](brief_van(stap))


@pytest.mark.parametrize(
    ("eis", "feiten", "anders", "goed"),
    GENOMEN,
    ids=[f"{nr:03}-{rij[0][2:]}" for nr, rij in enumerate(GENOMEN)],
)
def test_a_letter_is_content_with_what_its_condition_accepts_and_nothing_less(
    tmp_path: Path, eis: str, feiten: str, anders: str, goed: str
) -> None:
    stap = genomen_stap(tmp_path, eis[0], feiten, anders).stap
    assert stap.voorstel
    afgeweken = {rij.voorwaarde for rij in stap.voorstel.afwijkingen}
    for voorwaarde in PAREN.keys() - afgeweken:
        mist = [naam for naam in PAREN[voorwaarde] if isinstance(deel(stap, naam), Mist)]
        assert (VOORWAARDEN[voorwaarde].toets(stap).antwoord == "ja") == (not mist), voorwaarde


@pytest.mark.parametrize(
    ("feiten", "anders", "naam", "veld"),
    [
        # J10 asks for three answers; a letter printed none of them where the condition was content
        (
            "J T:veilig $G m5o+@02-17",
            LANDSCHAP.strip().partition(": ")[2] + " => {}",
            "zorglandschap",
            "zorglandschap (stabiel, beschikbaar, toegankelijk)",
        ),
        (
            "J T:veilig $G m5o+@02-17",
            "stabiel: geen gevolg, =>",
            "zorglandschap",
            "zorglandschap (stabiel)",
        ),
        # J43: a fine of nothing
        ("J $G omzet m6b+=0@02-17", "", "bedrag", "geldelijk (bedrag)"),
        # S18: the grounds of a dissolution are a closed list
        (
            "S $G $P m7o+@02-17",
            "gronden: [fraude] => gronden: [Een eigen grond]",
            "gronden",
            "gronden",
        ),
        # J42: what is asked and what the advice fills are the same field
        (
            "J T:veilig $G m5o+@02-17",
            ", ontvangers: [De Roos] =>",
            "ontvangers",
            "reikwijdte (ontvangers)",
        ),
        # J42: who takes over is another
        (
            "J T:veilig $G m5o+@02-17",
            "ontvangers: [De Roos] => ontvangers: [De Roos, Bloem]",
            "ontvangers",
            "reikwijdte (Bloem is deze aanbieder zelf; overdracht is naar een ander)",
        ),
    ],
)
def test_what_is_not_wholly_said_is_named_with_its_field(
    tmp_path: Path, feiten: str, anders: str, naam: str, veld: str
) -> None:
    stap = genomen_stap(tmp_path, feiten[0], feiten[2:], anders).stap
    gevonden = deel(stap, naam)
    assert isinstance(gevonden, Mist)
    assert gevonden.veld == veld
    assert f'--wordt "{veld.partition(" ")[0]}=' in gevonden.nu
    assert naam != "ontvangers" or "ontvangers=" in gevonden.nu


def test_the_missed_kpis_of_a_skip_have_to_be_in_the_letter(tmp_path: Path) -> None:
    """S09 rests skipping on severity and on missed KPIs: where both are given, both are told."""
    stap = genomen_stap(tmp_path, "S", "$G $P m3+@02-17", "").stap
    assert stap.voorstel
    assert stap.voorstel.overslaan
    over = stap.voorstel.overslaan
    assert deel(stap, "overslaan") == (over.kpis, over.reden)


def test_each_row_is_asked_by_a_condition_or_shown_in_a_letter() -> None:
    for rij in GEZEGD:
        assert rij.voorwaarde or rij.onderdeel, rij.veld
        assert not rij.onderdeel or rij.onderdeel in ELEMENTEN
        assert not rij.voorwaarde or rij.voorwaarde in VOORWAARDEN
