"""Floor 4, partijen: for whom a letter is written, about which contract, and who signs it."""

from __future__ import annotations

from typing import Any

from clm_cli.derivations.brieven.delen.gevonden import Gevonden, Mist
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.namens import gemeenten, ondertekenaar, volmacht
from clm_cli.derivations.contracten import duurstand


def contract(i: Inhoud) -> Gevonden:
    """Het nummer van de overeenkomst."""
    return (i.contract.kaart.record.nummer,)


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
    """De gemeenten namens wie wordt geschreven, met volmacht."""
    rijen = gemeenten(i)
    if not rijen:
        return Mist("gemeenten", "vul de gemeenten in op de kaart van het contract")
    # an act binds a municipality only within the power that it gave (3:66 BW)
    zonder = [g.naam for g in rijen if volmacht(i, g) is None]
    if zonder and i.soort.formeel:
        return Mist(f"volmacht van {', '.join(zonder)}", "vul 'volmachten' aan in organisatie.yaml")
    return tuple(g.naam for g in rijen)


def ondertekening(i: Inhoud) -> Gevonden:
    """Wie ondertekent, met mandaat."""
    wie = ondertekenaar(i)
    return (
        (wie.naam, wie.functie)
        if wie
        else Mist(
            "ondertekenaar",
            (
                "geef --ondertekenaar met iemand die voor deze trede mag tekenen "
                "(organisatie.yaml, ondertekenaars)"
            ),
        )
    )


def voorbehoud(_i: Inhoud) -> Gevonden:
    """Voorbehoud van rechten."""
    # what a letter does not claim could be taken as given up
    return ("alle rechten voor",)


def aangetekend(i: Inhoud) -> Gevonden:
    """Dat de brief aangetekend wordt verzonden."""
    return (
        # 3:37 lid 3 BW: the sender has to prove that a statement reached the other party
        ("aangetekend",)
        if "aangetekend" in i.kaart.kanalen
        else Mist("kanalen", "--kanaal aangetekend")
    )
