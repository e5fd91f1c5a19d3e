"""Floor 4, contracten: until when a contract runs, which option is next and by when to say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.meedelen import meedelen
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.derivations.termijnen import (
    duur_van,
    kalender_op,
    plek_van_beleid,
    regimetermijnen,
    termijnbeleid,
)
from clm_cli.derivations.verlengingen import ontvangen_op, verlengingen
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Contract, Dossier
from clm_cli.kijk import Dossierblik
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.overeenkomst import Einde, NietVerlengd, Optie, Overname, Verlenging
from clm_cli.records.regime import Regimetermijn
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_lang, datum_vol
from clm_cli.tijd.termijn import Duur, Rol, bereken
from clm_cli.value import value

_VOORBIJ = "die dag is voorbij: of verlengen nog kan, staat niet vast"


@value
class Duurstand:
    """Until when a contract runs, with what that rests on."""

    tot: date | None
    """The last day; None when it is not recorded."""
    reden: Reden
    gestopt: bool
    """Whether it ended or passed to another before or on the day looked at."""


def duurstand(contract: Contract, op: date) -> Duurstand:
    """The last day of a contract; what ended for a part (6:270 BW) runs on for the rest."""
    heel = (f for f in contract.van(Einde) if f.record.deel is None)
    einden: tuple[Bestand[Einde | Overname], ...] = (*heel, *contract.van(Overname))
    for feit in einden:
        if feit.record.ingaat <= op:
            return Duurstand(
                feit.record.ingaat,
                Reden(f"eindigt per {datum_vol(feit.record.ingaat)}", feit.plek("ingaat")),
                True,
            )
    verlengd = contract.van(Verlenging)
    if verlengd:
        laatste = max(verlengd, key=lambda feit: feit.record.tot)
        reden = Reden(f"verlengd tot en met {datum_vol(laatste.record.tot)}", laatste.plek("tot"))
        return Duurstand(laatste.record.tot, reden, laatste.record.tot < op)
    looptijd = contract.looptijd
    tot = looptijd.uitvoering_tot if looptijd else None
    tekst = f"loopt tot en met {datum_vol(tot)}" if tot else "de laatste dag is niet vastgelegd"
    return Duurstand(tot, Reden(tekst, contract.einde_uit), tot is not None and tot < op)


def einde_per(contract: Contract) -> date | None:
    """The first day on which the whole contract does not hold any more, also when it is to come."""
    einden = [feit.record for feit in contract.van(Einde) if feit.record.deel is None]
    return min((einde.ingaat for einde in einden), default=None)


def volgende_optie(contract: Contract) -> tuple[Optie, Plek] | None:
    """The first option that was neither used nor let go."""
    gebruikt: tuple[Bestand[Verlenging | NietVerlengd], ...] = (
        *contract.van(Verlenging),
        *contract.van(NietVerlengd),
    )
    gedaan = {feit.record.optie for feit in gebruikt}
    return next(((optie, plek) for optie, plek in contract.opties if optie.id not in gedaan), None)


def _aanzegregel(contract: Contract) -> Regimetermijn | None:
    """The term of the regime for a notice before the end of the contract; None when it has none."""
    return next(
        (
            regel
            for regel in regimetermijnen(contract, "aanzegging")
            if regel.begin == "einde" and regel.terug == "ja"
        ),
        None,
    )


def aanzegtermijn(contract: Contract, optie: Optie | None, op: date) -> Duur | None:
    """How long before the end a notice must be received: as the option says, else the regime.

    It is None when neither says so.
    """
    regel = _aanzegregel(contract)
    return (optie.aanzeggen if optie else None) or (
        duur_van(contract, regel, op)[0] if regel else None
    )


def aanzegdag(
    register: Register, contract: Contract, optie: Optie | None, einde: date, op: date
) -> date | None:
    """The last day on which a notice before the end is received; None where no term is named."""
    duur = aanzegtermijn(contract, optie, op)
    if duur is None:
        return None
    kalender = kalender_op(register, einde, contract, "aanzegging")
    return bereken(einde, duur, kalender, rol=Rol.VORIGE, terug=True).uiterlijk


def loopt(contract: Contract, op: date) -> bool:
    """Whether a contract still runs on a day; unknown counts as running."""
    return not duurstand(contract, op).gestopt


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """The notice of the next option, and the end of a contract without one."""
    for contract in blik.dossier.contracten:
        stand = duurstand(contract, blik.vandaag)
        if stand.gestopt:
            continue
        if stand.tot is None:
            wat = "Einddatum van het contract ontbreekt"
            yield _punt(
                blik.dossier, contract, blik.vandaag, "contracteinde", wat, None, stand.reden
            )
            continue
        yield from _onbevestigd(blik, contract)
        optie = volgende_optie(contract)
        if optie is not None and not contract.van(NietVerlengd):
            yield _optie(blik, contract, stand, optie)
        else:
            yield from _einde(blik, contract, stand)


def _einde(blik: Dossierblik, contract: Contract, stand: Duurstand) -> Iterator[Werkpunt]:
    """The end of a contract without an option, and the notice that its regime asks before it."""
    nummer, dossier = contract.kaart.record.nummer, blik.dossier

    def punt(soort: str, wat: str) -> Werkpunt:
        return _punt(dossier, contract, blik.vandaag, soort, wat, stand.tot, stand.reden)

    yield punt("contracteinde", f"Einde contract {nummer}")
    regel, duur = _aanzegregel(contract), aanzegtermijn(contract, None, blik.vandaag)
    if regel and duur and not contract.van(NietVerlengd):
        aanzegging = replace(
            punt("aanzegging", f"{regel.titel} voor contract {nummer}"),
            nu=opdracht("contract", "niet-verlengd", dossier.id, contract.id),
            grond=regel.grond.eis,
            grond_tekst=regel.grond.tekst,
            gevolg=regel.gevolg,
            bij=regel.wie,
        )
        yield _teruggeteld(blik.register, contract, blik.vandaag, aanzegging, stand, duur)


def _onbevestigd(blik: Dossierblik, contract: Contract) -> Iterator[Werkpunt]:
    """An option that was used: its notice must have been received, and that is not recorded."""
    for rij in verlengingen(contract):
        feit, optie = rij.feit, rij.optie
        if optie is None or rij.eerder is None or ontvangen_op(blik.dossier, feit) is not None:
            continue
        einde = Reden(f"liep tot en met {datum_vol(rij.eerder)}", contract.kaart.plek())
        punt = _optie(blik, contract, Duurstand(rij.eerder, einde, gestopt=False), optie)
        yield replace(
            punt,
            soort="mededeling",
            wat=f"Ontvangst van de {punt.wat[0].lower()}{punt.wat[1:]}",
            gevolg="zonder tijdige ontvangst staat de verlenging niet vast",
            nu=_nu_mededeling(blik.dossier, contract, feit),
            plek=feit.plek(),
            omdat=(*punt.omdat, Reden("de ontvangst is niet vastgelegd", feit.plek("optie"))),
            verwijzing=feit.id,
        )


def _nu_mededeling(dossier: Dossier, contract: Contract, feit: Bestand[Verlenging]) -> Advies:
    """The letter that tells of an extension; once it was told, the day of receipt."""
    maak = opdracht("brief", "maak", dossier.id, "verlenging", contract=contract.id, bij=feit.id)
    al = opdracht("correctie", dossier.id, feit.id, wordt="meegedeeld=…", reden="…")
    brief = meedelen(dossier, feit, maak)
    return advies("{brief}  of, als zij al is ontvangen,  {al}", brief=brief, al=al)


def _optie(
    blik: Dossierblik, contract: Contract, stand: Duurstand, rij: tuple[Optie, Plek]
) -> Werkpunt:
    """The last day on which the notice of an option is received, and a safe day to send it."""
    optie, plek = rij
    assert stand.tot is not None
    samen = f"Mededeling {optie.id} ({optie.duur})"
    wat = f"{samen} voor contract {contract.kaart.record.nummer}"
    redenen: tuple[Reden, ...] = (stand.reden, Reden(f"{optie.id}: {optie.duur}", plek))
    duur = aanzegtermijn(contract, optie, blik.vandaag)
    if duur is None:
        tekst = Reden("het contract noemt geen termijn voor de mededeling", plek)
        punt = _punt(blik.dossier, contract, blik.vandaag, "optie", wat, stand.tot, *redenen, tekst)
        return replace(punt, bundel=samen)
    regel = _aanzegregel(contract) if optie.aanzeggen is None else None
    punt = replace(
        _punt(blik.dossier, contract, blik.vandaag, "optie", wat, stand.tot, *redenen),
        grond=regel.grond.eis if regel else optie.grond or "contract",
        grond_tekst=regel.grond.tekst if regel else None,
        bundel=samen,
    )
    return _teruggeteld(blik.register, contract, blik.vandaag, punt, stand, duur)


def _nu(dossier: Dossier, contract: Contract) -> Advies:
    """What can be recorded of the end: the next option is used or not; without one it changes."""
    over = volgende_optie(contract)
    if over is None or contract.van(NietVerlengd):
        return advies(
            "gaat het langer door: {door}  of, eindigt het eerder:  {einde}",
            door=opdracht("contract", "wijziging", dossier.id, contract.id),
            einde=opdracht("contract", "einde", dossier.id, contract.id),
        )
    wel, niet = (
        opdracht("contract", wat, dossier.id, contract.id, optie=over[0].id)
        for wat in ("verlenging", "niet-verlengd")
    )
    return advies("{wel}  of  {niet}", wel=wel, niet=niet)


def _teruggeteld(
    register: Register,
    contract: Contract,
    vandaag: date,
    punt: Werkpunt,
    stand: Duurstand,
    duur: Duur,
) -> Werkpunt:
    """A notice with its last day of receipt, counted back, and a safe day to send it."""
    assert stand.tot is not None
    kalender = kalender_op(register, stand.tot, contract, "aanzegging")
    uit = bereken(stand.tot, duur, kalender, terug=True)
    beleid = termijnbeleid(register, vandaag)
    kanttekening, redenen = "de mededeling moet dan zijn ontvangen", punt.omdat
    if uit.uiterlijk < vandaag:
        kanttekening = "de mededeling moest toen zijn ontvangen"
    elif beleid.bezorging:
        veilig = bereken(uit.uiterlijk, beleid.bezorging, kalender, terug=True).uiterlijk
        kanttekening = f"moet dan ontvangen zijn; veilig verzenden: uiterlijk {datum_lang(veilig)}"
        redenen += (
            Reden(
                f"bezorging duurt naar eigen beleid {beleid.bezorging}",
                plek_van_beleid(register, "bezorging", vandaag),
            ),
        )
    return replace(
        punt,
        uiterlijk=uit.uiterlijk,
        berekening=uit,
        omdat=redenen,
        vervalt=True,
        gevolg=_VOORBIJ if uit.uiterlijk < vandaag and punt.soort == "optie" else punt.gevolg,
        kanttekeningen=(kanttekening,),
    )


def _punt(
    dossier: Dossier,
    contract: Contract,
    vandaag: date,
    soort: str,
    wat: str,
    uiterlijk: date | None,
    *redenen: Reden,
) -> Werkpunt:
    gevolg = {
        "optie": "daarna vervalt de mogelijkheid om te verlengen",
        "contracteinde": "daarna loopt het contract niet meer",
    }
    return Werkpunt(
        soort=soort,
        dossier=dossier.id,
        wat=wat,
        uiterlijk=uiterlijk,
        bij="wij",
        grond="contract",
        gevolg=gevolg.get(soort, ""),
        nu=_nu(dossier, contract),
        plek=contract.kaart.plek(),
        omdat=redenen,
        vervalt=soort == "optie",
        wie=behandelaar(dossier, vandaag),
        contracten=(contract.id,),
        gemeenten=contract.gemeenten,
        kant="AOC",
    )
