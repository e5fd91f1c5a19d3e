"""How long what a dossier holds is kept: by the terms that somebody recorded, and no others."""

from __future__ import annotations

import textwrap
from datetime import date
from pathlib import Path

import pytest

from clm_cli import resources
from clm_cli.cli.hoofd import draai
from clm_cli.derivations import bewaren
from clm_cli.derivations.bewaren import bewaard, gedeeld_bewaard, gedeeld_voorbij, voorbij
from clm_cli.files.lader import laad
from clm_cli.kijk import Kijk, blik_op
from clm_cli.records.feiten import FEITEN
from clm_cli.records.soorten import KAARTEN
from clm_cli.rules.toets import controleer
from tests.klein_register import BASIS, register, schrijf

CONTACT = "wijze: telefoon\nrichting: uitgaand\nmet: [An]\nkern: Gebeld.\n"
SIGNAAL = (
    "soort: [kwaliteit]\nernst: feitelijk\nkant: AOC\n"
    "bron: {soort: toegang, vertrouwelijk: nee, mag_in_brief: ja}\nwat: Iets.\n"
)
ZAAK = (
    "contracten: [ambulant]\ntekortkomingen: [{id: T1, verplichting: V-01, wat: Iets, soort: "
    "[kwaliteit], raakt_veiligheid: nee, feiten: Iets.}]\nsignalen: []\naanleiding: "
    "niet-nakoming\nafweging: {reden: Iets., lichter: niets}\ncoordinatie: mia\n"
    "besloten_door: mia\n"
)
OUD = {
    "bloem/contacten/2015-05-11-telefoon-x.yaml": CONTACT,
    "bloem/signalen/2015-05-11-x.yaml": SIGNAAL,
    "bloem/escalaties/2015-05-11-x/2015-05-11-opening.yaml": ZAAK,
}
GESLOTEN = {
    "bloem/escalaties/2015-05-11-x/2016-05-09-sluiting.yaml": (
        "reden: Klaar.\nhersteld: ja\nbesloten_door: mia\n"
    )
}


def met(termijnen: str) -> str:
    """The card of the organisation with these terms."""
    return f"{textwrap.dedent(BASIS['organisatie.yaml'])}bewaartermijnen: [{termijnen}]\n"


def over(map_: Path, bestanden: dict[str, str], termijnen: str, dag: date) -> set[str]:
    """The kinds of which something is over its term."""
    geheel = register(map_, {**bestanden, "organisatie.yaml": met(termijnen)})
    return {rij.soort for rij in voorbij(blik_op(geheel, "bloem", dag))}


VIJF = "{soort: contact, termijn: 5 jaar, vanaf: dag, grond: besluit}"
ZAAKTERMIJN = "{soort: escalatie, termijn: 10 jaar, vanaf: dag, grond: besluit}"
NA_CONTRACT = "{soort: contact, termijn: 7 jaar, vanaf: einde-contract, grond: art. 9}"


@pytest.mark.parametrize(
    ("termijnen", "dag", "verwacht"),
    [
        ("", date(2090, 1, 1), set()),
        (VIJF, date(2020, 5, 11), set()),
        (VIJF, date(2020, 5, 12), {"contact"}),
        # counted from the closing on 9 May 2016, not from the opening
        (ZAAKTERMIJN, date(2026, 5, 11), set()),
        (ZAAKTERMIJN, date(2026, 5, 12), {"escalatie"}),
        # both contracts run until 31 December 2027
        (NA_CONTRACT, date(2034, 12, 29), set()),
        (NA_CONTRACT, date(2035, 1, 3), {"contact"}),
    ],
)
def test_only_a_recorded_term_ends(
    tmp_path: Path, termijnen: str, dag: date, verwacht: set[str]
) -> None:
    assert over(tmp_path, {**OUD, **GESLOTEN}, termijnen, dag) == verwacht


def test_every_kind_of_file_of_a_dossier_has_a_term_of_its_own() -> None:
    """Whatever a dossier may hold, by the place where it stands."""
    mappen = {
        s.map.split("/")[1] if "/" in s.map else "" for s in (*KAARTEN, *FEITEN) if "*" in s.map[:1]
    }
    assert mappen == {*bewaren._MAPPEN, *bewaren._DINGEN}
    soorten = {*bewaren._MAPPEN.values(), *bewaren._DINGEN.values(), *bewaren._GEDEELD.values()}
    assert soorten | {"register"} == set(bewaren.SOORTEN)


def test_each_file_of_the_example_is_kept_by_a_kind() -> None:
    kijk = Kijk(laad(resources.voorbeeld()).register, date(2026, 5, 18))
    for blik in kijk.blikken:
        geteld = [rij.plek.pad for rij in bewaard(blik)]
        los = [b.pad for b in blik.dossier.bestanden if b.pad.split("/")[1] not in bewaren._DINGEN]
        dingen = (*blik.dossier.gesprekken, *blik.dossier.brieven, *blik.dossier.escalaties)
        assert len(geteld) == len(los) + len(dingen)


