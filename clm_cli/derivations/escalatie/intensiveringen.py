"""Floor 4, intensiveringen: more contact under a measure: how much, which talks, until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clm_cli.advies import advies, opdracht
from clm_cli.derivations.escalatie.maatregelpunt import maatregelpunt
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Gesprek
from clm_cli.meldingen import Reden
from clm_cli.records.gesprek import GesprekVervallen
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value


@value
class Extragesprek:
    """An extra talk that the measure names, and the talk that came of it."""

    dag: date
    gesprek: Gesprek | None
    gehouden: date | None

    @property
    def stand(self) -> str:
        """What came of it, as the end of a sentence."""
        if self.gehouden:
            anders = "" if self.gehouden == self.dag else f" op {datum_vol(self.gehouden)}"
            return f"gehouden{anders}"
        return f"gepland op {datum_vol(dag_van(self.gesprek).datum)}" if self.gesprek else "open"


def extra_gesprekken(genomen: Genomen) -> tuple[Extragesprek, ...]:
    """The extra talks of a measure, each with the talk of that day; one that moved keeps its id."""
    gezegd, eigen = genomen.record.intensivering, {c.id for c in genomen.contracten}
    uit = []
    for dag in gezegd.gesprekken if gezegd else ():
        van_die_dag = [
            g
            for g in genomen.dossier.gesprekken
            if eigen & set(g.kaart.record.contracten)
            and dag in (g.kaart.record.datum, dag_van(g).datum)
            and not g.van(GesprekVervallen)
        ]
        gesprek = next((g for g in van_die_dag if g.kaart.record.gehouden), None)
        gesprek = gesprek or next(iter(van_die_dag), None)
        gehouden = gesprek.kaart.record.gehouden if gesprek else None
        uit.append(Extragesprek(dag, gesprek, gehouden.datum if gehouden else None))
    return tuple(uit)


def werkpunten(genomen: Genomen) -> Iterator[Werkpunt]:
    """An extra talk that nobody planned, and the day on which more contact ends."""
    gezegd = genomen.record.intensivering
    if gezegd is None:
        return
    plek, grond = genomen.maatregel.plek("intensivering"), genomen.grond
    for nr, rij in enumerate(extra_gesprekken(genomen)):
        if rij.gesprek is None:  # one that was planned has a line of its own
            yield replace(
                maatregelpunt(genomen, "extra-gesprek", "Extra gesprek plannen"),
                uiterlijk=rij.dag,
                grond=grond.eis if grond else "beleid",
                gevolg="een maatregel die niet wordt uitgevoerd, draagt geen volgende stap",
                plek=genomen.maatregel.plek("intensivering", "gesprekken", nr),
                nu=opdracht("gesprek", "gepland", genomen.dossier.id),
                omdat=(Reden(f"bij de maatregel genoemd: {datum_vol(rij.dag)}", plek),),
            )
    yield replace(
        maatregelpunt(genomen, "intensivering", f"Besluiten over meer contact ({gezegd.contact})"),
        uiterlijk=gezegd.tot,
        grond=grond.eis if grond else "beleid",
        gevolg="zonder besluit is na deze dag niet duidelijk of de maatregel nog geldt",
        plek=genomen.maatregel.plek("intensivering", "tot"),
        nu=advies(
            "eindigt het: {einde}; gaat het door, neem de maatregel opnieuw",
            einde=zaakopdracht(genomen.dossier, genomen.escalatie, "opheffing", genomen.maatregel),
        ),
        omdat=(Reden(f"de maatregel geldt tot en met {datum_vol(gezegd.tot)}", plek),),
    )
