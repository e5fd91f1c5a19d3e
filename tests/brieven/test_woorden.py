"""The words of our letters: private law, one contract at a time, nothing said in confidence.

No template reckons.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from clm_cli import resources
from clm_cli.derivations.brieven.elementen import plat
from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN
from clm_cli.derivations.brieven.taal import awb_woorden
from clm_cli.files.gate import lees
from clm_cli.files.lader import laad
from clm_cli.tijd.termijn import Eenheid
from tests.brieven.volle_registers import (
    ADVIES,
    BEZORGD,
    DOSSIERS,
    JEUGDHULP,
    REGISTERS,
    Opdracht,
    bouw,
    brief_van,
    maak,
    opdrachten,
    verstuur,
)
from tests.klein_register import schrijf

SJABLONEN = {
    pad.name: pad.read_text(encoding="utf-8")
    for pad in sorted((Path(__file__).parents[2] / "templates" / "brieven").glob("*.md"))
}
SOORTEN = {soort.soort: soort for soort in BRIEFSOORTEN}
GEHEIM = {
    "roodborst": "In vertrouwen hoorden wij van een roodborst in de kelder.",
    "ijsvogel": "Een ijsvogel zat in de gang.",
    "kwikstaart": "De kwikstaart herkent dit.",
    "boomklever": "Een boomklever belde ons.",
    "goudvink": "Onthoud de goudvink.",
}
"""One word for each place in the register that may be in no letter, and the text that holds it."""
JONG, ADV = DOSSIERS["J"], DOSSIERS["S"]
TWEEDE = {
    ADV: {
        "contracten/keuring/contract.yaml": (
            "overeenkomst: sma\nnummer: SMA-02\nzorgvormen: [advies]"
        )
    },
    JONG: {},
}
WOORDEN = {
    "J": (
        "jeugdhulp",
        "jeugdige",
        "SDFL",
        "escalatieladder",
        "cliëntenstop",
        "zorglandschap",
        "bezwaar",
        "directieniveau",
        "IGJ",
        "boete",
        "15 werkdagen",
        "5 werkdagen",
    ),
    "S": (
        "escalatiemodel",
        "sociaal medische",
        "opdrachtenstop",
        "opzegging per direct",
        "SMART",
        "herhaalde ingebrekestelling",
        "contractuele aansprakelijkheid",
    ),
}
"""Words that only letters under one of the contracts may use."""
NIET = ("wijkteam", "zorgkantoor", "de gemeenteraad", "dwangsom")
"""Words of other worlds, that belong in no letter at all."""


def extra(dossier: str, opening: str) -> dict[str, str]:
    """Facts that hold what was said in confidence, or is only for ourselves.

    They are signals of which the case speaks, an inquiry, a call, a remark and an internal note.
    """
    rest = "soort: [kwaliteit]\nernst: feitelijk\nkant: AOC\n"
    geheim = {
        "signalen/2026-01-06-geheim.yaml": (
            f"{rest}bron: {{soort: toegang, naam: Loket Roodborst, vertrouwelijk: ja, "
            f"mag_in_brief: nee}}\nwat: {GEHEIM['roodborst']}\n"
        ),
        "signalen/2026-01-07-ongevraagd.yaml": (
            f"{rest}bron: {{soort: ketenpartner, naam: Praktijk IJsvogel}}\nwat: "
            f"{GEHEIM['ijsvogel']}\n"
        ),
        "signalen/2026-01-08-uitvraag.yaml": (
            "bij: 2026-01-06-geheim\ngemeenten: [lindestad]\nvraag: Herkent u de "
            "kwikstaart?\nuiterlijk: 2026-01-20\n"
        ),
        "signalen/2026-01-09-antwoord.yaml": (
            "bij: 2026-01-08-uitvraag\ngemeente: lindestad\nherkent: ja\nantwoord: "
            f"{GEHEIM['kwikstaart']}\n"
        ),
        "contacten/2026-01-14-telefoon.yaml": (
            f"wijze: telefoon\nrichting: inkomend\nmet: [iemand]\nkern: {GEHEIM['boomklever']}\n"
        ),
    }
    eigen = {"wilgenroos": JEUGDHULP, "meetpunt": ADVIES}[dossier][opening]
    oud = next(regel for regel in eigen.splitlines() if "signalen:" in regel)
    inspringing = oud.partition("signalen:")[0]
    nieuw = f"{inspringing}toelichting: {GEHEIM['goudvink']}\n" + oud.replace(
        "]", ", signalen/2026-01-06-geheim, signalen/2026-01-07-ongevraagd]"
    )
    return {
        opening: eigen.replace(oud, nieuw),
        **{f"{dossier}/{pad}": tekst for pad, tekst in {**geheim, **TWEEDE[dossier]}.items()},
    }


def alle(map_: Path, contract: str) -> dict[str, str]:
    """Every letter of one contract as text, made day by day.

    The register it is made from also holds what may be in no letter.
    """
    dossier = DOSSIERS[contract]
    opening = next(pad for pad in REGISTERS[contract] if pad.endswith("2026-01-12-opening.yaml"))
    anders = extra(dossier, opening)
    schrijf(map_, {pad: tekst for pad, tekst in anders.items() if pad != opening})
    uit = {}
    for opdracht in opdrachten(contract):
        bouw(map_, contract, opdracht.dag, anders)
        vormen = ("md", "pdf") if opdracht.verzonden else ("md",)
        assert (
            maak(map_, contract, opdracht, *(deel for vorm in vormen for deel in ("--vorm", vorm)))
            == 0
        ), opdracht.id
        brief = brief_van(map_, contract, opdracht)
        uit[opdracht.id] = leesbaar(brief)
        if opdracht.verzonden:
            verstuur(map_, brief, opdracht.dag, BEZORGD[opdracht.dag])
    return uit


def leesbaar(brief: Path) -> str:
    """A letter as somebody reads it, with its subject: Markdown without its escapes."""
    kaart = lees((brief / "brief.yaml").read_bytes(), "brief.yaml").boom
    return f"{kaart['onderwerp']}\n" + re.sub(
        r"\\([^\w\s])", r"\1", (brief / "brief.md").read_text(encoding="utf-8")
    )


@pytest.fixture(scope="module")
def brieven(eenmaal: Callable[..., Path], beurt: str) -> dict[str, dict[str, str]]:
    mappen = {
        contract: eenmaal(f"woorden-{contract}", partial(_maak_alle, contract=contract))
        for contract in beurt
    }
    return {
        contract: json.loads((map_ / "teksten.json").read_text())
        for contract, map_ in mappen.items()
    }


def _maak_alle(map_: Path, contract: str) -> None:
    (map_ / "teksten.json").write_text(json.dumps(alle(map_, contract)))


def soort_van(contract: str, id_: str) -> Opdracht:
    return next(o for o in opdrachten(contract) if o.id == id_)


def naar_aanbieder(
    brieven: dict[str, dict[str, str]], *, formeel: bool | None = None
) -> Iterator[tuple[str, str, str]]:
    """Contract, name and text of each letter that goes to the provider."""
    for contract, rijen in brieven.items():
        for id_, tekst in rijen.items():
            soort = SOORTEN[soort_van(contract, id_).soort]
            if soort.lezer == "aanbieder" and formeel in (None, soort.formeel):
                yield contract, id_, tekst


def heeft(tekst: str, woord: str) -> bool:
    """Whether a word, or the start of a longer one, stands in a text."""
    return re.search(rf"(?<![\w-]){re.escape(woord.casefold())}", tekst.casefold()) is not None


# -- the templates themselves
# ----------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", SJABLONEN)
def test_a_template_uses_no_word_of_administrative_law(naam: str) -> None:
    assert awb_woorden(re.sub(r"\{[%{].*?[%}]\}", " ", SJABLONEN[naam])) == ()


@pytest.mark.parametrize("naam", SJABLONEN)
def test_a_template_reckons_with_nothing_but_the_number_of_an_enclosure(naam: str) -> None:
    """Days and amounts come from the record; the one sum is the number after the last enclosure."""
    boom = Environment(autoescape=False, trim_blocks=True).parse(SJABLONEN[naam])
    sommen = [
        s
        for soort in (
            nodes.Add,
            nodes.Sub,
            nodes.Mul,
            nodes.Div,
            nodes.FloorDiv,
            nodes.Mod,
            nodes.Pow,
        )
        for s in boom.find_all(soort)
    ]
    assert [
        s
        for s in sommen
        if not (
            isinstance(s.left, nodes.Filter)
            and s.left.name == "length"
            and isinstance(s.right, nodes.Const)
        )
    ] == []
    assert not [
        g for g in boom.find_all(nodes.Name) if g.name in ("timedelta", "vandaag", "now", "date")
    ]


@pytest.mark.parametrize("naam", SJABLONEN)
def test_a_template_sets_no_term_of_its_own(naam: str) -> None:
    eenheden = "|".join((*(e.value for e in Eenheid), "dag", "week", "maand", "werkdag"))
    assert (
        re.findall(
            rf"(?:\d+|een|één|twee|drie|vier|vijf|tien|vijftien)\s+(?:{eenheden})\b",
            re.sub(r"\{[%{].*?[%}]\}", " ", SJABLONEN[naam]),
        )
        == []
    )


def test_the_guards_on_templates_see_what_they_guard() -> None:
    assert awb_woorden("Dit besluit.")
    assert list(Environment(autoescape=False).parse("{{ datum + 14 }}").find_all(nodes.Add))
    assert len(SJABLONEN) >= len(SOORTEN)


# -- the letters as they are made
# ----------------------------------------------------------------------------------


def test_every_kind_of_letter_is_read(brieven: dict[str, dict[str, str]]) -> None:
    gemaakt = {
        soort_van(contract, id_).soort for contract, rijen in brieven.items() for id_ in rijen
    }
    assert gemaakt == set(SOORTEN)


def test_no_letter_uses_a_word_of_administrative_law(brieven: dict[str, dict[str, str]]) -> None:
    """The letters rest on a contract.

    Objection is a right under it, not a remedy of administrative law.
    """
    assert {
        (c, id_): woorden
        for c, id_, tekst in naar_aanbieder(brieven)
        if (woorden := awb_woorden(tekst))
    } == {}


def test_no_letter_uses_the_words_of_the_other_contract(brieven: dict[str, dict[str, str]]) -> None:
    """S23: nothing of J applies to S, and the other way round."""
    for contract, ander in (("J", "S"), ("S", "J")):
        eigen, andere = "\n".join(brieven[contract].values()), brieven[ander]
        assert [woord for woord in WOORDEN[contract] if not heeft(eigen, woord)] == [], (
            "a word that no letter of its own contract holds guards nothing"
        )
        assert {
            (id_, woord)
            for id_, tekst in andere.items()
            for woord in (*WOORDEN[contract], *NIET)
            if heeft(tekst, woord)
        } == set()


def bepalingen(boom: object) -> Iterator[str]:
    """Every clause that a regime quotes."""
    if isinstance(boom, dict):
        if set(boom) == {"eis", "tekst"}:
            yield from str(boom["tekst"]).split(" … ")
        for waarde in boom.values():
            yield from bepalingen(waarde)
    elif isinstance(boom, list):
        for waarde in boom:
            yield from bepalingen(waarde)


def test_no_letter_quotes_a_clause_of_the_other_contract(
    brieven: dict[str, dict[str, str]],
) -> None:
    """Every clause that a regime holds, as far as it is more than a few common words."""
    regimes = [
        json.loads(json.dumps(lees(inhoud, naam).boom)) for naam, inhoud in resources.regimes()
    ]
    jong, adv = (
        {plat(b) for b in bepalingen(r) if len(b.split()) >= 5}
        for r in sorted(regimes, key=lambda r: r["id"])
    )
    assert min(len(jong - adv), len(adv - jong)) > 40
    for contract, vreemd, eigen in (("S", jong - adv, adv), ("J", adv - jong, jong)):
        teksten = {id_: plat(tekst) for id_, tekst in brieven[contract].items()}
        assert sum(b in tekst for b in eigen for tekst in teksten.values()) > 10
        assert {(id_, b) for id_, tekst in teksten.items() for b in vreemd if b in tekst} == set()


def test_every_letter_to_the_provider_says_which_contracts_it_is_not_about(
    brieven: dict[str, dict[str, str]],
) -> None:
    """Each contract stands alone.

    The classification letter names the contracts that it is about.
    """
    nummers = {"J": ("JH25-P1-031", "JH25-P3-012"), "S": ("SMA-02",)}
    for contract, id_, tekst in naar_aanbieder(brieven):
        if id_ != "classificatie":
            gevonden = re.search(r"niet over ([^\n]+)\.", tekst)
            assert gevonden, (contract, id_)
            assert any(nummer in gevonden[1] for nummer in nummers[contract]), (contract, id_)


def test_every_formal_letter_names_the_municipalities_and_their_powers_of_attorney(
    brieven: dict[str, dict[str, str]],
) -> None:
    formeel = list(naar_aanbieder(brieven, formeel=True))
    assert len(formeel) > 30
    assert [
        (c, id_)
        for c, id_, tekst in formeel
        if "namens de gemeenten Lindestad en Oeverdam, krachtens volmacht" not in tekst
    ] == []


def test_what_was_said_in_confidence_is_in_no_letter(brieven: dict[str, dict[str, str]]) -> None:
    """It is not in a note for ourselves either, which may be asked for.

    A signal that may be told does stand in letters.
    """
    for contract, rijen in brieven.items():
        assert {
            (id_, woord) for id_, tekst in rijen.items() for woord in GEHEIM if heeft(tekst, woord)
        } == set()
        verteld = next(
            regel.partition("wat: ")[2]
            for pad, tekst in REGISTERS[contract].items()
            if "/signalen/" in pad
            for regel in tekst.splitlines()
            if "wat: " in regel
        )
        assert [id_ for id_, tekst in rijen.items() if verteld.rstrip(".") in tekst] != []


def test_the_confidential_words_really_are_in_the_register(tmp_path: Path) -> None:
    for contract in "JS":
        opening = next(
            pad for pad in REGISTERS[contract] if pad.endswith("2026-01-12-opening.yaml")
        )
        schrijf(tmp_path / contract, {**REGISTERS[contract], **extra(DOSSIERS[contract], opening)})
        geladen = laad(tmp_path / contract)
        assert geladen.meldingen == ()
        teksten = "\n".join(
            bestand.record.model_dump_json()
            for bestand in geladen.register.dossiers[DOSSIERS[contract]].bestanden
        )
        assert [woord for woord in GEHEIM if not heeft(teksten, woord)] == []
