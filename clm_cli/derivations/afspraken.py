"""Floor 4, afspraken: the actions, decisions and promises of a dossier, and what came of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from clm_cli.derivations.opvolging import Stand, stand
from clm_cli.dossier import Dossier
from clm_cli.meldingen import Plek
from clm_cli.records.contact import Contactmoment, Signaal, Toezegging
from clm_cli.records.gesprek import Actie, Besluit
from clm_cli.value import value

Afspraaksoort = Literal["actie", "besluit", "toezegging"]


@value
class Afspraak:
    """Something that was agreed: where it stands in the files, and where it stands by now."""

    soort: Afspraaksoort
    deel: Actie | Besluit | Toezegging
    plek: Plek
    verwijzing: str
    gemaakt: date
    bron: str
    """Where it was agreed: 'gesprek', or how the contact was."""
    contracten: tuple[str, ...]
    stand: Stand
    door_besluit: str | None = None
    """The id of the later decision that revoked this one."""

    @property
    def wat(self) -> str:
        """What was agreed, in the words of the record."""
        return self.deel.besluit if isinstance(self.deel, Besluit) else self.deel.wat

    @property
    def uiterlijk(self) -> date | None:
        """The day that counts now; a decision has none."""
        eerst = None if isinstance(self.deel, Besluit) else self.deel.uiterlijk
        return self.stand.uiterlijk or eerst

    @property
    def partij(self) -> str | None:
        """The party that has to act; a decision asks nothing by itself."""
        return None if isinstance(self.deel, Besluit) else self.stand.partij or self.deel.partij

    @property
    def wie(self) -> str | None:
        """Who does it."""
        if isinstance(self.deel, Besluit):
            return None
        return self.stand.wie or self.deel.wie or self.partij

    @property
    def loopt(self) -> bool:
        """Whether no later fact or decision ended it."""
        return self.stand.gesloten is None and self.door_besluit is None


def afspraken(dossier: Dossier) -> Iterator[Afspraak]:
    """All that was agreed in talks that were held, then what was promised in contacts."""
    ingetrokken = _ingetrokken(dossier)
    for gesprek in dossier.gesprekken:
        if (gehouden := gesprek.kaart.record.gehouden) is None:
            continue
        eigen = gesprek.kaart.record.contracten
        delen: list[tuple[str, int, Actie | Besluit]] = [
            *(("acties", nummer, actie) for nummer, actie in enumerate(gehouden.acties)),
            *(("besluiten", nummer, rij) for nummer, rij in enumerate(gehouden.besluiten)),
        ]
        for veld, nummer, deel in delen:
            verwijzing = f"{gesprek.kaart.id}#{deel.id}"
            yield Afspraak(
                soort="actie" if isinstance(deel, Actie) else "besluit",
                deel=deel,
                plek=gesprek.kaart.plek("gehouden", veld, nummer),
                verwijzing=verwijzing,
                gemaakt=gehouden.datum,
                bron="gesprek",
                contracten=(isinstance(deel, Actie) and deel.contracten) or eigen,
                stand=stand(dossier, verwijzing),
                door_besluit=ingetrokken.get(verwijzing),
            )
    for contact in dossier.van(Contactmoment):
        for nummer, rij in enumerate(contact.record.toezeggingen):
            verwijzing = f"{contact.id}#{rij.id}"
            yield Afspraak(
                soort="toezegging",
                deel=rij,
                plek=contact.plek("toezeggingen", nummer),
                verwijzing=verwijzing,
                gemaakt=contact.record.datum,
                bron=contact.record.wijze,
                contracten=contact.record.contracten,
                stand=stand(dossier, verwijzing),
            )


def te_volgen(dossier: Dossier, soort: str | None = None) -> dict[str, tuple[str, ...]]:
    """What still runs, by how it is named, with its words; or of it what a follow-up can be about.

    A decision is revoked, an action or a promise gets all else; a signal has no owner and no day.
    """
    uit: dict[str, tuple[str, ...]] = {
        _kortst(dossier, rij.verwijzing, rij.deel.id): (rij.wat,)
        for rij in afspraken(dossier)
        if rij.loopt and (soort is None or (rij.soort == "besluit") == (soort == "herroepen"))
    }
    open_ = (f for f in dossier.van(Signaal) if stand(dossier, f.id).gesloten is None)
    if soort not in ("herroepen", "verzet", "overgedragen"):
        uit |= {feit.id: (feit.record.wat,) for feit in open_}
    return uit


def _kortst(dossier: Dossier, verwijzing: str, kenmerk: str) -> str:
    return kenmerk if dossier.een_naam(kenmerk) == verwijzing else verwijzing


def _ingetrokken(dossier: Dossier) -> dict[str, str]:
    """The decisions that a decision of a later talk revoked, with that decision."""
    uit: dict[str, str] = {}
    for gesprek in dossier.gesprekken:
        gehouden = gesprek.kaart.record.gehouden
        for rij in gehouden.besluiten if gehouden else ():
            doel = rij.herroept and dossier.vind(rij.herroept, gesprek.kaart.pad)
            if doel:
                uit[doel.verwijzing] = rij.id
    return uit
