"""Each clause of the ordinary year.

A register that keeps it says nothing, one that breaks it is told so.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from clm_cli.derivations.filter import Filter
from clm_cli.derivations.werklijst import alle_werkpunten, werklijst
from clm_cli.documents.export import overzichten
from clm_cli.files.stukken import controleer_stukken
from clm_cli.kijk import Kijk, blik_op
from clm_cli.rules.toets import controleer
from clm_cli.views.opmaak import Papier
from clm_cli.views.werklijst import regio
from tests.klein_register import KOP, VANDAAG, lees
from tests.klein_teksten import (
    GOED,
    GOED_GESPREK,
    KOMT,
    OPENING,
    OTEKST,
    OV,
    PLICHT,
    SIGNAAL,
    THEMAS,
    G,
    L,
    S,
    Z,
)
from tests.rules.gevallen import eerste

CLASSIFICATIE = (
    "contracten: [ambulant]\nsoort: eerste\nbeleid: classificatie-2026\ninvoer: [{criterium: "
    "omzet, waarde: 50}]\ncategorie: 1\ngeldig_vanaf: 2024-10-01\n"
)
C = "bloem/classificaties/2024-10-01-eerste.yaml"
GI = "bloem/classificaties/2024-10-09-geinformeerd.yaml"
PLAN = "opgesteld: {}\ncontracten: [ambulant]\nrollen: [{{rol: contractmanager, persoon: mia}}]"
GEDEELD = "bloem/gesprekken/2026-05-04-voortgang/2026-05-11-gedeeld.yaml"
SHA = "0" * 64
GEDEELDTEKST = (
    f'aan: [An]\nwijze: e-mail\nverslag: {{vindplaats: zaaksysteem}}\nkaart_sha256: "{SHA}"'
)
VB = "overeenkomsten/raam/voorbereiding.yaml"
VOORB = "voorbereiding: [{{id: P-1, blok: naleving, wat: Lijst klaar, eigenaar: mia{}}}]"
RISICO = (
    "risicos: [{{id: R-1, wat: Uitval, kans: hoog, gevolg: hoog, eigenaar: mia, sinds: "
    "2026-01-01, herzien: {}}}]"
)
LEER = (
    "leerpunten: [{{id: L-1, wat: Iets, bestemming: beleid en inkoop, fase: check, sinds: "
    "2026-01-01, eigenaar: mia, herzien: 2026-05-01{}}}]"
)
NORM = (
    "overeenkomst: raam\nnummer: A-1\nzorgvormen: [ambulant]\nnormen: [{kpi: start, norm: 90, "
    "vanaf: 2025-01-01}]"
)
KWARTALEN = {
    f"bloem/metingen/{p}-opgave.yaml": (
        "datum: 2026-04-10\nvastgelegd: 2026-04-10T10:00:00+02:00\ndoor: mia\nperiode: "
        f"{p}\nontvangen: 2026-04-10\nbron: {{vindplaats: opgave}}\nwaarden: [{{kpi: start, "
        "contract: ambulant, waarde: 95}]"
    )
    for p in ("2025-K1", "2025-K2", "2025-K3", "2025-K4", "2026-K1")
}
NAGEDEELD = {**GOED, GEDEELD: GEDEELDTEKST}
ADVIES = GOED_GESPREK.replace("[ambulant]", "[advies]")
Bestanden = Mapping[str, str | None]

# clause · what is reported · files that break it · files that keep it
EISEN: list[tuple[str, str, Bestanden, Bestanden]] = [
    ("J03", "DOS234", *eerste("DOS234")),
    ("J04", "DOS235", *eerste("DOS235")),
    ("J05", "DOS236", *eerste("DOS236")),
    ("J05", "voorbereiding", {VB: VOORB.format("")}, {VB: VOORB.format(", klaar: 2024-12-01")}),
    ("J06", "DOS237", *eerste("DOS237")),
    ("J06", "REC101", {S: SIGNAAL.replace("kant: AOC\n", "")}, {S: SIGNAAL}),
    ("J07", "AVG603", *eerste("AVG603")),
    ("J08", "DOS222", *eerste("DOS222")),
    (
        "J09",
        "actie",
        GOED,
        {**GOED, "bloem/opvolging/2026-05-12-afgerond-a1.yaml": "bij: A-1\nresultaat: gedaan"},
    ),
    ("J10", "DOS208", *eerste("DOS208")),
    ("J11", "DOS221", *eerste("DOS221")),
    (
        "J12",
        "gesprek-plannen",
        {},
        {"bloem/gesprekken/2026-07-01-a/gesprek.yaml": KOMT.format("ambulant", "2026-07-01")},
    ),
    ("J13", "DOS238", *eerste("DOS238")),
    ("J13", "classificatie-eerste", {C: None}, {}),
    (
        "J14",
        "classificatie-informeren",
        {C: CLASSIFICATIE},
        {C: CLASSIFICATIE, GI: "bij: 2024-10-01-eerste\nwijze: brief"},
    ),
    (
        "J15",
        "plan",
        {
            C: CLASSIFICATIE,
            GI: "bij: 2024-10-01-eerste\nwijze: brief",
            "bloem/plan.yaml": PLAN.format("2024-10-02"),
        },
        {
            C: CLASSIFICATIE,
            GI: "bij: 2024-10-01-eerste\nwijze: brief",
            "bloem/plan.yaml": PLAN.format("2024-10-20"),
        },
    ),
    ("J15", "DOS239", *eerste("DOS239")),
    ("J16", "DOS211", *eerste("DOS211")),
    ("J17", "DOS230", *eerste("DOS230")),
    ("J17", "DOS231", *eerste("DOS231")),
    ("J18", "DOS209", *eerste("DOS209")),
    ("J19", "DOS210", *eerste("DOS210")),
    ("J20", "DOS201", *eerste("DOS201")),
    ("J20", "DOS203", *eerste("DOS203")),
    ("J21", "REC152", {G: GOED_GESPREK.replace("rol: contractbeheer", "rol: gast")}, GOED),
    ("J22", "DOS205", *eerste("DOS205")),
    (
        "J23",
        "REC152",
        {
            G: GOED_GESPREK.replace(
                "gehouden:",
                "agenda: [{id: eigen, titel: Eigen punt, thema: bestaat-niet}]\ngehouden:",
                1,
            )
        },
        {
            G: GOED_GESPREK.replace(
                "gehouden:",
                "agenda: [{id: eigen, titel: Eigen punt, thema: beleidscontext}]\ngehouden:",
                1,
            )
        },
    ),
    ("J24", "DOS204", *eerste("DOS204")),
    (
        "J25",
        "cijfers",
        {"bloem/contracten/ambulant/contract.yaml": NORM},
        {"bloem/contracten/ambulant/contract.yaml": NORM, **KWARTALEN},
    ),
    (
        "J26",
        "REC152",
        {
            G: GOED_GESPREK
            + (
                "  bevindingen: [{id: BV-1, thema: beleidscontext, kern: x, antwoorden: [{vraag: "
                "bestaat-niet, antwoorden: [{van: gezamenlijk, tekst: ja}]}]}]\n"
            )
        },
        {
            G: GOED_GESPREK
            + (
                "  bevindingen: [{id: BV-1, thema: beleidscontext, kern: x, antwoorden: [{vraag: "
                "herkennen, antwoorden: [{van: gezamenlijk, tekst: ja}]}]}]\n"
            )
        },
    ),
    ("J29", "DOS240", *eerste("DOS240")),
    ("J27", "DOS206", *eerste("DOS206")),
    ("J27", "DOS207", *eerste("DOS207")),
    ("J28", "verslag-delen", GOED, NAGEDEELD),
    (
        "J29",
        "verslag-reactie",
        NAGEDEELD,
        {
            **NAGEDEELD,
            "bloem/gesprekken/2026-05-04-voortgang/2026-05-12-reactie.yaml": (
                "bij: 2026-05-11-gedeeld\nvan: An\nontvangen: 2026-05-12\npunten: [{id: '1', "
                "onderdeel: '3.1', opmerking: x}]"
            ),
        },
    ),
    (
        "J30",
        "DOS250",
        {
            **GOED,
            GEDEELD: GEDEELDTEKST.replace(
                "vindplaats: zaaksysteem", f"bestand: weg.md, sha256: '{SHA}'"
            ),
        },
        NAGEDEELD,
    ),
    (
        "J31",
        "risico",
        {"bloem/lijsten/risicos.yaml": RISICO.format("2026-05-01")},
        {
            "bloem/lijsten/risicos.yaml": RISICO.format("2026-05-01").replace(
                "herzien: 2026-05-01", "gesloten: 2026-05-01"
            )
        },
    ),
    (
        "J32",
        "leerpunt",
        {"bloem/lijsten/leerpunten.yaml": LEER.format("")},
        {"bloem/lijsten/leerpunten.yaml": LEER.format(", klaar: 2026-05-10")},
    ),
    ("J12", "DOS287", *eerste("DOS287")),
    ("J24", "DOS301", *eerste("DOS301")),
    ("J25", "DOS280", *eerste("DOS280")),
    ("J25", "DOS281", *eerste("DOS281")),
    ("J32", "DOS286", *eerste("DOS286")),
    ("J33", "DOS300", *eerste("DOS300")),
    ("J54", "DOS284", *eerste("DOS284")),
    ("J54", "DOS285", *eerste("DOS285")),
    ("J50", "DOS241", *eerste("DOS241")),
    ("J50", "DOS223", *eerste("DOS223")),
    ("J51", "DOS232", *eerste("DOS232")),
    ("S01", "REC107", {S: SIGNAAL + "niveau: hoog"}, {S: SIGNAAL + "niveau: tactisch"}),
    (
        "S02",
        "DOS204",
        {G: ADVIES.replace("soort: regulier", "soort: regulier\nniveau: tactisch")},
        {
            G: ADVIES.replace("soort: regulier", "soort: regulier\nniveau: tactisch").replace(
                "thema: beleidscontext", "thema: monitoring-en-verbetering"
            )
        },
    ),
    (
        "S03",
        "REC101",
        {L: PLICHT, Z: OPENING.format("advies").replace("afweging: {reden: x}\n", "")},
        {L: PLICHT, Z: OPENING.format("advies")},
    ),
    (
        "S04",
        "REC101",
        {L: PLICHT, Z: OPENING.format("advies").replace("coordinatie: mia\n", "")},
        {L: PLICHT, Z: OPENING.format("advies")},
    ),
    (
        "S21",
        "REC101",
        {L: PLICHT, Z: OPENING.format("advies").replace("besloten_door: mia", "")},
        {L: PLICHT, Z: OPENING.format("advies")},
    ),
    ("S22", "REC153", {OV: OTEKST.replace("jeugdhulp-2026", "jeugdhulp")}, {}),
    ("S23", "verslag-delen", GOED, {G: ADVIES}),
]


def gezegd(map_: Path, bestanden: Bestanden) -> set[str]:
    """The codes and the kinds of work that a register gives rise to."""
    geladen = lees(map_, bestanden)
    register = geladen.register.zoals()
    meldingen = [
        *geladen.meldingen,
        *controleer(register, VANDAAG),
        *controleer_stukken(map_, Kijk(register, VANDAAG)),
    ]
    punten = [
        punt
        for dossier in register.dossiers.values()
        for punt in alle_werkpunten(blik_op(register, dossier, VANDAAG))
    ]
    return {melding.code for melding in meldingen} | {punt.soort for punt in punten}


@pytest.mark.parametrize(
    ("eis", "wat", "fout", "goed"), EISEN, ids=[f"{rij[0]}-{rij[1]}" for rij in EISEN]
)
def test_a_clause_that_is_broken_is_reported_and_one_that_is_kept_is_not(
    tmp_path: Path, eis: str, wat: str, fout: Bestanden, goed: Bestanden
) -> None:
    assert wat in gezegd(tmp_path / "fout", fout)
    assert wat not in gezegd(tmp_path / "goed", goed)


OP_DE_WERKLIJST = [
    ("J03", "Antwoord op O-1: vastleggen wie het gaf", "DOS234"),
    ("J04", "Risico R-1: vastleggen wat eraan wordt gedaan", "DOS235"),
    ("J05", "Voorbereiding vastleggen (ambulant)", "DOS236"),
    ("J12", "Risico R-1 eerder bekijken: uiterlijk 18 augustus 2026", "DOS287"),
    ("J16", "samenvoegen", "DOS211"),
    ("J19", "Reden vastleggen: het gesprek van 4 mei 2026 was digitaal", "DOS210"),
    ("J24", "Op de volgende agenda: Beleidscontext", "DOS204"),
    ("J25", "Norm voor start op tijd: vastleggen waar zij is afgesproken", "DOS280"),
    ("J25", "Norm nakijken: start op tijd heeft geen nulmeting", "DOS281"),
    ("J54", "Eén keer vragen: start op tijd: hetzelfde cijfer wordt gevraagd", "DOS284"),
    ("J54", "Eén keer vragen: V-03 vraagt hetzelfde als V-01", "DOS285"),
]
"""What stands on the list of work under its clause, in the register that breaks a rule."""


@pytest.mark.parametrize(("eis", "zin", "code"), OP_DE_WERKLIJST)
def test_a_clause_that_is_broken_is_work_until_it_is_kept(
    tmp_path: Path, eis: str, zin: str, code: str
) -> None:
    staat = []
    for nummer, bestanden in enumerate(eerste(code)):
        register = lees(tmp_path / str(nummer), bestanden).register.zoals()
        blikken = [blik_op(register, dossier, VANDAAG) for dossier in register.dossiers]
        punten = [punt for blik in blikken for punt in alle_werkpunten(blik)]
        staat.append({punt.grond for punt in punten if zin in punt.wat})
    assert staat == [{eis}, set()]


NIETS_VOLGT = (
    "niets volgt 'cliëntenstromen', 'wachttijden', 'jaarrekening' en 5 andere van de gesprekken "
    "onder raam"
)


@pytest.mark.parametrize(
    ("code", "zin", "eis"),
    [
        ("DOS233", "niemand bewaakt a1 van raam", "J02"),
        ("DOS301", NIETS_VOLGT, "J24"),
    ],
)
def test_what_nobody_watches_is_work_of_the_region_under_its_clause(
    tmp_path: Path, code: str, zin: str, eis: str
) -> None:
    """J02, J24: it belongs to no dossier, so it stands there once, however many providers."""
    staat = []
    for nummer, bestanden in enumerate(eerste(code)):
        register = lees(tmp_path / str(nummer), bestanden).register.zoals()
        lijst = werklijst(Kijk(register, VANDAAG), Filter())
        rijen = {(rij["wat"], rij["grond"]) for rij in overzichten._regio(lijst)}
        getoond = " ".join(" ".join(regio.toon(Papier(), lijst, VANDAAG, voluit=True)).split())
        staat.append(((zin, eis) in rijen, f"{zin} ({eis})" in getoond))
        een = werklijst(Kijk(register, VANDAAG), Filter(dossiers=("bloem",)))
        assert (een.onbewaakt, een.ongevolgd) == ((), ())
    assert staat == [(True, True), (False, False)]


STIL = GOED_GESPREK.replace(THEMAS, "").replace("  themas:\n", "")


@pytest.mark.parametrize(
    ("bestanden", "zin"),
    [
        ({G: STIL}, "Thema's van het gesprek van 4 mei 2026 vastleggen"),
        ({G: STIL, GEDEELD: GEDEELDTEKST}, "Op de volgende agenda: Ontwikkelingen in cijfers, Fin"),
        (GOED, None),
    ],
)
def test_a_talk_without_a_word_on_its_themes_is_work(
    tmp_path: Path, bestanden: Bestanden, zin: str | None
) -> None:
    """J24: it is recorded while the card can change, and put on the next agenda after that."""
    register = lees(tmp_path, bestanden).register.zoals()
    punten = alle_werkpunten(blik_op(register, register.dossiers["bloem"], VANDAAG))
    gevonden = [punt.wat for punt in punten if punt.grond == "J24"]
    assert [wat.startswith(zin or "") for wat in gevonden] == ([True] if zin else [])


OPZIJ_TE_ZETTEN = (
    *("DOS204", "DOS210", "DOS211", "DOS221", "DOS223", "DOS234", "DOS235", "DOS237", "DOS238"),
    *("DOS239", "DOS241", "DOS280", "DOS281", "DOS284", "DOS287"),
)


@pytest.mark.parametrize("code", OPZIJ_TE_ZETTEN)
def test_what_was_set_aside_is_no_work(tmp_path: Path, code: str) -> None:
    bestanden = eerste(code)[0]
    register = lees(tmp_path / "voor", bestanden).register.zoals()
    blik = blik_op(register, register.dossiers["bloem"], VANDAAG)
    punt = next(punt for punt in alle_werkpunten(blik) if punt.code == code)
    bij = punt.plek.pad.removeprefix("bloem/").removesuffix(".yaml")
    opzij = KOP.format(dag="2026-05-12") + f"code: {code}\nreden: zo afgesproken\nbij: {bij}\n"
    pad = "bloem/overgeslagen/2026-05-12-opzij.yaml"
    register = lees(tmp_path / "na", {**bestanden, pad: opzij}).register.zoals()
    blik = blik_op(register, register.dossiers["bloem"], VANDAAG)
    assert code not in [een.code for een in alle_werkpunten(blik)]


def test_no_clause_of_the_ordinary_year_is_left_out() -> None:
    nodig = [
        *(f"J{n:02d}" for n in range(3, 34)),
        "J54",
        "J50",
        "J51",
        "S01",
        "S02",
        "S03",
        "S04",
        "S21",
        "S22",
        "S23",
    ]
    assert sorted(set(nodig) - {rij[0] for rij in EISEN}) == []
