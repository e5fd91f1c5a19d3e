"""Floor 6, regels: what a contract rules on figures and measures, as text."""

from __future__ import annotations

from clm_cli.records.regime import Overslaanregel
from clm_cli.records.regimeregels import Cijferregel, Klassenregel, Plafond
from clm_cli.views.regime.delen import Regels, alinea, citaat
from clm_cli.views.regime.zinnen import maatstafregel, plafondregel


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
        telt = "" if (van := deel.telt_kpi or deel.telt) == "noemer" else f" ({van})"
        zin = f"bij minder dan {deel.minstens} waarnemingen{telt} telt de periode niet mee"
        yield from alinea(zin, breedte, 4)
    yield from citaten(deel, breedte)


def plafond(deel: Plafond, breedte: int) -> Regels:
    """What the amounts of some instruments are together at most."""
    yield from alinea(f"{deel.titel}: {plafondregel(deel)}", breedte, 2)
    yield from alinea(f"voor {', '.join(deel.instrumenten)} samen", breedte, 4)
    yield from citaat(deel.grond, breedte)


def klassen(deel: Klassenregel, breedte: int) -> Regels:
    """The classes, by what they are worked out, and when a lighter one can begin."""
    yield from alinea(", ".join(rij.titel for rij in deel.klassen), breedte, 2)
    for rij in deel.maatstaven:
        yield from alinea(maatstafregel(rij), breedte, 4)
        yield from citaat(rij.grond, breedte, 6)
    if deel.voor:
        yield from alinea(f"elk jaar vastgesteld vóór {deel.voor}", breedte, 4)
    if deel.lichter_op:
        yield from alinea(f"lichter alleen op {', '.join(deel.lichter_op)}", breedte, 4)
    yield from citaten(deel, breedte)


def overslaan(deel: Overslaanregel, breedte: int) -> Regels:
    """What is asked of skipping treden."""
    mag = "kan, met ernst en reden" if deel.mag == "ja" else "kan niet"
    if rij := deel.kpis:
        mag += f"; bij lezing {rij.vraag} = {rij.keuze} ook met de KPI's die niet zijn gehaald"
    yield from alinea(mag, breedte, 2)
    for grens, waar in ((deel.hoogstens, "besluit"), (deel.hoogstens_samen, "escalatie")):
        if grens is not None:
            yield from alinea(f"ten hoogste {grens} per {waar}", breedte, 4)
    for wat, welke in (("trede", deel.treden), ("voor", deel.waarvoor)):
        if welke:
            yield from alinea(f"alleen {wat} {', '.join(map(str, welke))}", breedte, 4)
    for grond in (deel.grond, *deel.ook):
        yield from citaat(grond, breedte)
    if deel.direct:
        treden_ = ", ".join(map(str, deel.direct.treden))
        zonder = ", ".join(deel.direct.zonder)
        bij = f", zonder {zonder}" if zonder else ""
        yield from alinea(f"bij acuut gevaar direct: trede {treden_}{bij}", breedte, 2)
        yield from citaat(deel.direct.grond, breedte)
