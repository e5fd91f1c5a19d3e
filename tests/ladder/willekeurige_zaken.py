"""Random cases: words of zaakbouw in any order, read through the real gate, with all answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.bezwaren import op_tijd
from clm_cli.derivations.escalatie.opschorting import schorst
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, getoetst, vervolg
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.files.gate import lees
from clm_cli.files.lader import lees_record, regimes_van_clm
from clm_cli.kijk import blik_op
from clm_cli.meldingen import Plek
from clm_cli.records.escalatie import Bezwaar
from clm_cli.records.maatregel import Maatregel
from clm_cli.register import Register, bouw
from tests.klein_register import BASIS, inhoud
from tests.ladder.zaakbouw import Bouw

DAGEN = (
    "01-20",
    "02-02",
    "02-10",
    "02-16",
    "02-17",
    "03-02",
    "03-05",
    "03-10",
    "03-12",
    "04-02",
    "04-03",
    "04-08",
    "04-20",
    "05-04",
)
BEGIN = {
    "J": (
        "",
        "$G",
        "$3",
        "$3 bzw@03-10",
        "$3 bzw@03-12 besl/2026-04-20@04-02",
        "$3 bzw@03-10 gespr@03-12",
        "T2 $3 bzw/T1@03-10",
        "$3 jdg-nee@04-08",
        "$3 schors@03-10 hervat@04-02",
        "m1@01-20 verz@01-20 bez@01-20 $G",
        "$G m5c@03-02 verz@03-02 bez@03-05",
        "$G m2@02-17 verz@02-17 bez@02-17",
    ),
    "S": (
        "",
        "$G",
        "$P",
        "$G $P",
        "$3",
        "$3 jdg-nee@04-08",
        "$G $P m2@02-17 verz@02-17 bez@02-17 plan@03-02 planjdg-ja@03-05",
        "k=oo $G $P",
    ),
}
OVERAL: tuple[tuple[str, ...], ...] = (
    ("ond", "ond/T1", "ond-nee", "ond-onb", "wh", "whstil", "uitn"),
    ("verz", "verz/T1=2026-04-10", "bez", "ret"),
    ("jdg-nee", "jdg-ja", "jdg-deels", "jdg-onb", "jdg-nee/T1", "jdg-ja/T2"),
    ("plan", "planjdg-ja", "planjdg-nee", "uitv-deels", "uitv-ja", "uitv-onb"),
    (
        "bzw",
        "bzw/ontv",
        "bzw/mond",
        "bzw/T1",
        "bzwin",
        "besl",
        "besl-int",
        "besl/2026-04-30",
        "gespr",
        "gespr/zonder",
        "geschil",
    ),
    ("bzw", "schors", "hervat", "hervat/2026-04-30", "besl/2026-04-30"),
    ("schors", "hervat", "opheff", "intrek", "sluit", "heropen"),
    ("sluit", "heropen", "ond", "wh", "fact"),
)
EIGEN: dict[str, tuple[tuple[str, ...], ...]] = {
    "J": (
        ("m1", "m2", "m3", "m3!", "m3?", "m3/T1", "m3/zonder-termijn", "m4"),
        ("m3", "m5c", "m5c!", "m5c?", "m5o"),
        ("m6t=1000", "m6b=40000", "m6b=70000", "fact", "m7n"),
        (
            "m7o",
            "m7o!",
            "m7o/later",
            "bew-onv",
            "bew-onv-onbekend",
            "bew-onv-fout",
            "bew-fraude",
            "bew-fraude-zv",
            "bew-ervaring",
            "bew-cont-deel",
        ),
    ),
    "S": (
        (
            "m1o",
            "m1t",
            "eff-nee/o",
            "eff-nee/t",
            "eff-ja/o",
            "eff-ja/t",
            "eff-onb/o",
            "eff-deels/t",
        ),
        ("m2", "m3", "m3/T1", "plan", "planjdg-ja", "uitv-deels"),
        ("m4=1000", "fact", "m5", "m6", "m7o", "m7z"),
    ),
}
"""Words that have to do with each other: a case draws from a few groups at a time."""
LOS = {
    "J": (
        "T2",
        "T:tijd",
        "T:veilig",
        "omzet",
        "omzet-zonder-lezing",
        "geen-eis",
        "volmacht-tot-4",
        "L:schorsende-werking=schorst-niet",
        "L:begin-herstel=verzending",
        "L:bezwaar-op-tijd=ontvangen",
        "L:einde-schorsing=alleen-beslissing",
        "L:opschorten-zonder-ingebrekestelling=wettelijk-verzuim",
        "L:bezwaar-tegen-ingebrekestelling=loopt-door",
        "L:stop-alleen-op-kwaliteit=per-direct",
        "L:schorsing-na-laat-bezwaar=schorst",
        "L:bewijs-bij-trede-5-en-6=streng",
    ),
    "S": (
        "T2",
        "T:ernstig",
        "k=oo",
        "k=o?",
        "k=vo",
        "a=nn",
        "a=n?",
        "geen-eis",
        "L:toegang-tot-trede-2=aanleiding-volstaat",
        "L:ingebrekestelling-zonder-verbeterplan=streng",
        "L:terugvordering-los-van-treden=in-volgorde",
        "L:begin-herstel=verzending",
        "L:zelfde-kpi=elke",
    ),
}
_NODIG = {
    "wh": "ond",
    "whstil": "ond",
    "uitn": "ond",
    "verz": "m",
    "bez": "verz",
    "ret": "verz",
    "jdg": "m3",
    "plan": "m2",
    "planjdg": "plan",
    "uitv": "plan",
    "bzw": "m",
    "bzwin": "bzw",
    "besl": "bzw",
    "gespr": "bzw",
    "geschil": "m",
    "schors": "m",
    "hervat": "schors",
    "opheff": "m",
    "intrek": "m",
    "heropen": "sluit",
}
"""The kind of word that has to stand before another."""


def _soort(woord: str) -> str:
    return (
        woord.partition("@")[0].partition("/")[0].partition("=")[0].partition("-")[0].rstrip("!?")
    )


def _heel(woorden: Iterable[str]) -> list[str]:
    """The words of which what they answer stands before them.

    A letter that is replaced by a newer one answers nothing more.
    """
    gehad: set[str] = set()
    uit = []
    for woord in woorden:
        soort = _soort(woord)
        is_maatregel = soort[0] == "m" and soort[1:2].isdigit()
        nodig = _NODIG.get(soort) or (
            {"o": "m1o", "t": "m1t"}[woord.partition("@")[0][-1]] if soort == "eff" else None
        )
        if nodig and nodig not in gehad:
            continue
        gehad |= {soort, "m"} if is_maatregel else {soort}
        gehad -= {"verz"} if is_maatregel else set()
        uit.append(woord)
    return uit


@st.composite
def gevallen(draw: st.DrawFn, contract: str) -> tuple[str, date]:
    """The words of a case, and a day to look at it.

    Few kinds of words and few days at a time, so that they often meet.
    """
    woorden = draw(st.sampled_from(BEGIN[contract]))
    while "$" in woorden:
        from tests.ladder.zaakbouw import MACROS

        for macro, wat in MACROS[contract].items():
            woorden = woorden.replace(macro, wat)
    los = draw(
        st.lists(
            st.sampled_from(LOS[contract]), max_size=2, unique_by=lambda w: w.partition("=")[0]
        )
    )
    groepen = draw(
        st.lists(st.sampled_from(OVERAL + EIGEN[contract]), min_size=1, max_size=2, unique=True)
    )
    kies = sorted({woord for groep in groepen for woord in groep})
    dagen = draw(st.lists(st.sampled_from(DAGEN), min_size=1, max_size=3, unique=True))
    feiten = draw(st.lists(st.tuples(st.sampled_from(kies), st.sampled_from(dagen)), max_size=10))
    alle = [w for w in woorden.split() if "@" in w] + [f"{woord}@{dag}" for woord, dag in feiten]
    vast = [w for w in woorden.split() if "@" not in w]
    dag = draw(st.sampled_from((*DAGEN, "05-20", "06-15")))
    return " ".join(
        [
            *vast,
            *(w for w in los if w not in vast),
            *_heel(sorted(alle, key=lambda w: w.partition("@")[2])),
        ]
    ), date.fromisoformat(f"2026-{dag}")


@cache
def _regimes() -> dict[str, Any]:
    return regimes_van_clm()


@cache
def _bestand(pad: str, tekst: str) -> Bestand[Any]:
    record, meldingen = lees_record(pad, lees(inhoud(pad, tekst).encode(), pad))
    assert record is not None, (meldingen, tekst)
    assert not [m for m in meldingen if m.code[:3] in ("YML", "REC")], meldingen
    return Bestand(pad, record, Plek(pad))


def lees_zaak(bestanden: Mapping[str, str]) -> Register:
    """The register of these files over the small one, read by the gate, in the order given."""
    alle = {**{pad: tekst for pad, tekst in BASIS.items() if pad not in bestanden}, **bestanden}
    return bouw([_bestand(pad, tekst) for pad, tekst in alle.items()], _regimes())


def bestanden_van(woorden: str, contract: str) -> dict[str, str]:
    return Bouw(woorden, contract).bestanden


def _voorwaarden(stap: Vervolgstap) -> tuple[tuple[str, bool, str, bool], ...]:
    return tuple(
        (rij.naam, rij.hard, rij.uitspraak.antwoord, rij.uitspraak.invoer)
        for rij in stap.voorwaarden
    )


def beeld(register: Register, dag: date) -> dict[str, Any]:
    """Every answer on the case on a day, without names of files or the sentences around them."""
    dossier = register.dossiers["bloem"]
    zaak = dossier.escalaties[0]
    stand = stand_van(blik_op(register, dossier, dag), zaak)
    wie = {
        m.genomen.maatregel.pad: (
            m.genomen.record.instrument,
            str(m.genomen.record.datum),
            m.genomen.record.noodzaak,
        )
        for m in stand.maatregelen
    }
    stappen = {
        alleen: vervolg(blik_op(register, dossier, dag), zaak, alleen) for alleen in ((), ("T1",))
    }
    genomen_ = {
        m.pad: getoetst(blik_op(register, dossier, dag), zaak, m) for m in zaak.van(Maatregel)
    }
    return {
        "stand": (stand.open, stand.trede, stand.hoogst),
        "maatregelen": sorted(
            (*wie[m.genomen.maatregel.pad], m.toestand) for m in stand.maatregelen
        ),
        "herstel": sorted(
            (
                *wie[r.genomen.maatregel.pad],
                r.tekortkoming,
                str(r.uiterlijk),
                r.voorlopig,
                bool(r.stil),
                str(r.rest),
                r.herstel,
                r.verzuim.antwoord,
                str(r.vanaf),
            )
            for r in stand.herstel
        ),
        "bezwaar": sorted(
            (
                *wie[m.genomen.maatregel.pad],
                schorst(m.genomen).antwoord,
                *sorted(op_tijd(m.genomen, b).antwoord for b in m.genomen.bij(Bezwaar)),
            )
            for m in stand.maatregelen
        ),
        "stappen": {
            (alleen, s.stap.trede, s.stap.instrument.instrument): (
                s.mag,
                s.met_spoed,
                _voorwaarden(s),
            )
            for alleen, rijen in stappen.items()
            for s in rijen
        },
        "genomen": sorted((wie[pad], _voorwaarden(stap)) for pad, stap in genomen_.items() if stap),
        "werk": sorted(
            (p.soort, p.wat, str(p.uiterlijk), p.voorlopig, p.bij, p.stil)
            for p in alle_werkpunten(blik_op(register, dossier, dag))
        ),
    }


def stappen_die_mogen(register: Register, dag: date) -> set[tuple[tuple[str, ...], str]]:
    """The steps that may be taken, for all shortcomings and for the first alone."""
    dossier = register.dossiers["bloem"]
    return {
        (alleen, s.stap.instrument.instrument)
        for alleen in ((), ("T1",))
        for s in vervolg(blik_op(register, dossier, dag), dossier.escalaties[0], alleen)
        if s.mag == "ja"
    }
