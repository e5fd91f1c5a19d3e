"""Floor 6, regels: what a contract rules on figures and measures, as text."""

from __future__ import annotations

from clm_cli.records.regimeregels import Cijferregel, Klassenregel, Plafond
from clm_cli.tijd.datum import bedrag
from clm_cli.views.regime.delen import Regels, alinea, citaat


def citaten(deel: Cijferregel | Klassenregel, breedte: int) -> Regels:
    """The clause of a rule, and the others that it rests on."""
    for grond in (deel.grond, *deel.ook):
        yield from citaat(grond, breedte)


def cijferregel(deel: Cijferregel, breedte: int) -> Regels:
    """What becomes of a figure before it is compared with its norm."""
    yield from alinea(
        f"voor {', '.join(deel.kpis)}" if deel.kpis else "voor elk cijfer", breedte, 2
    )
    if deel.aanlevering:
        yield from alinea(f"binnen {deel.aanlevering} na de periode", breedte, 4)
    if deel.te_laat == "niet-gehaald":
        yield from alinea("te laat of niet geleverd: de norm is niet gehaald", breedte, 4)
    if deel.te_laat == "tot-het-er-is":
        yield from alinea("te laat: de norm is niet gehaald tot het cijfer er is", breedte, 4)
    if deel.afronden:
        zin = f"afgerond op {deel.afronden.decimalen} decimalen ({deel.afronden.wijze})"
        yield from alinea(zin, breedte, 4)
    if deel.minstens is not None:
        zin = f"bij minder dan {deel.minstens} waarnemingen telt de periode niet mee"
        yield from alinea(zin, breedte, 4)
    yield from citaten(deel, breedte)


def plafond(deel: Plafond, breedte: int) -> Regels:
    """What the amounts of some instruments are together at most."""
    zin = f"{deel.titel}: {bedrag(deel.bedrag)} in een kalenderjaar"
    yield from alinea(zin, breedte, 2)
    yield from alinea(f"voor {', '.join(deel.instrumenten)} samen", breedte, 4)
    yield from citaat(deel.grond, breedte)


def klassen(deel: Klassenregel, breedte: int) -> Regels:
    """The classes, by what they are worked out, and when a lighter one can begin."""
    yield from alinea(", ".join(rij.titel for rij in deel.klassen), breedte, 2)
    for rij in deel.maatstaven:
        venster = f" in {rij.venster}" if rij.venster else ""
        grenzen = ", ".join(map(str, rij.grenzen))
        yield from alinea(f"{rij.soort}{venster}: zwaarder vanaf {grenzen}", breedte, 4)
        yield from citaat(rij.grond, breedte, 6)
    if deel.lichter_op:
        yield from alinea(f"lichter alleen op {', '.join(deel.lichter_op)}", breedte, 4)
    yield from citaten(deel, breedte)
