"""Floor 4, herzieningen: what is looked at again: risks in the rhythm of the class, lessons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.classificatie import categorie, huidige
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import bepaling, kalender_op
from clm_cli.derivations.werkpunt import Werkpunt, met_beleid
from clm_cli.dossier import Dossier
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.basis import Deel
from clm_cli.records.lijsten import Leerpunten, Risico, Risicos
from clm_cli.records.regime import Regime
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import Duur, Eenheid, Rol, bereken
from clm_cli.value import value
from clm_cli.woorden import elke

LEERPUNT = Duur(6, Eenheid.MAANDEN)
"""After this time an open lesson is called old, where the organisation has not said so itself."""


def lijstpunt(
    dossier: Dossier,
    bestand: Bestand[Deel],
    sleutel: tuple[str | int, ...],
    vandaag: date,
    *,
    soort: str,
    kenmerk: str,
    wat: str,
) -> Werkpunt:
    """The line for one row of a list."""
    return Werkpunt(
        soort=soort,
        dossier=dossier.id,
        wat=wat,
        grond="afspraak",
        plek=bestand.plek(*sleutel),
        wie=behandelaar(dossier, vandaag),
        kant="AOC",
        verwijzing=f"{bestand.id}#{kenmerk}",
        kenmerk=kenmerk,
    )


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """Every open risk and learning point, with the day on which it is looked at again."""
    yield from _risicos(blik)
    yield from _leren(blik)


def ritme(blik: Dossierblik, rij: Risico) -> tuple[Duur, Plek] | None:
    """How often a risk is looked at: by the heaviest class of its contracts; None if none says."""
    rijen = [
        (soort.risicos_elke, feit.plek("categorie"))
        for contract in blik.dossier.contracten
        if not rij.contracten or contract.id in rij.contracten
        if (feit := huidige(blik.dossier, contract.id, blik.vandaag))
        if (soort := categorie(blik.register, feit)) and soort.risicos_elke
    ]
    kalender = kalender_op(blik.register, blik.vandaag)
    return min(
        rijen,
        key=lambda paar: bereken(blik.vandaag, paar[0], kalender, rol=Rol.NIET).uiterlijk,
        default=None,
    )


def herziendag(blik: Dossierblik, rij: Risico, vanaf: date) -> tuple[date | None, Reden | None]:
    """The day that the class gives for looking again, counted from a day (J12)."""
    gevonden = ritme(blik, rij)
    if gevonden is None:
        return None, None
    duur, plek = gevonden
    dag = bereken(vanaf, duur, kalender_op(blik.register, vanaf), rol=Rol.VOLGENDE).uiterlijk
    return dag, Reden(f"bij deze categorie worden risico's {elke(duur)} herzien", plek)


@value
class LaatHerzien:
    """A risk that is looked at later than the class wants: when, and by when it has to be."""

    risico: Risico
    gezet: date
    dag: date
    plek: Plek
    reden: Reden
    nu: Advies


def te_laat_herzien(blik: Dossierblik) -> Iterator[LaatHerzien]:
    """The open risks whose own day lies beyond the rhythm of the class, from today (J12)."""
    for lijst in blik.dossier.van(Risicos):
        for nummer, rij in enumerate(lijst.record.risicos):
            dag, reden = herziendag(blik, rij, blik.vandaag)
            if rij.gesloten is None and rij.herzien and dag and reden and rij.herzien > dag:
                wijzig = {"wijzig": rij.id, "herzien": dag.isoformat()}
                nu = opdracht("lijst", "risicos", blik.dossier.id, **wijzig)
                plek = lijst.plek("risicos", nummer, "herzien")
                yield LaatHerzien(rij, rij.herzien, dag, plek, reden, nu)


def _risicos(blik: Dossierblik) -> Iterator[Werkpunt]:
    for lijst in blik.dossier.van(Risicos):
        for nummer, rij in enumerate(lijst.record.risicos):
            if rij.gesloten is None:
                yield _risico(blik, lijst, nummer, rij)


def _risico(blik: Dossierblik, lijst: Bestand[Risicos], nummer: int, rij: Risico) -> Werkpunt:
    dossier = blik.dossier
    dag, uit_ritme = (rij.herzien, None) if rij.herzien else herziendag(blik, rij, rij.sinds)
    reden = (
        f"herzien uiterlijk {datum_vol(rij.herzien)}"
        if rij.herzien
        else "er is geen dag om het te herzien"
    )
    grond = next((g for c in dossier.contracten if (g := _ritmegrond(c.regime))), None)
    return replace(
        lijstpunt(
            dossier,
            lijst,
            ("risicos", nummer),
            blik.vandaag,
            soort="risico",
            kenmerk=rij.id,
            wat=f"Risico {rij.id} herzien: {rij.wat}",
        ),
        uiterlijk=dag,
        grond=grond if uit_ritme and grond else "afspraak",
        wie=rij.eigenaar,
        gevolg="een risico dat niemand bekijkt, wordt niet beheerst",
        nu=advies(
            "{verzet}  of  {klaar}",
            verzet=opdracht("actie", "verzet", dossier.id, rij.id),
            klaar=opdracht("lijst", "risicos", dossier.id, klaar=rij.id),
        ),
        contracten=rij.contracten,
        omdat=(
            Reden(reden, lijst.plek("risicos", nummer, "herzien")),
            *((uit_ritme,) if uit_ritme else ()),
        ),
    )


def _ritmegrond(regime: Regime) -> str | None:
    grond = bepaling(regime, "ritme-volgt-classificatie")
    return grond.eis if grond else None


def _leren(blik: Dossierblik) -> Iterator[Werkpunt]:
    """Open lessons; one without a day of its own is looked at again by our policy."""
    for lijst in blik.dossier.van(Leerpunten):
        for nummer, rij in enumerate(lijst.record.leerpunten):
            if rij.klaar is not None:
                continue
            punt = replace(
                lijstpunt(
                    blik.dossier,
                    lijst,
                    ("leerpunten", nummer),
                    blik.vandaag,
                    soort="leerpunt",
                    kenmerk=rij.id,
                    wat=f"Leerpunt {rij.id} ({rij.bestemming}, {rij.fase}): {rij.wat}",
                ),
                uiterlijk=rij.herzien,
                wie=rij.eigenaar,
                sinds=rij.sinds,
                gevolg="wat is geleerd, wordt niet gebruikt",
                nu=opdracht("lijst", "leerpunten", blik.dossier.id, klaar=rij.id),
            )
            plek = lijst.plek("leerpunten", nummer)
            if rij.herzien:
                reden = Reden(f"opnieuw bekijken uiterlijk {datum_vol(rij.herzien)}", plek)
                yield replace(punt, omdat=(reden,))
            else:
                tekst = f"open sinds {datum_vol(rij.sinds)}, zonder dag om het te bekijken"
                punt = replace(punt, omdat=(Reden(tekst, plek),))
                yield met_beleid(blik.register, punt, "leerpunten", rij.sinds)
