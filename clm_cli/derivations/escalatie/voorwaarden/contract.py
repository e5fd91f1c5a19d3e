"""Floor 4, contract: what the term, the options and the objection of the contract allow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import wraps

from clm_cli.derivations.brieven.aankomst import aankomsten, geen_schrift, vermoede_ontvangst
from clm_cli.derivations.contracten import aanzegtermijn, duurstand, volgende_optie
from clm_cli.derivations.escalatie.maatregeltermijnen import ANTWOORDEN
from clm_cli.derivations.escalatie.opschorting import noodzaak
from clm_cli.derivations.escalatie.overgang import overgegaan
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import (
    Uitspraak,
    alle,
    genoemd,
    ja,
    nee,
    onbekend,
    vraagt,
)
from clm_cli.derivations.escalatie.zaken import alle_genomen, einde_van
from clm_cli.derivations.opzegging import eerste_einde, opzegdag, te_ontvangen, tegen
from clm_cli.derivations.termijnen import duur_van, kalender_op, regimetermijnen
from clm_cli.meldingen import Plek
from clm_cli.records.brief import Kanaal, Verzonden
from clm_cli.records.regime import Regimetermijn
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import Duur, bereken


def _van_elk(toets: Callable[[Stap], Uitspraak]) -> Callable[[Stap], Uitspraak]:
    """A condition on a contract, asked of each of the case: a step ends none of them alone."""

    @wraps(toets)
    def van_elk(stap: Stap) -> Uitspraak:
        if len(stap.contracten) < 2:
            return toets(stap)
        return alle(
            genoemd(toets(replace(stap, contract=contract)), contract.id)
            for contract in stap.contracten
        )

    return van_elk


@_van_elk
def optie_open(stap: Stap) -> Uitspraak:  # J44
    """Er is een optie om te verlengen die nog niet is gebruikt of vervallen."""
    rij = volgende_optie(stap.contract)
    return (
        ja(f"{rij[0].id}: {rij[0].duur}", rij[1])
        if rij
        else nee("er is geen optie meer om niet te gebruiken", stap.contract.kaart.plek())
    )


@_van_elk
def einddatum(stap: Stap) -> Uitspraak:  # S17
    """De overeenkomst eindigt op een bekende dag, en de maatregel gaat niet eerder in."""
    stand = duurstand(stap.contract, stap.dag)
    if stand.tot is None:
        return onbekend(stand.reden.tekst, stand.reden.plek)
    if stap.voorstel and stap.voorstel.ingaat < stand.tot:
        return nee(
            (
                f"gaat in vóór het einde ({datum_vol(stand.tot)}): eerder stoppen vraagt een "
                "andere maatregel"
            ),
            stap.plek("ingaat"),
        )
    return ja(f"eindigt op {datum_vol(stand.tot)}", stand.reden.plek)


@_van_elk
def aanzegging_tijdig(stap: Stap) -> Uitspraak:  # J44, S17
    """De mededeling kan nog op tijd worden ontvangen."""
    stand, optie = duurstand(stap.contract, stap.dag), volgende_optie(stap.contract)
    if stand.tot is None:
        return onbekend(stand.reden.tekst, stand.reden.plek)
    if optie is None and stap.contract.opties:
        return nee("er is geen optie meer", stap.contract.kaart.plek())
    if not stap.contract.opties and _hard(stap, "optie-open"):
        return nee("er is geen optie", stap.contract.kaart.plek())
    uiterlijk = _voor_het_einde(stap)
    if uiterlijk is None:
        zin = f"het contract noemt geen termijn; het eindigt op {datum_vol(stand.tot)}"
        return _op_tijd(stap, stand.tot, zin, stand.reden.plek)
    zin = f"uiterlijk te ontvangen op {datum_vol(uiterlijk)}"
    return _op_tijd(stap, uiterlijk, zin, stand.reden.plek)


@_van_elk
def opzegtermijn(stap: Stap) -> Uitspraak:
    """Tussen de ontvangst en de gekozen dag van einde ligt de termijn van het contract."""
    regel, duur = _opzegregel(stap)
    if regel is None or duur is None:
        return onbekend("het contract noemt geen termijn vóór de dag van einde")
    if stap.maatregel is None:
        return vraagt(_kies(stap, regel, duur, _eerste_ontvangst(stap)), "ingaat")
    ingaat = stap.maatregel.record.ingaat
    if ingaat != (goed := opzegdag(regel, ingaat)):
        zin = f"opzeggen kan alleen tegen {tegen(regel)}, zoals {datum_vol(goed)}"
        return nee(zin, stap.plek("ingaat"))
    uiterlijk = _voor_de_ingang(stap, regel, duur)
    zin = f"{duur} voor {datum_vol(ingaat)}: te ontvangen uiterlijk op {datum_vol(uiterlijk)}"
    return _op_tijd(stap, uiterlijk, zin, stap.plek("ingaat"))


def _op_tijd(stap: Stap, uiterlijk: date, zin: str, plek: Plek | None) -> Uitspraak:
    """Whether a notice arrives by its last day, or was shown to."""
    aankomst = _eerste_ontvangst(stap)
    if aankomst is None:
        return _nooit_ontvangen(stap)
    return ja(zin, plek) if aankomst <= uiterlijk else nee(f"te laat: {zin}", plek)


def laatste_ontvangst(stap: Stap) -> tuple[date | None, date] | None:
    """The last day on which the notice of a measure is received in time, and the first end after.

    Of more contracts it is that of the first. The day is None where no term is known; there is
    nothing at all for a measure whose contract wants no notice, or has no known end.
    """
    rijen = [rij for c in stap.contracten if (rij := _laatste_ontvangst(replace(stap, contract=c)))]
    return min(rijen, key=lambda rij: (rij[0] or rij[1], rij[1]), default=None)


def _laatste_ontvangst(stap: Stap) -> tuple[date | None, date] | None:
    regel, duur = _opzegregel(stap)
    vraagt_ = stap.instrument.voorwaarden.alle
    if "opzegtermijn" in vraagt_ and regel and duur and stap.maatregel:
        return _voor_de_ingang(stap, regel, duur), stap.maatregel.record.ingaat
    tot = duurstand(stap.contract, stap.dag).tot
    if tot is None or "aanzegging-tijdig" not in vraagt_:
        return None
    # J44: who has an option has to say in time that he does not use it; without one it just ends
    anders = None if volgende_optie(stap.contract) else tot
    return _voor_het_einde(stap) or anders, tot


def _voor_het_einde(stap: Stap) -> date | None:
    """The last day of a notice before the end of the contract; None where none is named."""
    tot, optie = duurstand(stap.contract, stap.dag).tot, volgende_optie(stap.contract)
    duur = aanzegtermijn(stap.contract, optie[0] if optie else None, stap.dag)
    if tot is None or duur is None:
        return None
    kalender = kalender_op(stap.register, tot, stap.contract, "aanzegging")
    return bereken(tot, duur, kalender, terug=True).uiterlijk


def _voor_de_ingang(stap: Stap, regel: Regimetermijn, duur: Duur) -> date:
    """The last day of a notice before the day that was chosen for the end."""
    assert stap.maatregel is not None
    ingaat = stap.maatregel.record.ingaat
    kalender = kalender_op(stap.register, ingaat, stap.contract, "aanzegging")
    return te_ontvangen(regel, duur, ingaat, kalender)


def _opzegregel(stap: Stap) -> tuple[Regimetermijn | None, Duur | None]:
    """The term of a notice counted from the day that is chosen, and how long it is here."""
    regels = regimetermijnen(stap.contract, "aanzegging", instrument=stap.instrument.instrument)
    regel = next((rij for rij in regels if rij.begin == "ingang"), None)
    return regel, duur_van(stap.contract, regel, stap.dag)[0] if regel else None


def _kies(stap: Stap, regel: Regimetermijn, duur: Duur, aankomst: date | None) -> str:
    """That the day of the end is to be chosen, and which is the first for a letter of today."""
    dagen = f", tegen {tegen(regel)}" if tegen(regel) else ""
    zin = f"kies een dag van einde met een termijn van {duur} ervoor{dagen} (--ingaat)"
    if aankomst is None:
        return zin
    kalender = kalender_op(stap.register, aankomst, stap.contract, "aanzegging")
    eerste = eerste_einde(regel, duur, aankomst, kalender)
    return f"{zin}; een brief van nu haalt {datum_vol(eerste)}"


def _kanalen(stap: Stap) -> tuple[Kanaal, ...]:
    """The ways of the measure's letter: those it went, else those it says; none without one."""
    genomen = (m.genomen for m in stap.stand.maatregelen)
    brief = next(
        (g.brief for g in genomen if stap.maatregel and g.maatregel.pad == stap.maatregel.pad), None
    )
    if brief is None:
        return ()
    gegaan = tuple(f.record.kanaal for f in brief.van(Verzonden))
    return gegaan or brief.kaart.record.kanalen


