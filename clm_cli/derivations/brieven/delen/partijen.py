"""Floor 4, partijen: for whom a letter is written, about which contract, and who signs it."""

from __future__ import annotations

from typing import Any

from clm_cli.derivations.adressen import van_ons
from clm_cli.derivations.brieven.aankomst import telt
from clm_cli.derivations.brieven.delen.besluit import vraagt_instemming
from clm_cli.derivations.brieven.delen.gevonden import Gevonden, Mist
from clm_cli.derivations.brieven.delen.termijnen import aanvultermijn
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.namens import (
    mede,
    ondertekenaar,
    tekenregel,
    vertegenwoordigd,
    volmacht,
    voor_onszelf,
)
from clm_cli.derivations.contracten import duurstand
from clm_cli.derivations.zinnen import opsomming
from clm_cli.records.organisatie import Organisatie


def contract(i: Inhoud) -> Gevonden:
    """Het nummer van elke overeenkomst waar de brief over gaat."""
    return tuple(c.kaart.record.nummer for c in i.contracten)


def afbakening(i: Inhoud) -> Gevonden:
    """Dat andere contracten erbuiten vallen."""
    return tuple(c.kaart.record.nummer for c in buiten(i))


def buiten(i: Inhoud) -> list[Any]:
    """The provider's other contracts that still run: the letter says that it is not about them."""
    # each contract stands alone: a notice under one may not be read as one under another
    eigen = set(i.kaart.contracten)
    return [
        c for c in i.dossier.contracten if c.id not in eigen and not duurstand(c, i.dag).gestopt
    ]


def namens(i: Inhoud) -> Gevonden:
    """De gemeenten namens wie wordt geschreven, met volmacht; of wijzelf, als wij partij zijn."""
    rijen = vertegenwoordigd(i)
    zelf = voor_onszelf(i) or mede(i)
    wij = (i.register.organisatie.naam,) if zelf else ()
    if not rijen and not wij:
        return Mist("gemeenten", "vul de gemeenten in op de kaart van het contract")
    # an act binds a municipality only within the power that it gave (3:66 BW)
    zonder = [g.naam for g in rijen if volmacht(i, g) is None]
    if zonder and i.soort.formeel:
        return Mist(f"volmacht van {', '.join(zonder)}", "vul 'volmachten' aan in organisatie.yaml")
    return (*wij, *(g.naam for g in rijen))


def ondertekening(i: Inhoud) -> Gevonden:
    """Wie ondertekent, met mandaat."""
    wie, regel = ondertekenaar(i), tekenregel(i)
    if wie:
        return (wie.naam, wie.functie)
    # who signs by the contract has to be known by that function, and to hold the mandate as well
    zo = f" en {' of '.join(regel.functies)} is ({regel.grond.eis})" if regel else ""
    return Mist(
        "ondertekenaar",
        f"geef --ondertekenaar met iemand die voor deze trede mag tekenen{zo} "
        f"(organisatie.yaml, {'personen en ' if regel else ''}ondertekenaars)",
    )


def antwoordadres(i: Inhoud) -> Gevonden:
    """Waar het antwoord naartoe kan."""
    # who asks says where the answer goes; what was sent to an address that we named, reached us
    # (3:37 lid 3 BW)
    if not _vraagt(i):
        return ()
    waar = wegen(i, antwoordmail(i)) or antwoordmail(i)
    return tuple(filter(None, (waar, postregel(i.register.organisatie))))


def _vraagt(i: Inhoud) -> bool:
    """Whether the letter asks for an answer, where that hangs on what it says."""
    if "aanvultermijn" in i.soort.elementen:
        return bool(aanvultermijn(i))
    if "verlengd-tot" in i.soort.elementen:  # after the last day consent is asked (6:217 BW)
        return vraagt_instemming(i)
    return i.soort.soort != "oordeel-herstel" or bool(i.tekst("vervolg"))


def antwoordmail(i: Inhoud) -> str:
    """The mail address for an answer: of who handles it, else that of all of us.

    Empty where none is known, and where the contract does not count a mail as writing.
    """
    return van_ons(i.blik) if telt(i.contract.regime, "e-mail") else ""


_WEGEN = {
    "portaal": "via het portaal",
    "aangetekend": "aangetekend",
    "gewone post": "per post",
    "koerier": "per koerier",
    "uitgereikt": "tegen ontvangstbewijs",
}


def wegen(i: Inhoud, mail: str) -> str:
    """The ways that the contract counts as writing; empty where it does not say.

    A mail is one of them where it counts and there is an address for it.
    """
    regel = i.contract.regime.schriftelijk
    per = {**_WEGEN, **({"e-mail": f"per e-mail aan {mail}"} if mail else {})}
    return opsomming([per[k] for k in regel.kanalen if k in per], "of") if regel else ""


def postregel(organisatie: Organisatie, aan: str = "") -> str:
    """Our postal address on one line, for the attention of somebody."""
    adres = organisatie.adres
    delen = (organisatie.naam, f"t.a.v. {aan}" if aan else "", adres.straat)
    return ", ".join((*filter(None, delen), f"{adres.postcode}  {adres.plaats.upper()}"))


def voorbehoud(i: Inhoud) -> Gevonden:
    """Voorbehoud van rechten."""
    # what a letter does not claim could be taken as given up; and a measure under a contract that
    # knows no objection is no decision either (3:1 lid 2 Awb, 3:14 BW)
    awb = ("geen besluit in de zin van de Algemene wet bestuursrecht",)
    return ("alle rechten voor", *(awb if i.soort.maakt_bekend else ()))


def aangetekend(i: Inhoud) -> Gevonden:
    """Dat de brief aangetekend wordt verzonden."""
    return (
        # 3:37 lid 3 BW: the sender has to prove that a statement reached the other party
        ("aangetekend",)
        if "aangetekend" in i.kaart.kanalen
        else Mist("kanalen", "--kanaal aangetekend")
    )
