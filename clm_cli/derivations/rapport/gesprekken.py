"""Floor 4, gesprekken: the talks of a period and how they were held, and the actions due in it."""

from __future__ import annotations

from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.opvolging import Stand, stand
from clm_cli.derivations.rapport.getal import ONBEKEND, Getal, aantal, deel_van
from clm_cli.derivations.rapport.venster import Venster
from clm_cli.dossier import Gesprek
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Reden
from clm_cli.records.gesprek import GesprekVervallen
from clm_cli.records.opvolging import Afgerond
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value

VORMEN = ("fysiek", "hybride", "digitaal", "telefonisch")


@value
class Gesprekscijfers:
    """The talks of a period."""

    gehouden: Getal
    per_vorm: tuple[tuple[str, Getal], ...]
    zonder_vorm: Getal
    """Of so many it was not recorded how they were held."""
    fysiek: Getal
    extra: Getal
    vervallen: Getal
    niets_besloten: Getal
    besluiten_onbekend: Getal
    """Of so many it was not recorded whether anything was decided (J27)."""


def gesprekken(venster: Venster) -> Gesprekscijfers:
    """The talks that were held, how, and those that fell through."""
    alle = [
        (blik, gesprek)
        for blik in venster.blikken
        for gesprek in blik.dossier.gesprekken
        if venster.bevat(dag_van(gesprek).datum) and hier(venster, blik, gesprek)
    ]
    held = [(b, g) for b, g in alle if g.kaart.record.gehouden]
    redenen = [(g, _gesprek(venster, b, g)) for b, g in held]
    per_vorm = {vorm: [r for g, r in redenen if _vorm(g) == vorm] for vorm in VORMEN}
    vervallen = [_gesprek(venster, b, g) for b, g in alle if g.van(GesprekVervallen)]
    extra = [r for g, r in redenen if g.kaart.record.soort == "extra"]
    alles = [r for _, r in redenen]
    onbekend = [r for g, r in redenen if _vorm(g) == ONBEKEND]  # neither one nor the other
    bekend = [r for g, r in redenen if _vorm(g) != ONBEKEND]
    return Gesprekscijfers(
        aantal("gesprekken gehouden", alles),
        tuple((v, aantal(f"gesprekken {v}", rij)) for v, rij in per_vorm.items() if rij),
        aantal("gesprekken waarvan de vorm niet is vastgelegd", onbekend),
        deel_van("aandeel fysieke gesprekken", per_vorm["fysiek"], bekend),
        aantal("extra gesprekken", extra),
        aantal("gesprekken vervallen", vervallen),
        aantal(
            "gesprekken waarin niets is besloten",
            [r for g, r in redenen if _besloten(g) == "nee"],
        ),
        aantal(
            "gesprekken waarvan niet vastligt of er iets is besloten",
            [r for g, r in redenen if _besloten(g) == ONBEKEND],
        ),
    )


def hier(venster: Venster, blik: Dossierblik, gesprek: Gesprek) -> bool:
    """Whether a talk is about a contract of the report."""
    ids = {c.id for c in venster.contracten(blik)}
    return bool(ids & set(gesprek.kaart.record.contracten))


def _vorm(gesprek: Gesprek) -> str:
    gehouden = gesprek.kaart.record.gehouden
    return (gehouden.vorm if gehouden else None) or ONBEKEND


def _besloten(gesprek: Gesprek) -> str:
    gehouden = gesprek.kaart.record.gehouden
    if gehouden is None:
        return ONBEKEND
    return "ja" if gehouden.besluiten else "nee" if "besluiten" in gehouden.geen else ONBEKEND


def _gesprek(venster: Venster, blik: Dossierblik, gesprek: Gesprek) -> Reden:
    gehouden = gesprek.kaart.record.gehouden
    tekst = f"gesprek met {venster.mag(blik)} op {datum_vol(dag_van(gesprek).datum)}"
    plek = gesprek.kaart.plek("gehouden", "vorm") if gehouden else gesprek.kaart.plek()
    return Reden(f"{tekst}{f', {_vorm(gesprek)}' if gehouden else ''}", plek)


@value
class Actiecijfers:
    """The actions that were due in a period; what lapsed was not done."""

    klaar_te_zijn: Getal
    afgerond: Getal
    vervallen: Getal
    aandeel: Getal


def acties(venster: Venster) -> Actiecijfers:
    """The actions that were due in the period, those done by now, and their share (J09)."""
    per: dict[str, list[Reden]] = {"open": [], "afgerond": [], "vervallen": []}
    for blik in venster.blikken:
        for gesprek in blik.dossier.gesprekken:
            gehouden = gesprek.kaart.record.gehouden
            for nummer, actie in enumerate(gehouden.acties if gehouden else ()):
                na = stand(blik.dossier, f"{gesprek.kaart.id}#{actie.id}")
                dag = na.uiterlijk or actie.uiterlijk
                if venster.bevat(dag) and hier(venster, blik, gesprek):
                    hoe = _afloop(na, venster)
                    plek = gesprek.kaart.plek("gehouden", "acties", nummer)
                    per[hoe].append(Reden(f"actie {actie.id} van {venster.mag(blik)}: {hoe}", plek))
    alle = [reden for rij in per.values() for reden in rij]
    return Actiecijfers(
        aantal("acties die in de periode klaar moesten zijn", alle),
        aantal("acties afgerond", per["afgerond"]),
        aantal("acties vervallen", per["vervallen"]),
        deel_van("aandeel afgeronde acties", per["afgerond"], alle),
    )


def _afloop(na: Stand, venster: Venster) -> str:
    """How an action ended by the end of the period."""
    if na.gesloten is None or na.gesloten.record.datum > venster.peil:
        return "open"
    return "afgerond" if isinstance(na.gesloten.record, Afgerond) else "vervallen"
