"""Floor 4, duur: how long a measure lasts by its contract, and what ends it sooner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clm_cli.bestand import Bestand, naar_dag
from clm_cli.derivations import cijfers
from clm_cli.derivations.escalatie.maatregelpunt import maatregelpunt
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, ja, nee
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.normen import kpis_van
from clm_cli.derivations.termijnen import kalender_op
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.meldingen import Reden
from clm_cli.records.escalatie import Aanpassing, Beoordeling
from clm_cli.records.regimeregels import Duurregel
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.duur import Duur
from clm_cli.tijd.kalender import Rol
from clm_cli.tijd.periode import Periode
from clm_cli.tijd.termijn import bereken
from clm_cli.woorden import elke


def _verder(genomen: Genomen, dag: date, duur: Duur) -> date:
    """A duration on from a day; what ends on a day off ends then, for a limit moves nowhere."""
    kalender = kalender_op(genomen.register, dag, genomen.contract)
    return bereken(dag, duur, kalender, rol=Rol.NIET).uiterlijk


def _regel(genomen: Genomen) -> Duurregel | None:
    return genomen.instrument.duur if genomen.instrument else None


def langste(genomen: Genomen) -> date | None:
    """The last day that the contract lets a measure have without extension; None without limit."""
    regel = _regel(genomen)
    if regel is None or regel.hoogstens is None:
        return None
    return _verder(genomen, genomen.record.ingaat, regel.hoogstens)


def _eerste_einde(genomen: Genomen) -> date | None:
    dagen = [dag for dag in (genomen.record.tot, langste(genomen)) if dag is not None]
    return min(dagen, default=None)


def _verlengingen(genomen: Genomen) -> list[tuple[Bestand[Aanpassing], date]]:
    rijen = sorted(genomen.bij(Aanpassing), key=naar_dag)
    return [(feit, feit.record.tot) for feit in rijen if feit.record.tot is not None]


def verlengd(genomen: Genomen) -> Iterator[tuple[Bestand[Aanpassing], Uitspraak]]:
    """Each new last day of a measure, with whether the contract lets it be one."""
    regel, einde, keren = _regel(genomen), _eerste_einde(genomen), 0
    for feit, tot in _verlengingen(genomen):
        if regel is None or einde is None or tot <= einde:
            uitspraak = ja("het einde schuift niet op", feit.plek("tot"))
        else:
            uitspraak = _mag(genomen, regel, feit, (tot, einde), keren)
            keren += uitspraak.antwoord == "ja"
        yield feit, uitspraak
        if uitspraak.antwoord == "ja":
            einde = tot


def _mag(
    genomen: Genomen,
    regel: Duurregel,
    feit: Bestand[Aanpassing],
    dagen: tuple[date, date],
    keren: int,
) -> Uitspraak:
    """Whether the new last day may take the place of the last day until then."""
    (tot, einde), plek = dagen, feit.plek("tot")
    if regel.verlengen is None:
        return nee("dit contract kent geen verlenging van deze maatregel", plek)
    if feit.record.datum > einde:
        return nee(f"de maatregel was op {datum_vol(einde)} al afgelopen", plek)
    if regel.verlengen.keer is not None and keren >= regel.verlengen.keer:
        return nee(f"verlengen kan ten hoogste {regel.verlengen.keer} keer", plek)
    uiterst = _verder(genomen, einde, regel.verlengen.met)
    if tot > uiterst:
        return nee(f"verlengen kan tot en met {datum_vol(uiterst)}", plek)
    return ja(f"verlengd tot en met {datum_vol(tot)}", plek)


def einddag(genomen: Genomen) -> date | None:
    """The last day of a measure: what was said, within the contract, as it was extended."""
    einde = _eerste_einde(genomen)
    for feit, uitspraak in verlengd(genomen):
        if uitspraak.antwoord == "ja":
            einde = feit.record.tot
    return einde


def gehaald(genomen: Genomen) -> tuple[Periode, ...]:
    """The first periods in a row, since it took effect, that end the measure; else none."""
    regel = _regel(genomen)
    if regel is None or not regel.eindigt_na:
        return ()
    reeks: list[Periode] = []
    for periode, goed in sorted(_perioden(genomen).items()):
        reeks = [*reeks, periode] if goed else []
        if len(reeks) >= regel.eindigt_na:
            return tuple(reeks)
    return ()


def _perioden(genomen: Genomen) -> dict[Periode, bool]:
    """Each whole period since it took effect, and whether every norm was met in it."""
    standen: dict[Periode, list[str]] = {}
    regel = _regel(genomen)
    for id_ in (regel.kpis if regel else ()) or kpis_van(genomen.contract):
        kpi = genomen.register.kpis.get(id_)
        for cijfer in cijfers.reeks(genomen.blik, genomen.contract, kpi) if kpi else ():
            if cijfer.periode.eerste >= genomen.record.ingaat:
                standen.setdefault(cijfer.periode, []).append(cijfer.oordeel)
    telt = (cijfers.VOLDOET, cijfers.TELT_NIET)
    return {
        periode: all(stand in telt for stand in rij) and cijfers.VOLDOET in rij
        for periode, rij in standen.items()
    }


def werkpunten(genomen: Genomen) -> Iterator[Werkpunt]:
    """Its last day, the figures that end it, and the day on which to look again."""
    einde, regel, naam = einddag(genomen), _regel(genomen), genomen.naam
    plek = genomen.maatregel.plek("tot") if genomen.record.tot else genomen.maatregel.plek()
    opheffen = zaakopdracht(genomen.dossier, genomen.escalatie, "opheffing", genomen.maatregel)
    if einde is not None:
        voorbij = genomen.vandaag > einde
        wat = f"Vastleggen dat {naam} is afgelopen" if voorbij else f"Laatste dag van {naam}"
        reden = f"de maatregel geldt tot en met {datum_vol(einde)}"
        punt = maatregelpunt(genomen, "maatregel-einde", wat)
        yield replace(punt, uiterlijk=einde, nu=opheffen, omdat=(Reden(reden, plek),), plek=plek)
    if regel is None or (einde is not None and genomen.vandaag > einde):
        return
    if rij := gehaald(genomen):
        wat = f"Vastleggen dat {naam} eindigt: de normen zijn gehaald"
        reden = f"in {' en '.join(map(str, rij))} zijn alle normen gehaald"
        yield replace(
            maatregelpunt(genomen, "maatregel-eindigt", wat),
            nu=opheffen,
            grond=regel.grond.eis,
            grond_tekst=regel.grond.tekst,
            gevolg="het contract laat de maatregel dan niet langer duren",
            omdat=(Reden(reden, genomen.maatregel.plek()),),
        )
    elif regel.bezien is not None:
        sinds = max(
            (f.record.datum for f in genomen.bij(Beoordeling) if f.record.over == "effect"),
            default=genomen.record.ingaat,
        )
        yield replace(
            maatregelpunt(genomen, "maatregel-bezien", f"Bezien of {naam} nog nodig is"),
            uiterlijk=_verder(genomen, sinds, regel.bezien),
            nu=zaakopdracht(genomen.dossier, genomen.escalatie, "beoordeling", genomen.maatregel),
            grond=regel.grond.eis,
            grond_tekst=regel.grond.tekst,
            gevolg="een maatregel die langer duurt dan nodig, is niet evenredig",
            omdat=(Reden(f"{elke(regel.bezien)}, sinds {datum_vol(sinds)}", plek),),
        )