def _eerste_ontvangst(stap: Stap) -> date | None:
    """The first day on which what goes now can have arrived; None where it is no writing.

    What was shown to arrive sooner than could be counted on, arrived then (3:37 BW).
    """
    dagen = aankomsten(stap.register, stap.regime, _kanalen(stap), stap.dag)
    return min((*dagen, *_gebleken(stap)), default=None)


def _gebleken(stap: Stap) -> tuple[date, ...]:
    return (stap.aangekomen,) if stap.aangekomen else ()


def _nooit_ontvangen(stap: Stap) -> Uitspraak:
    return nee(geen_schrift(stap.regime, _kanalen(stap)))


def _hard(stap: Stap, naam: str) -> bool:
    return naam in stap.instrument.voorwaarden.hard


def loopt_met_hem(stap: Stap) -> Uitspraak | None:
    """Het contract loopt nog, en met deze aanbieder.

    Nothing where it does. What was paid, owed or forfeited before is settled after it.
    """
    if {"bedrag", "facturenlijst", "vordering"} & {*stap.instrument.voorwaarden.alle}:
        return None
    # 6:159 BW: who is no party any more, is bound by nothing that is said to him after.
    if over := overgegaan(stap.dossier, stap.escalatie, stap.dag):
        wie = f"ging op {datum_vol(over.record.ingaat)} over naar {over.record.naar}"
        zonder = "" if over.record.toestemming else "; onze toestemming staat er niet bij"
        antwoord = onbekend if zonder else nee
        return antwoord(f"het contract {wie}{zonder} (6:159 BW)", over.plek("ingaat"))
    standen = [duurstand(contract, stap.dag) for contract in stap.contracten]
    if not standen or not all(stand.gestopt for stand in standen) or not _vraagt_voortaan(stap):
        return None
    return nee(f"het contract loopt niet meer ({standen[0].reden.tekst})", standen[0].reden.plek)


