"""Floor 4, einde: what ends with a closing or a lifting, what goes on, and what is still owed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.derivations.brieven.verleden import vraagt_brief
from clm_cli.derivations.brieven.voorval import gestuurd, instrumenttitel, meegedeeld
from clm_cli.derivations.escalatie.bezwaren import blijft, vervallen
from clm_cli.derivations.escalatie.uitvoeringen import geldstand
from clm_cli.derivations.escalatie.zaken import (
    Genomen,
    contracten_van,
    einde_van,
    genomen_in,
    gesloten,
)
from clm_cli.derivations.zinnen import bij_trede, opsomming
from clm_cli.tijd.datum import bedrag, getal


def eindigend(i: Inhoud) -> tuple[str, ...]:
    """The measures in force that the fact of this letter ends; no claim for money is among them."""
    if i.escalatie is None or i.over is None:
        return ()
    return tuple(
        _met_trede(i, g)
        for g in _gezet(i)
        if not _beeindigt(g) and not _voorbij(i, g)
        if (einde := einde_van(i.dossier, g.escalatie, g.maatregel)) is not None
        and einde.pad == i.over.pad
    )


def einde_blijft(i: Inhoud) -> tuple[str, ...]:
    """The measures told that end the contract: closing a case takes no such notice back."""
    # who lists them among what ends may be held to have revoked them
    return tuple(_met_trede(i, g) for g in _gezet(i) if _beeindigt(g) and blijft(g))


def loopt_door(i: Inhoud) -> tuple[str, ...]:
    """The measures that were told and still run; no claim for money is among them."""
    return tuple(
        _met_trede(i, g)
        for g in _gezet(i)
        if einde_van(i.dossier, g.escalatie, g.maatregel) is None and not _voorbij(i, g)
        if vervallen(g) is None
    )


def ook_open(i: Inhoud) -> int:
    """How many other cases under the same contracts are open and known to the provider."""
    eigen = {c.id for c in i.contracten}
    return sum(
        zaak is not i.escalatie
        and not gesloten(zaak)
        and bool(eigen & {c.id for c in contracten_van(i.dossier, zaak)})
        and any(
            (brief.kaart.record.escalatie or "").rsplit("/", 1)[-1] == zaak.id
            and gestuurd(i, brief)
            for brief in i.dossier.brieven
            if brief.kaart.record.richting == "uitgaand"
        )
        for zaak in i.dossier.escalaties
    )


def opgeschort(i: Inhoud) -> str:
    """What we kept back under the suspensions that this fact ends; their share while unknown."""
    standen = [
        stand
        for g in (genomen_in(i.blik, i.escalatie) if i.escalatie else ())
        if (einde := einde_van(i.dossier, g.escalatie, g.maatregel)) and i.over
        if einde.pad == i.over.pad
        if (stand := geldstand(g)) and stand.geldelijk.vordering
    ]
    sommen = [s.ingehouden or s.geldelijk.bedrag or Decimal(0) for s in standen]
    delen = [
        f"{getal(s.geldelijk.procent)} % van de vordering" for s in standen if s.geldelijk.procent
    ]
    return bedrag(sum(sommen, Decimal(0))) if any(sommen) else opsomming(delen)


def _gezet(i: Inhoud) -> Iterator[Genomen]:
    """The measures of the case that left the house, but for claims for money."""
    for g in genomen_in(i.blik, i.escalatie) if i.escalatie else ():
        if not _vordert(g) and (meegedeeld(i, g.maatregel) or not vraagt_brief(i, g.maatregel)):
            yield g


def _beeindigt(g: Genomen) -> bool:
    """Whether a measure ends the contract, now or on its last day."""
    soort = briefsoort(g.instrument.brief, g.contract.regime) if g.instrument else None
    return soort is not None and bool({"einddatum", "afwikkeling"} & set(soort.elementen))


def _voorbij(i: Inhoud, g: Genomen) -> bool:
    """Whether a measure ended on the day that it named itself (J52)."""
    rij = g.record.intensivering
    return rij is not None and rij.tot < i.dag


def _met_trede(i: Inhoud, g: Genomen) -> str:
    return _titel(i, g).lower() + bij_trede(g.contract.regime, g.record.trede, " ({})")


def vorderingen(i: Inhoud) -> tuple[str, ...]:
    """The claims for money that were told, not taken back and not paid in full."""
    # who closes a case without a word on them may be held to have waived them (6:160 BW)
    return tuple(
        f"de {_titel(i, g).lower()} van {bedrag(open_)}"
        for g in (genomen_in(i.blik, i.escalatie) if i.escalatie else ())
        if _vordert(g) and meegedeeld(i, g.maatregel) and blijft(g)
        if (stand := geldstand(g)) and (open_ := stand.open)
    )


def boetes(i: Inhoud) -> tuple[str, ...]:
    """The fines that were told for a shortcoming of this letter, and were not taken back."""
    # 6:92 lid 2 BW: a fine takes the place of damages for the same shortcoming
    ids = {t.id for t in i.tekortkomingen}
    return tuple(
        f"de {_titel(i, g).lower()} van {bedrag(geld.geldelijk.bedrag)}"
        for g in (genomen_in(i.blik, i.escalatie) if i.escalatie else ())
        if g.instrument and g.instrument.maximum and ids & set(g.record.tekortkomingen)
        if meegedeeld(i, g.maatregel) and blijft(g)
        if (geld := geldstand(g)) and geld.geldelijk.bedrag
    )


def _vordert(g: Genomen) -> bool:
    """Whether the letter of a measure asks for an amount of money."""
    soort = briefsoort(g.instrument.brief, g.contract.regime) if g.instrument else None
    return soort is not None and "bedrag" in soort.elementen


def _titel(i: Inhoud, g: Genomen) -> str:
    return instrumenttitel(i, g.maatregel)
