"""Floor 4, inhoud: a letter joined with its case, its fact and its measure."""

from __future__ import annotations

from datetime import date

from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.brieven.aankomst import vermoede_ontvangst
from clm_cli.derivations.brieven.dagen import Briefdag, briefdagen
from clm_cli.derivations.brieven.soort import Briefsoort
from clm_cli.derivations.escalatie import zaken
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import Genomen, contract_van, contracten_van
from clm_cli.dossier import Contract, Dossier, Escalatie
from clm_cli.kijk import OpBlik, blik_op
from clm_cli.records.basis import Deel
from clm_cli.records.brief import Briefkaart
from clm_cli.records.escalatie import NieuweDatum, Tekortkoming, Tekortkomingfeit
from clm_cli.records.maatregel import Maatregel
from clm_cli.register import Register
from clm_cli.value import value


@value
class Inhoud(OpBlik):
    """All that a letter can draw on."""

    soort: Briefsoort
    kaart: Briefkaart
    contract: Contract
    escalatie: Escalatie | None
    over: Bestand[Deel] | None
    """The fact that the letter is about."""
    genomen: Genomen | None
    """The measure that the letter makes known, or that its fact belongs to."""
    dagen: tuple[Briefdag, ...]
    ontvangst: date
    """The day on which receipt is assumed; the printed days are counted from it."""

    @property
    def dag(self) -> date:
        """The date on the letter."""
        return self.kaart.datum

    @property
    def maatregel(self) -> Maatregel | None:
        """The measure, when there is one."""
        return self.genomen.record if self.genomen else None

    @property
    def nieuwe_data(self) -> tuple[NieuweDatum, ...]:
        """The new days for recovery that the fact gives, where it gives any."""
        rijen: tuple[NieuweDatum, ...] = (
            getattr(self.over.record, "nieuwe_data", ()) if self.over else ()
        )
        return rijen

    @property
    def alle_tekortkomingen(self) -> tuple[Tekortkoming, ...]:
        """Those of the whole case."""
        return tuple(zaken.tekortkomingen(self.escalatie)) if self.escalatie else ()

    def leg_vast(self, soort: str) -> Advies:
        """The command that records such a fact in the case of this letter."""
        if self.escalatie is None:
            return opdracht("escalatie", soort, self.dossier.id)
        return zaakopdracht(self.dossier, self.escalatie, soort)

    @property
    def tekortkomingen(self) -> tuple[Tekortkoming, ...]:
        """Those of the fact that the letter is about, else of its measure, else of the case."""
        alle = self.alle_tekortkomingen
        record = self.over.record if self.over else None
        eigen = (
            (record.tekortkoming,)
            if isinstance(record, Tekortkomingfeit)
            else getattr(record, "tekortkomingen", None)
        )
        ids = (
            [e if isinstance(e, str) else e.id for e in eigen]
            if eigen
            else list(self.maatregel.tekortkomingen if self.maatregel else ())
        )
        return tuple(
            t
            for t in alle
            if (not ids or t.id in ids) and (not self.soort.dreigend or t.ernst == "dreigend")
        )

    @property
    def contracten(self) -> tuple[Contract, ...]:
        """The contracts that the letter is about: of its case, else that it names."""
        namen = map(self.dossier.contract, self.kaart.contracten)
        van_kaart = tuple(c for c in namen if c)
        zaak = contracten_van(self.dossier, self.escalatie) if self.escalatie else ()
        return zaak or van_kaart or (self.contract,)

    def tekst(self, onderdeel: str) -> str | None:
        """The letter's own passage for a part."""
        return next((rij.tekst for rij in self.kaart.teksten if rij.onderdeel == onderdeel), None)

    def dagen_van(self, *soorten: str) -> tuple[Briefdag, ...]:
        """The printed days of some kinds."""
        return tuple(dag for dag in self.dagen if dag.soort in soorten)


def stel_samen(
    register: Register,
    dossier: Dossier,
    soort: Briefsoort,
    kaart: Briefkaart,
    contract: Contract,
    vanuit: str = "",
) -> Inhoud:
    """Join a letter's card with its case, its fact and its measure, and work out its days."""
    blik = blik_op(register, dossier, kaart.datum)
    escalatie = _escalatie(dossier, kaart)
    doel = dossier.vind(kaart.bij, vanuit)
    over = doel.bestand if doel else None
    eigen = contract_van(dossier, escalatie) if escalatie else None
    maatregel = _maatregel(dossier, over)
    if maatregel is None and escalatie and over and soort.lezer == "gemeenten":
        maatregel = next(iter(zaken.gestopt(dossier, escalatie, over)), None)
    genomen = (
        Genomen(blik, escalatie, eigen, maatregel) if escalatie and eigen and maatregel else None
    )
    ontvangst = vermoede_ontvangst(register, (eigen or contract).regime, kaart.datum, kaart.kanalen)
    return Inhoud(
        blik,
        soort,
        kaart,
        eigen or contract,
        escalatie,
        over,
        genomen,
        tuple(briefdagen(register, soort, kaart, genomen, over, ontvangst)),
        ontvangst,
    )


def _escalatie(dossier: Dossier, kaart: Briefkaart) -> Escalatie | None:
    naam = kaart.escalatie.rsplit("/", 1)[-1] if kaart.escalatie else None
    return next((e for e in dossier.escalaties if e.id == naam), None)


def _maatregel(
    dossier: Dossier, feit: Bestand[Deel] | None, diepte: int = 6
) -> Bestand[Maatregel] | None:
    """The measure that a fact is, or answers, directly or through other facts."""
    while feit is not None and diepte:
        if is_een(feit, Maatregel):
            return feit
        feit, diepte = dossier.waarbij(feit), diepte - 1
    return None