def _vraagt_voortaan(stap: Stap) -> bool:
    """Whether a step asks something of carrying out the contract: a plan, an answer, a stop.

    A transfer, and a notice of what is still owed, have a meaning when it is over as well.
    """
    vraagt_ = stap.instrument.voorwaarden.alle
    stop = "reikwijdte" in vraagt_ and "ontvangers" not in vraagt_
    antwoord = regimetermijnen(stap.contract, *ANTWOORDEN, instrument=stap.instrument.instrument)
    return stop or "preventief" in vraagt_ or bool([*antwoord])


@_van_elk
def niet_al_beeindigd(stap: Stap) -> Uitspraak:  # S18, S19
    """De overeenkomst wordt niet al op een andere manier beëindigd."""
    eigen = stap.maatregel.pad if stap.maatregel else ""
    for genomen in alle_genomen(stap.blik):
        instrument, maatregel = genomen.instrument, genomen.maatregel
        ander = instrument is not None and "niet-al-beeindigd" in instrument.voorwaarden.hard
        if (
            ander
            and maatregel.pad != eigen
            and stap.contract.id in {c.id for c in genomen.contracten}
            and einde_van(genomen.dossier, genomen.escalatie, maatregel) is None
        ):
            titel = instrument.titel.lower() if instrument else ""
            dag = datum_vol(genomen.record.ingaat)
            # 6:265 BW: what has ended cannot be dissolved for the time after it.
            return nee(f"{titel} per {dag} loopt al; trek die eerst in", maatregel.plek())
    stand, ingaat = duurstand(stap.contract, stap.dag), stap.voorstel and stap.voorstel.ingaat
    if ingaat and stand.tot and ingaat > stand.tot:
        zin = f"gaat in op {datum_vol(ingaat)}, en dan is het contract al geëindigd"
        return nee(f"{zin} ({datum_vol(stand.tot)})", stap.plek("ingaat"))
    return ja("er loopt geen andere beëindiging")


def ingang_na_bezwaar(stap: Stap) -> Uitspraak:  # J44, J47
    """De dag van ingang ligt na de bezwaartermijn, of de maatregel is nodig."""
    if stap.maatregel is None:
        return vraagt("kies een dag van ingang na de bezwaartermijn (--ingaat)", "ingaat")
    if stap.regime.noodzaak and noodzaak(stap.maatregel, None) == "ja":
        return ja(f"nodig{stap.waarvoor}", stap.plek("noodzaak"))
    regels = regimetermijnen(stap.contract, "bezwaar", instrument=stap.instrument.instrument)
    duur = next((rij.termijn for rij in regels if rij.termijn), None)
    if duur is None:
        return ja("deze overeenkomst kent hier geen bezwaar")
    kalender = kalender_op(stap.register, stap.dag, stap.contract, "bezwaar")
    vermoed = vermoede_ontvangst(stap.register, stap.regime, stap.dag, _kanalen(stap))
    ontvangen = min((vermoed, *_gebleken(stap)))
    laatste = bereken(ontvangen, duur, kalender).uiterlijk
    zin = f"bezwaar kan naar verwachting tot en met {datum_vol(laatste)}"
    return (
        ja(zin, stap.plek("ingaat"))
        if stap.maatregel.record.ingaat > laatste
        else nee(f"gaat te vroeg in: {zin}", stap.plek("ingaat"))
    )
