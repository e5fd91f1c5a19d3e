"""Floor 4, bevoegd: who may take a step, and who agreed to it."""

from __future__ import annotations

from dataclasses import replace

from clm_cli.bestand import Bestand
from clm_cli.derivations.bevoegdheid import (
    STRATEGISCH,
    deelnemers,
    gaf_volmacht,
    niemand_weet_wie,
    tekenbevoegd,
    voor_zichzelf,
)
from clm_cli.derivations.escalatie.stap import Stap, van_laatste_dag
from clm_cli.derivations.escalatie.uitspraak import Uitspraak, alle, ja, nee, onbekend, vraagt
from clm_cli.derivations.escalatie.zaken import gemeenten_van
from clm_cli.derivations.zinnen import bij_trede
from clm_cli.dossier import Contract
from clm_cli.records.escalatie import (
    Afstemming,
)
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.regime import erkend, van_welke
from clm_cli.tijd.datum import datum_vol


def mag_tekenen(stap: Stap, persoon: str) -> bool:
    """Whether somebody may sign up to and including the trede, on the day of the step."""
    return persoon in tekenbevoegd(stap.register, stap.trede, stap.dag)


def mandaat(stap: Stap) -> Uitspraak:  # J40
    """Wie besluit, mag tot en met deze trede ondertekenen (organisatie.yaml, ondertekenaars)."""
    if stap.voorstel is None:
        return vraagt("noem wie besluit (--besloten-door)", "besloten_door")
    wie = stap.voorstel.besloten_door
    naam = stap.register.naam_van(wie)
    if onbekende := niet_bekend(stap, wie):
        return onbekende
    return (
        ja(f"{naam} mag dit")
        if mag_tekenen(stap, wie)
        else nee(f"{naam} staat in organisatie.yaml niet als ondertekenaar{_tot_en_met(stap)}")
    )


def niet_bekend(stap: Stap, wie: str, veld: str = "besloten_door") -> Uitspraak | None:
    """That nobody knows who decided, and so not what he may; None where that is known."""
    wat = niemand_weet_wie(stap.register, wie)
    return onbekend(wat, stap.plek(veld)) if wat else None


def volmacht(stap: Stap) -> Uitspraak:  # J40
    """Elke gemeente van de escalatie gaf volmacht tot en met deze trede (organisatie.yaml)."""
    organisatie, contracten = stap.register.organisatie, stap.contracten
    namen = {g.id: g.naam for g in organisatie.gemeenten}
    # 3:60, 6:203 BW: who is no party to the contract has nothing to give power for
    if vreemd := [g for g in voor_wie(stap) if g not in deelnemers(contracten)]:
        wie = ", ".join(namen.get(g, g) for g in vreemd)
        return nee(f"geen partij bij deze overeenkomst: {wie}", stap.plek("gemeenten"))
    if all(voor_zichzelf(stap.register, c) for c in contracten):
        return ja("wij zijn zelf opdrachtgever; een volmacht is niet nodig")
    if set(voor_wie(stap)) == {organisatie.gemeente}:
        return ja("dit gaat alleen om onze eigen gemeente; een volmacht is niet nodig")
    bundels = [c.overeenkomst for c in contracten if c.overeenkomst]
    if not {b.id for b in bundels} & {v.overeenkomst for v in organisatie.volmachten}:
        zelf = _ZELF if any(b.kaart.record.opdrachtgever is None for b in bundels) else ""
        return onbekend(f"in organisatie.yaml staan voor deze overeenkomst geen volmachten{zelf}")
    gemeenten = voor_wie(stap)
    rest = gemachtigd(stap)
    mist = [namen.get(g, g) for g in gemeenten if g not in rest]
    if not mist:
        return ja("voor elke gemeente")
    zin = f"geen volmacht{_tot_en_met(stap)}: {', '.join(mist)}"
    if not rest:
        return nee(zin)
    # What one municipality did not give, holds the others up no longer than they choose.
    raad = f"; voor de andere kan het nu (--gemeente {' --gemeente '.join(rest)})"
    return replace(nee(zin + raad), velden=("gemeenten",))


def gemachtigd(stap: Stap) -> list[str]:
    """Of the municipalities of a step those that gave a power of attorney for it."""
    return [g for g in voor_wie(stap) if any(_gaf(stap, c, g) for c in stap.contracten)]


def _gaf(stap: Stap, contract: Contract, gemeente: str) -> bool:
    """Whether a municipality of a contract gave it for its overeenkomst, or needs not to."""
    if voor_zichzelf(stap.register, contract):
        return gemeente in contract.gemeenten
    bundel = contract.overeenkomst if gemeente in contract.gemeenten else None
    return bool(bundel and gaf_volmacht(stap.register, bundel.id, gemeente, stap.trede, stap.dag))


