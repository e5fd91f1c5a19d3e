"""Floor 6, planning: the talks of a year on a page: by month, by manager, and what does not fit."""

from __future__ import annotations

from collections import Counter

from clm_cli.advies import opdracht
from clm_cli.derivations.planning import Planning
from clm_cli.derivations.zinnen import aantal
from clm_cli.kijk import Kijk
from clm_cli.tijd.datum import MAANDEN, datum_kort
from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Papier
from clm_cli.views.tabel import Kolom, tabelregels

_KOLOMMEN = (Kolom("dag"), Kolom("aanbieder", minst=12), Kolom("over"), Kolom("wie"), Kolom(""))


@value
class Planningblad:
    """A planning as it is looked at."""

    kijk: Kijk
    plan: Planning
    manager: str | None


def toon(blad: Planningblad, papier: Papier) -> str:
    """The planning as text."""
    plan, register = blad.plan, blad.kijk.register
    nieuw = sum(g.nieuw for g in plan.gesprekken)
    delen = papier.kop(
        Cel(f"PLANNING  {plan.jaar}", "vet"),
        f"{aantal(len(plan.gesprekken), 'gesprek', 'gesprekken')}, {nieuw} nieuw",
    )
    for maand in sorted({g.dag.month for g in plan.gesprekken}):
        rijen = [
            [
                datum_kort(g.dag),
                register.dossiers[g.dossier].roepnaam(g.dag),
                ", ".join(g.contracten),
                register.naam_van(g.manager) if g.manager else "?",
                "nieuw" if g.nieuw else "staat",
            ]
            for g in plan.gesprekken
            if g.dag.month == maand
        ]
        naam = MAANDEN[maand - 1].upper()
        delen += ["", *papier.alinea(Cel(f"{naam} ({len(rijen)})", "vet"))]
        delen += tabelregels(papier, list(_KOLOMMEN), rijen)
    return "\n".join([*delen, *_drukte(blad, papier), *_rest(blad, papier)])


def _drukte(blad: Planningblad, papier: Papier) -> list[str]:
    """How full the fullest week of each manager is."""
    per: dict[str, Counter[int]] = {}
    for (wie, _), hoeveel in blad.plan.drukte().items():
        per.setdefault(wie, Counter())[hoeveel] += 1
    zinnen = [
        f"{blad.kijk.register.naam_van(wie)}: "
        f"{aantal(sum(n * k for n, k in weken.items()), 'gesprek', 'gesprekken')}, "
        f"hoogstens {max(weken)} in een week"
        for wie, weken in sorted(per.items())
    ]
    return ["", *(regel for zin in zinnen for regel in papier.alinea(zin))]


def _rest(blad: Planningblad, papier: Papier) -> list[str]:
    uit: list[str] = []
    if blad.plan.conflicten:
        uit += ["", *papier.alinea(Cel(f"PAST NIET ({len(blad.plan.conflicten)})", "vet"))]
        for c in blad.plan.conflicten:
            uit += papier.alinea(f"{c.dossier}: {c.wat}; {c.waarom}.")
    if blad.plan.vakanties:
        uit += ["", *papier.alinea(f"Schoolvakanties {blad.plan.vakanties}.")]
    for zin in blad.plan.onbekend:
        uit += ["", *papier.alinea(f"Let op: {zin}.")]
    if any(g.nieuw for g in blad.plan.gesprekken):
        wie = ("--manager", blad.manager) if blad.manager else ()
        nu = opdracht("planning", str(blad.plan.jaar), *wie, "--vastleggen")
        uit += ["", f"  nu: {nu}"]
    return uit


def als_json(blad: Planningblad) -> Gegevens:
    """The planning as data."""
    plan = blad.plan
    return {
        "jaar": plan.jaar,
        "gesprekken": [
            {
                "dossier": g.dossier,
                "contracten": list(g.contracten),
                "datum": g.dag.isoformat(),
                "manager": g.manager,
                "nieuw": g.nieuw,
            }
            for g in plan.gesprekken
        ],
        "past_niet": [
            {"dossier": c.dossier, "wat": c.wat, "waarom": c.waarom} for c in plan.conflicten
        ],
        "onbekend": list(plan.onbekend),
        "schoolvakanties": plan.vakanties or None,
        "weken": [
            {"manager": wie, "week_van": dag.isoformat(), "gesprekken": aantal}
            for (wie, dag), aantal in sorted(plan.drukte().items())
        ],
    }
