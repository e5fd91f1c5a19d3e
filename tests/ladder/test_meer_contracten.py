"""A case on more contracts is about all of them: their municipalities, numbers, talks and ends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from clm_cli.derivations.brieven.delen import partijen
from clm_cli.derivations.brieven.inhoud import stel_samen
from clm_cli.derivations.brieven.namens import gemeenten, volmacht
from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN
from clm_cli.derivations.escalatie.uitvoeringen import uitvoerders
from clm_cli.derivations.escalatie.vervolg import getoetst
from clm_cli.derivations.escalatie.zaken import alle_genomen
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.kijk import blik_op
from clm_cli.records.maatregel import Maatregel
from clm_cli.register import Register
from tests.klein_register import lees
from tests.ladder.zaakbouw import Bouw

WEST = "  - {gemeente: west, overeenkomst: raam, tot_en_met_trede: 7, van: 2024-01-01, stuk: Z-9}\n"
EINDE = "ingaat: 2026-02-20\nwijze: opzegging\nreden: Zo is besloten.\n"


def register(map_: Path, woorden: str, meer: Mapping[str, str] | None = None) -> Register:
    """Two contracts in one case; only the second is one of West too."""
    bestanden = Bouw(f"tweede-contract {woorden}", "J").bestanden
    for pad, tekst in bestanden.items():
        nieuw = tekst.replace(
            "contracten: [ambulant]\ntek", "contracten: [ambulant, verblijf]\ntek"
        )
        if pad.endswith("verblijf/contract.yaml"):
            nieuw = f"gemeenten: [west]\n{tekst}"
        if pad == "organisatie.yaml":
            nieuw = tekst.replace("[{id: noord", "[{id: west, naam: West}, {id: noord")
            nieuw = nieuw.replace("volmachten:\n", f"volmachten:\n{WEST}")
        bestanden[pad] = nieuw
    geladen = lees(map_, {**bestanden, **(meer or {})})
    assert [m for m in geladen.meldingen if m.code.startswith(("REC", "YML"))] == []
    return geladen.register.zoals()


def test_each_municipality_of_each_contract_carries_a_stop_out(tmp_path: Path) -> None:
    geheel = register(tmp_path, "T:veilig $G m5c+/bekend@02-17 klaar@02-18")
    blik = blik_op(geheel, "bloem", date(2026, 2, 20))
    (genomen,) = alle_genomen(blik)
    assert uitvoerders(genomen) == (("noord", "zuid"), ("west",))
    (punt,) = [p for p in alle_werkpunten(blik) if p.soort == "uitvoering"]
    assert "Uitvoering door West" in punt.wat
    assert punt.contracten == ("ambulant", "verblijf")
    assert punt.gemeenten == ("noord", "zuid", "west")


def test_the_end_is_wanted_on_each_contract(tmp_path: Path) -> None:
    """And no more on one that ended."""
    alle = [
        (("ambulant",), "clm contract einde bloem ambulant"),
        (("verblijf",), "clm contract einde bloem verblijf"),
    ]
    einde = {"bloem/contracten/ambulant/2026-02-18-einde.yaml": EINDE}
    for nr, (meer, verwacht) in enumerate((({}, alle), (einde, alle[1:]))):
        woorden = "$G bew-fraude@02-12 m7o+/bekend@02-17"
        geheel = register(tmp_path / str(nr), woorden, meer)
        blik = blik_op(geheel, "bloem", date(2026, 2, 20))
        punten = [p for p in alle_werkpunten(blik) if p.soort == "einde"]
        assert [(p.contracten, str(p.nu).split(" --")[0]) for p in punten] == verwacht


@pytest.mark.parametrize("zaak", [True, False])
def test_a_letter_is_written_for_all_and_names_each_contract(tmp_path: Path, *, zaak: bool) -> None:
    geheel = register(tmp_path, "$G m3+@03-02")
    dossier = geheel.dossiers["bloem"]
    (brief,) = dossier.brieven
    kaart = brief.kaart.record.model_copy(
        update={
            "contracten": ("ambulant", "verblijf"),
            "escalatie": "escalaties/2026-01-12-zaak" if zaak else None,
        }
    )
    soort = next(s for s in BRIEFSOORTEN if s.soort == "ingebrekestelling")
    inhoud = stel_samen(geheel, dossier, soort, kaart, dossier.contracten[0])
    assert partijen.contract(inhoud) == ("A-1", "A-1-2")
    assert [g.id for g in gemeenten(inhoud)] == ["noord", "zuid", "west"]
    assert all(volmacht(inhoud, g) for g in gemeenten(inhoud))
    assert partijen.namens(inhoud) == ("Noord", "Zuid", "West")


def _volmacht(map_: Path, anders: tuple[str, str], meer: Mapping[str, str]) -> str:
    """Whether power was given for a notice of default; West gave none."""
    wij = Bouw("", "J").bestanden["organisatie.yaml"].replace(*anders)
    wij = wij.replace("[{id: noord", "[{id: west, naam: West}, {id: noord")
    geheel = register(map_, "$G m3+@02-17", {"organisatie.yaml": wij, **meer})
    dossier = geheel.dossiers["bloem"]
    zaak = dossier.escalaties[-1]
    maatregel = zaak.van(Maatregel)[-1]
    stap = getoetst(blik_op(geheel, dossier, maatregel.record.datum), zaak, maatregel)
    assert stap
    return {v.naam: v.uitspraak.antwoord for v in stap.voorwaarden}["volmacht"]


@pytest.mark.parametrize(("eigen", "antwoord"), [("west", "ja"), ("zuid", "nee")])
def test_who_is_party_itself_to_one_of_the_contracts_needs_no_power_for_that_one(
    tmp_path: Path, eigen: str, antwoord: str
) -> None:
    """3:60 BW: West gave none; that does not matter where we are West."""
    naam = "naam: Regio Test"
    assert _volmacht(tmp_path, (naam, f"{naam}\ngemeente: {eigen}"), {}) == antwoord


@pytest.mark.parametrize(("zelf", "antwoord"), [("opdrachtgever: zelf\n", "ja"), ("", "nee")])
def test_who_gave_the_order_itself_for_one_of_the_contracts_needs_no_power_for_that_one(
    tmp_path: Path, zelf: str, antwoord: str
) -> None:
    """3:60 BW: nor where West takes part in a contract that is ours alone."""
    meer = {
        "overeenkomsten/ons/overeenkomst.yaml": (
            f"titel: Ons\nregime: sdfl-jeugdhulp-2026\n{zelf}gemeenten: [west]\nzorgvormen: "
            "[ambulant]\nlooptijd: {gunning: 2024-09-01, implementatie: 2024-10-01, "
            "uitvoering_van: 2025-01-01, uitvoering_tot: 2027-12-31}\n"
        ),
        "bloem/contracten/verblijf/contract.yaml": (
            "overeenkomst: ons\nnummer: A-1-2\nzorgvormen: [ambulant]\n"
        ),
    }
    assert _volmacht(tmp_path, ("", ""), meer) == antwoord