def voor_wie(stap: Stap) -> tuple[str, ...]:
    """The municipalities of a step: that were said, else those of the case, else all."""
    eigen = stap.voorstel.gemeenten if stap.voorstel else stap.gezegd_voor
    return gemeenten_van(stap.dossier, stap.escalatie, eigen)


_ZELF = "; bent u zelf opdrachtgever, zet dan opdrachtgever: zelf in overeenkomst.yaml"


def _tot_en_met(stap: Stap) -> str:
    return bij_trede(stap.regime, stap.trede, " tot en met {}")


def strategisch_besluit(stap: Stap) -> Uitspraak:  # S02, S17-S19
    """Er is op strategisch niveau besloten."""
    if stap.voorstel is None:
        return vraagt("noem wie op strategisch niveau besloot (--besloten-door)", "besloten_door")
    wie = stap.voorstel.besloten_door
    persoon = stap.register.persoon(wie)
    if persoon is None:
        return onbekend(niemand_weet_wie(stap.register, wie), stap.plek("besloten_door"))
    antwoord = ja if persoon.rol in STRATEGISCH else nee
    return antwoord(f"besloten door {persoon.naam} ({persoon.functie})", stap.plek("besloten_door"))


def instemming(stap: Stap) -> Uitspraak:
    """Wie volgens het contract moet instemmen, stemde vóór de maatregel in."""
    return alle(
        _stemt_in(stap, rij.wie, gemeente)
        for rij in stap.instrument.instemming
        for gemeente in (voor_wie(stap) if rij.per_gemeente == "ja" else (None,))
    )


def _stemt_in(stap: Stap, wie: str, gemeente: str | None) -> Uitspraak:
    namen = {g.id: g.naam for g in stap.register.organisatie.gemeenten}
    van = namen.get(gemeente, gemeente) if gemeente else None
    heet = f"{wie} van {van}" if van else wie
    feiten = [f for f in stap.van(Afstemming) if _over_deze(stap, f) and _is(f, wie, van)]
    laatst = van_laatste_dag([f for f in feiten if f.record.datum <= stap.dag])
    standen = {f.record.instemming or "onbekend" for f in laatst}
    if not laatst:
        return nee(f"van {heet} is geen instemming vastgelegd", stap.plek())
    plek = laatst[-1].plek("instemming")
    if standen == {"ja"}:
        return ja(f"{heet} stemde in op {datum_vol(laatst[-1].record.datum)}", plek)
    if standen == {"nee"}:
        return nee(f"{heet} stemde niet in op {datum_vol(laatst[-1].record.datum)}", plek)
    if standen == {"ja", "nee"}:
        dag = datum_vol(laatst[-1].record.datum)
        return onbekend(f"of {heet} instemt, staat er op {dag} met ja en met nee", plek)
    return onbekend(f"of {heet} instemt, is niet vastgelegd", plek)


def _is(feit: Bestand[Afstemming], wie: str, gemeente: str | None) -> bool:
    """Whether an alignment was with somebody, and of which municipality where that matters."""
    if gemeente is None:
        return erkend((wie,), feit.record.met)
    van = van_welke((wie,), feit.record.met)
    return van is not None and van.casefold() == gemeente.casefold()


def _over_deze(stap: Stap, feit: Bestand[Afstemming]) -> bool:
    """Whether it is about no other instrument: what was agreed to one says nothing of another."""
    doel = stap.dossier.waarbij(feit)
    record = doel.record if doel else None
    return not isinstance(record, Maatregel) or record.instrument == stap.instrument.instrument


def bestuurlijk(stap: Stap) -> Uitspraak:  # S04
    """Beantwoord is of bestuurlijke afstemming relevant is: met wie en wanneer, of waarom niet."""
    feiten = [f for f in stap.van(Afstemming) if f.record.relevant != "onbekend"]
    if stap.voorstel is None:
        return (
            ja("er is een afstemming vastgelegd", feiten[0].plek())
            if feiten
            else vraagt(
                "zeg of bestuurlijke afstemming relevant is (--bestuurlijk)",
                *("bestuurlijk.met", "bestuurlijk.datum", "bestuurlijk.reden"),
            )
        )
    gegeven = stap.voorstel.bestuurlijk
    if gegeven is None:
        return (
            ja("er is een afstemming vastgelegd", feiten[0].plek())
            if feiten
            else nee("niet beantwoord is of bestuurlijke afstemming relevant is", stap.plek())
        )
    if gegeven.datum and gegeven.datum > stap.dag:
        return nee(
            f"de afstemming van {datum_vol(gegeven.datum)} moet nog komen", stap.plek("bestuurlijk")
        )
    volledig = (
        gegeven.met and gegeven.datum
        if gegeven.relevant == "ja"
        else gegeven.reden and gegeven.relevant == "nee"
    )
    return (
        ja(f"relevant: {gegeven.relevant}", stap.plek("bestuurlijk"))
        if volledig
        else nee("zeg bij 'ja' met wie en wanneer, bij 'nee' waarom", stap.plek("bestuurlijk"))
    )
