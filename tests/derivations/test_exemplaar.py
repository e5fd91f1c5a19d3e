"""The copy of a provider holds what was agreed and shared, and no sentence of what is ours."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from clm_cli.cli.hoofd import draai
from clm_cli.derivations.exemplaar import exemplaar
from clm_cli.files.lader import laad
from clm_cli.kijk import blik_op
from clm_cli.records.basis import Deel
from clm_cli.records.cijfers import Meting
from clm_cli.records.contact import Contactmoment, Signaal, Uitvraag
from clm_cli.records.lijsten import Leerpunten, Onduidelijkheden, Risicos, Wijzigingen
from clm_cli.records.opvolging import Overgeslagen
from tests.brieven.brief_in_orde import HEEL, KAART, SHA, VERZ
from tests.klein_register import KOP, VANDAAG, lees
from tests.klein_teksten import GOED

VOORBEELD = Path(__file__).parents[2] / "dossiers"
INTERN = (Signaal, Uitvraag, Contactmoment, Overgeslagen, Risicos, Leerpunten, Wijzigingen)
ZIN = 25
"""A text of so many characters is a sentence, and no word that anybody uses."""
BLADEN = (("toon",), ("kpi",), ("lijst", "verplichtingen"))
VAST = ["--voor", "aanbieder", "--map", str(VOORBEELD)]
REGISTER = laad(VOORBEELD).register
DOSSIERS = sorted(REGISTER.dossiers)


def teksten(waarde: object) -> Iterator[str]:
    """Every sentence in a record."""
    if isinstance(waarde, Deel):
        for naam in type(waarde).model_fields:
            yield from teksten(getattr(waarde, naam))
    elif isinstance(waarde, tuple):
        for een in waarde:
            yield from teksten(een)
    elif isinstance(waarde, str) and len(waarde) >= ZIN and " " in waarde:
        yield " ".join(waarde.split())


def van_ons(dossier: str) -> set[str]:
    """What only we wrote and read: notes, weighings, every word of a case, letters not sent."""
    eigen = REGISTER.dossiers[dossier]
    intern = [b for b in eigen.bestanden if isinstance(b.record, (*INTERN, Onduidelijkheden))]
    intern += [b for zaak in eigen.escalaties for b in zaak.bestanden]
    return {tekst for b in intern for tekst in teksten(b.record)}


def blad(capsys: pytest.CaptureFixture[str], *woorden: str) -> str:
    assert draai([*woorden, *VAST]) == 0
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("dossier", DOSSIERS)
def test_no_sentence_of_ours_stands_in_a_copy(
    dossier: str, capsys: pytest.CaptureFixture[str]
) -> None:
    vormen = [(*woorden, dossier, *json) for woorden in BLADEN for json in ((), ("--json",))]
    samen = "\n".join(blad(capsys, *vorm) for vorm in vormen)
    assert [tekst for tekst in van_ons(dossier) if tekst in samen] == []
    assert "clm " not in samen, "what we would type"
    tekst = "\n".join(blad(capsys, *woorden, dossier) for woorden in BLADEN)
    for woord in ("score", "Escalatie", "TREDE", "LET OP", "Volmacht", "Omzet 20", "clm "):
        assert woord not in tekst, woord


def test_what_was_agreed_and_shared_stands_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    tekst = blad(capsys, "toon", "de-klaproos")
    for wat in (
        "Exemplaar voor de aanbieder",
        "Categorie 3 van 4, intensief (van 15 januari 2026)",
        "≥ 90 % 91,2 84,6 76,3 71,4",
        "V-03 Jaarrekening met controleverklaring aanleveren",
        "verzonden ingebrekestelling (trede 3)",
    ):
        assert wat in tekst
    assert "elf van de 23" not in tekst.lower(), "a call that we noted"
    assert "A-32" not in tekst, "what we have to do"


def in_exemplaar(map_: Path, bestanden: Mapping[str, str | None]) -> dict[str, Deel]:
    """What is in the copy of a small register, by path in the dossier."""
    register = lees(map_, bestanden).register.zoals()
    kijk = exemplaar(blik_op(register, "bloem", VANDAAG))
    rijen = kijk.register.dossiers["bloem"].bestanden
    return {b.pad.removeprefix("bloem/"): b.record for b in rijen}


GEHOUDEN = "gesprekken/2026-05-04-voortgang"
VERSLAG = f"{GEHOUDEN}/2026-05-05-gedeeld.yaml"
REACTIE = (
    "bij: 2026-05-05-gedeeld\nvan: Bloem\nontvangen: 2026-05-06\n"
    "punten: [{id: R1, onderdeel: B-1, opmerking: Zo.}]\n"
)
AFGEROND = "bij: A-1\nresultaat: Gedaan.\n"
DEELT = f'aan: [An]\nwijze: e-mail\nverslag: {{vindplaats: zaaksysteem}}\nkaart_sha256: "{SHA}"\n'


@pytest.mark.parametrize("gedeeld", [False, True])
def test_of_a_talk_there_is_something_once_its_report_was_shared(
    tmp_path: Path, gedeeld: bool
) -> None:
    """The card, what came back on it, and what was done of its actions."""
    bestanden = {
        **GOED,
        f"bloem/{GEHOUDEN}/2026-05-06-reactie.yaml": REACTIE,
        "bloem/opvolging/2026-05-07-afgerond.yaml": AFGEROND,
    }
    if gedeeld:
        bestanden[f"bloem/{VERSLAG}"] = DEELT
    erin = in_exemplaar(tmp_path, bestanden)
    van_gesprek = {
        f"{GEHOUDEN}/gesprek.yaml",
        f"{GEHOUDEN}/2026-05-06-reactie.yaml",
        "opvolging/2026-05-07-afgerond.yaml",
    }
    assert van_gesprek & erin.keys() == (van_gesprek if gedeeld else set())


@pytest.mark.parametrize("weg", [VERZ, None])
def test_a_letter_stands_in_it_once_it_was_sent(tmp_path: Path, weg: str | None) -> None:
    erin = in_exemplaar(tmp_path, {**HEEL, weg: None} if weg else HEEL)
    assert (KAART.removeprefix("bloem/") in erin) == (weg is None)


TOETS = """
contracten: [ambulant]
soort: toets
beleid: classificatie-2026
invoer: [{criterium: omzet, waarde: 50}]
categorie: 1
geldig_vanaf: 2026-03-01
toelichting: Zij zijn groter dan gedacht.
"""


@pytest.mark.parametrize(
    ("erbij", "feit", "verteld"),
    [
        ("", {}, False),
        ("geinformeerd: 2026-03-03\n", {}, True),
        (
            "",
            {"2026-03-03-geinformeerd": "bij: classificaties/2026-03-01-toets\nwijze: brief"},
            True,
        ),
    ],
)
def test_a_class_stands_in_it_once_they_were_told_and_what_we_wrote_beside_it_never(
    tmp_path: Path, erbij: str, feit: dict[str, str], verteld: bool
) -> None:
    feiten = {f"bloem/classificaties/{naam}.yaml": tekst for naam, tekst in feit.items()}
    toets = {"bloem/classificaties/2026-03-01-toets.yaml": TOETS + erbij}
    erin = in_exemplaar(tmp_path, {**toets, **feiten})
    gevonden = erin.get("classificaties/2026-03-01-toets.yaml")
    assert (gevonden is not None) == verteld
    assert getattr(gevonden, "toelichting", None) is None


def test_of_figures_there_is_no_turnover_and_no_judgement(tmp_path: Path) -> None:
    cijfer = (
        f"{KOP.format(dag='2026-04-10')}periode: 2025\nbron: {{vindplaats: zaak 1}}\n"
        "ontvangen: 2026-04-10\n"
        "omzet: [{contract: ambulant, bedrag: 100.00, btw: zonder, soort: betaald}]\n"
    )
    erin = in_exemplaar(tmp_path, {"bloem/metingen/2025-omzet.yaml": cijfer})
    (meting,) = [record for record in erin.values() if isinstance(record, Meting)]
    assert meting.omzet == ()


def test_a_list_of_ours_has_no_copy(capsys: pytest.CaptureFixture[str]) -> None:
    assert draai(["lijst", "risicos", "de-klaproos", *VAST]) == 2
    assert "De lijst risicos is intern" in capsys.readouterr().err
    assert draai(["lijst", "verplichtingen", *VAST]) == 2
    assert "Een exemplaar is voor één aanbieder" in capsys.readouterr().err


def test_the_plan_of_a_provider_leaves_out_what_we_fear(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And is no document that says that there is nothing to fear."""
    map_ = tmp_path / "register"
    shutil.copytree(VOORBEELD, map_)
    opdracht = ["plan", "de-klaproos", "--vorm", "md", "--map", str(map_), "--door", "joost-bakker"]
    assert draai([*opdracht, "--ja"]) == 0
    assert draai([*opdracht, "--voor", "aanbieder", "--ja"]) == 0
    ons, hun = (
        (map_ / f"de-klaproos/{n}.md").read_text("utf-8") for n in ("plan", "plan-aanbieder")
    )
    assert "Risico" in ons
    assert "Risico" not in hun
    assert "Er zijn geen" not in hun
    assert "uiterste dag" not in hun
    assert "| Exemplaar | voor de aanbieder |" in hun