@pytest.mark.parametrize(
    ("pad", "soort"),
    [
        ("bloem/signalen/2015-05-11-zuid-antwoord.yaml", "signaal"),
        ("bloem/opvolging/2015-05-11-afgerond-a-01.yaml", "opvolging"),
    ],
)
def test_a_fact_of_another_kind_is_over_its_term_as_well(
    tmp_path: Path, pad: str, soort: str
) -> None:
    inhoud = {
        "signaal": "bij: 2015-05-11-uitvraag\ngemeente: zuid\nherkent: nee\nantwoord: Nee.\n",
        "opvolging": "bij: lijsten/risicos#R-01\nresultaat: Klaar.\n",
    }[soort]
    termijn = f"{{soort: {soort}, termijn: 5 jaar, vanaf: dag, grond: besluit}}"
    assert over(tmp_path, {pad: inhoud}, termijn, date(2020, 5, 11)) == set()
    assert over(tmp_path, {pad: inhoud}, termijn, date(2020, 5, 12)) == {soort}


LEZING = (
    "regime: sdfl-jeugdhulp-2026\nvraag: begin-bezwaar\nkeuze: ontvangst\nreden: Zo.\n"
    "status: vastgesteld\n"
)
VERSPREID = "voor: bestuur\naan: [Het bestuur]\nrapport: {vindplaats: zaaksysteem}\n"
BUITEN = {
    "lezingen/2015-05-11-begin-bezwaar.yaml": LEZING,
    "rapporten/2015-K1/2015-05-11-bestuur.yaml": VERSPREID,
}


@pytest.mark.parametrize("soort", ["lezing", "rapport"])
def test_what_stands_in_no_dossier_is_over_its_term_as_well(tmp_path: Path, soort: str) -> None:
    """Not while a case is open in any dossier: it may rest on it."""
    termijn = met(f"{{soort: {soort}, termijn: 5 jaar, vanaf: dag, grond: besluit}}")
    for zaak, verwacht in ((OUD, set[str]()), ({**OUD, **GESLOTEN}, {soort})):
        geheel = register(
            tmp_path / str(len(zaak)), {**zaak, **BUITEN, "organisatie.yaml": termijn}
        )
        for dag, over_ in ((date(2020, 5, 11), set[str]()), (date(2020, 5, 12), verwacht)):
            assert {rij.soort for rij in gedeeld_voorbij(Kijk(geheel, dag))} == over_
            gemeld = (m for m in controleer(geheel, dag) if m.code == "AVG604")
            assert {m.tekst.partition(":")[0] for m in gemeld} == over_


def test_an_agreement_is_kept_until_after_the_last_contract(tmp_path: Path) -> None:
    termijn = met("{soort: overeenkomst, termijn: 7 jaar, vanaf: einde-contract, grond: art. 9}")
    eerder = (
        "overeenkomst: sma\nnummer: S-1\nzorgvormen: [advies]\n"
        "looptijd: {uitvoering_van: 2025-01-01, uitvoering_tot: 2026-12-31}"
    )
    bestanden = {"organisatie.yaml": termijn, "bloem/contracten/advies/contract.yaml": eerder}
    geheel = register(tmp_path, bestanden)
    rijen = gedeeld_bewaard(Kijk(geheel, date(2026, 5, 18)))
    assert {rij.tot for rij in rijen if rij.soort == "overeenkomst"} == {date(2035, 1, 2)}


def test_nothing_is_over_while_a_case_is_open(tmp_path: Path) -> None:
    assert over(tmp_path, OUD, f"{VIJF}, {ZAAKTERMIJN}", date(2090, 1, 1)) == set()


def test_an_end_that_is_not_recorded_stays_unknown(tmp_path: Path) -> None:
    zonder = BASIS["overeenkomsten/sma/overeenkomst.yaml"]
    assert zonder is not None
    open_ = {
        "overeenkomsten/sma/overeenkomst.yaml": zonder.replace(", uitvoering_tot: 2027-12-31", "")
    }
    bestanden = {**OUD, **GESLOTEN, **open_, "organisatie.yaml": met(NA_CONTRACT)}
    blik = blik_op(register(tmp_path, bestanden), "bloem", date(2090, 1, 1))
    assert {rij.tot for rij in bewaard(blik)} == {None}


def test_the_page_says_what_is_unknown_and_what_is_over(tmp_path: Path, capsys) -> None:
    schrijf(tmp_path, {**BASIS, **OUD, **GESLOTEN, "organisatie.yaml": met(VIJF)})
    gemeen = ("--map", str(tmp_path), "--vandaag", "2026-05-18")
    assert draai([*gemeen, "wissen"]) == 1
    uit = capsys.readouterr().out
    assert "contact (1): 5 jaar vanaf de dag zelf (besluit)" in uit
    assert "voorbij: bloem/contacten/2015-05-11-telefoon-x.yaml" in uit
    assert "signaal (1): onbekend" in uit
    assert "filter-repo" in uit
    assert draai([*gemeen, "controleer"]) == 1
    assert "AVG604" in capsys.readouterr().out
