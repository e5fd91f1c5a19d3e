"""Floor 4, einde: what ends with a closing or a lifting, and which claims remain."""

from __future__ import annotations

from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.derivations.brieven.verleden import vraagt_brief
from clm_cli.derivations.brieven.voorval import meegedeeld
from clm_cli.derivations.escalatie.uitvoeringen import geldstand
from clm_cli.derivations.escalatie.zaken import Genomen, einde_van, genomen_in
from clm_cli.tijd.datum import bedrag


def eindigend(i: Inhoud) -> tuple[str, ...]:
    """The measures in force that the fact of this letter ends; no claim for money is among them."""
    if i.escalatie is None or i.over is None:
        return ()
    return tuple(
        f"{_titel(g).lower()} (trede {g.record.trede})"
        for g in genomen_in(i.blik, i.escalatie)
        if not _vordert(g)
        and (meegedeeld(i, g.maatregel) or not vraagt_brief(i, g.maatregel))
        and (einde := einde_van(i.dossier, g.escalatie, g.maatregel)) is not None
        and einde.pad == i.over.pad
    )


def vorderingen(i: Inhoud) -> tuple[str, ...]:
    """The claims for money that were told, not taken back and not paid in full."""
    # who closes a case without a word on them may be held to have waived them (6:160 BW)
    return tuple(
        f"de {_titel(g).lower()} van {bedrag(open_)}"
        for g in (genomen_in(i.blik, i.escalatie) if i.escalatie else ())
        if _vordert(g) and meegedeeld(i, g.maatregel) and not g.teruggenomen
        if (stand := geldstand(g)) and (open_ := stand.open)
    )


def boetes(i: Inhoud) -> tuple[str, ...]:
    """The fines that were told for a shortcoming of this letter, and were not taken back."""
    # 6:92 lid 2 BW: a fine takes the place of damages for the same shortcoming
    ids = {t.id for t in i.tekortkomingen}
    return tuple(
        f"de {_titel(g).lower()} van {bedrag(geld.geldelijk.bedrag)}"
        for g in (genomen_in(i.blik, i.escalatie) if i.escalatie else ())
        if g.instrument and g.instrument.maximum and ids & set(g.record.tekortkomingen)
        if meegedeeld(i, g.maatregel) and not g.teruggenomen
        if (geld := geldstand(g)) and geld.geldelijk.bedrag
    )


def _vordert(g: Genomen) -> bool:
    """Whether the letter of a measure asks for an amount of money."""
    soort = briefsoort(g.instrument.brief, g.contract.regime) if g.instrument else None
    return soort is not None and "bedrag" in soort.elementen


def _titel(g: Genomen) -> str:
    return g.instrument.titel if g.instrument else g.record.instrument