GESPREK = "contracten: [ambulant]\ndatum: 2026-06-09\nsoort: {}\n"
EIGEN = "agenda: [{id: z, titel: Hoe lang nog met deze directeur}]\n"


@pytest.mark.parametrize(
    ("kaart", "erin"),
    [
        (GESPREK.format("regulier") + EIGEN, True),
        (GESPREK.format("extra\nreden: Wij denken aan ontbinden"), False),
        (GESPREK.format("extra\nreden: Wachttijd\nstukken_verstuurd: 2026-05-11"), True),
    ],
)
def test_a_talk_of_the_rhythm_is_known_to_both_and_an_extra_one_when_it_was_told(
    kaart: str, erin: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """J07: the day is, and not what we mean to bring up in it."""
    lees(tmp_path, {"bloem/gesprekken/2026-06-09-v/gesprek.yaml": kaart})
    vast = ["--voor", "aanbieder", "--map", str(tmp_path), "--vandaag", "2026-05-18"]
    for vorm in ((), ("--json",)):
        assert draai(["toon", "bloem", *vorm, *vast]) == 0
        tekst = " ".join(capsys.readouterr().out.split())
        assert ("2026-06-09" in tekst or "9 juni" in tekst) is erin
        assert "directeur" not in tekst
        assert "ontbinden" not in tekst
