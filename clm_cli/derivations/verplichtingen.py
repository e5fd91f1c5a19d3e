"""Floor 4, verplichtingen: the obligations of a provider, day by day, and which were met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from clm_cli.advies import opdracht
from clm_cli.bestand import Bestand, is_een
from clm_cli.derivations.contracten import duurstand, loopt
from clm_cli.derivations.contractplichten import contractdagen
from clm_cli.derivations.opvolging import Stand, behandelaar, stand
from clm_cli.derivations.werkpunt import Werkpunt
from clm_cli.dossier import Contract, Dossier, Overeenkomstbundel
from clm_cli.kijk import Dossierblik, Kijk, eens
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.lijsten import Herhaling, Nakomingfeit, Verplichting, Verplichtingen
from clm_cli.records.opvolging import Afgerond
from clm_cli.tijd.datum import dagen_in, datum_vol
from clm_cli.value import value

_MAANDEN = {"maand": 1, "kwartaal": 3, "halfjaar": 6, "jaar": 12}


@value
class Plicht:
    """One obligation as it holds for one provider."""

    blik: Dossierblik
    lijst: Bestand[Verplichtingen]
    nummer: int
    contracten: tuple[Contract, ...]
    """The running contracts it is about."""
    overeenkomst: Overeenkomstbundel | None = None
    """Whose list it stands on, when many providers share it."""

    @property
    def rij(self) -> Verplichting:
        """The row of the list."""
        return self.lijst.record.verplichtingen[self.nummer]

    @property
    def plek(self) -> Plek:
        """Its place."""
        return self.lijst.plek("verplichtingen", self.nummer)

    @property
    def verwijzing(self) -> str:
        """The full reference, by which facts name it."""
        return f"{self.lijst.id}#{self.rij.id}"

    @property
    def vervallen(self) -> bool:
        """Whether it no longer holds on the day looked at."""
        return self.rij.vervallen is not None and self.rij.vervallen <= self.blik.vandaag


@eens
def plichten(blik: Dossierblik) -> tuple[Plicht, ...]:
    """The obligations of a dossier and of its overeenkomsten, for the contracts that run."""
    lopend = [c for c in blik.dossier.contracten if loopt(c, blik.vandaag)]
    bundels = {c.overeenkomst.id: c.overeenkomst for c in lopend if c.overeenkomst}
    eigen = [(None, lijst) for lijst in blik.dossier.van(Verplichtingen)]
    gedeeld = [(b, lijst) for b in bundels.values() for lijst in b.van(Verplichtingen)]
    gevonden: list[Plicht] = []
    for bundel, lijst in chain(eigen, gedeeld):
        for nummer, rij in enumerate(lijst.record.verplichtingen):
            contracten = tuple(
                c
                for c in lopend
                if (c.id in rij.contracten or not rij.contracten)
                and (bundel is None or c.overeenkomst is bundel)
            )
            if contracten:
                gevonden.append(Plicht(blik, lijst, nummer, contracten, bundel))
    return tuple(gevonden)


def houders(kijk: Kijk, bundel: Overeenkomstbundel) -> tuple[Dossier, ...]:
    """The providers with a running contract under an overeenkomst: they share its lists."""
    return tuple(
        blik.dossier
        for blik in kijk.blikken
        if any(c.overeenkomst is bundel and loopt(c, kijk.vandaag) for c in blik.dossier.contracten)
    )


def dagen(herhaling: Herhaling, tot: date) -> Iterator[date]:
    """The due days of something recurring, from the first up to and including a day."""
    stap, nummer = _MAANDEN[herhaling.elke], 0
    while True:
        teller = herhaling.eerste.year * 12 + herhaling.eerste.month - 1 + stap * nummer
        dag = _dag_in_maand(teller // 12, teller % 12 + 1, herhaling.eerste.day)
        if dag > tot or (herhaling.tot is not None and dag > herhaling.tot):
            return
        yield dag
        nummer += 1


def _dag_in_maand(jaar: int, maand: int, dag: int) -> date:
    return date(jaar, maand, min(dag, dagen_in(jaar, maand)))


def alle_dagen(plicht: Plicht) -> list[date]:
    """All due days up to two years ahead, met or not, within the contracts of this provider."""
    rij, vandaag = plicht.rij, plicht.blik.vandaag
    horizon = _dag_in_maand(vandaag.year + 2, vandaag.month, vandaag.day)
    rijtje = [rij.uiterlijk] if rij.uiterlijk else []
    rijtje += dagen(rij.herhaling, horizon) if rij.herhaling else []
    uit = [dag for dag in rijtje if any(_binnen(plicht, c, dag) for c in plicht.contracten)]
    return [*uit, *contractdagen(plicht.blik, plicht.contracten, rij.plicht, horizon)]


def _binnen(plicht: Plicht, contract: Contract, dag: date) -> bool:
    """Whether a day falls in a contract; what is unknown of it limits nothing.

    What comes back on a shared list is due in the uitvoeringsfase, what has to be done once may be
    due before it, in the contract of a provider that was there; an own list is about this provider.
    """
    tot, looptijd = duurstand(contract, plicht.blik.vandaag).tot, contract.looptijd
    if tot is not None and dag > tot:
        return False
    if plicht.overeenkomst is None or looptijd is None:
        return True
    fasen = (looptijd.gunning, looptijd.implementatie, looptijd.uitvoering_van)
    begin = next(filter(None, fasen), None) if plicht.rij.uiterlijk else looptijd.uitvoering_van
    return begin is None or dag >= begin


def samen_met(plicht: Plicht) -> list[Plicht]:
    """The obligations that one document answers together with this one, itself first."""
    groepen = _per_hoofd(plicht.blik)
    hoofd = _hoofdplek(plicht)
    bij = groepen.get(hoofd if hoofd in _plekken(plicht.blik) else plicht.plek, ())
    return [plicht, *(p for p in bij if p.plek != plicht.plek)]


@eens
def _plekken(blik: Dossierblik) -> Mapping[Plek, Plicht]:
    return {p.plek: p for p in plichten(blik)}


@eens
def _per_hoofd(blik: Dossierblik) -> Mapping[Plek, Sequence[Plicht]]:
    """The obligations by the place that one document for several of them is about."""
    per: dict[Plek, list[Plicht]] = {}
    for plicht in _plekken(blik).values():
        per.setdefault(_hoofdplek(plicht), []).append(plicht)
    return per


def _hoofdplek(plicht: Plicht) -> Plek:
    """Where the obligation stands that this one was said to be the same as; else its own place."""
    if plicht.rij.zelfde_als is None:
        return plicht.plek
    doel = plicht.blik.dossier.vind(plicht.rij.zelfde_als, plicht.lijst.pad)
    return doel.plek if doel else plicht.plek


def nakomingen(plicht: Plicht) -> dict[date, Plek]:
    """The due days on which this provider met it, or what it is one document with."""
    return {dag: plek for p in samen_met(plicht) for dag, plek in _eigen_nakomingen(p).items()}


def nagekomen_op(plicht: Plicht) -> dict[date, date]:
    """By due day the day on which it was met; what closed it for good names none."""
    uit: dict[date, date] = {}
    for een in samen_met(plicht):
        uit |= {rij.uiterlijk: rij.gedaan for rij in een.rij.nakomingen}
        for lijst in plicht.blik.dossier.van(Verplichtingen):
            eigen = [r for r in lijst.record.nakomingen if _is(plicht, een, r.verplichting, lijst)]
            uit |= {rij.uiterlijk: rij.gedaan for rij in eigen}
        for feit in plicht.blik.dossier.van(Nakomingfeit):
            if _is(plicht, een, feit.record.bij, feit):
                uit[feit.record.uiterlijk] = feit.record.datum
    afgerond = _afgerond(plicht, stand(plicht.blik.dossier, plicht.verwijzing))
    rest = nakomingen(plicht) if afgerond else {}
    return {dag: afgerond.record.datum for dag in rest if afgerond} | uit


def _is(plicht: Plicht, een: Plicht, naam: str, bestand: Bestand[Any]) -> bool:
    doel = plicht.blik.dossier.vind(naam, bestand.pad)
    return doel is not None and doel.plek == een.plek


def _eigen_nakomingen(plicht: Plicht) -> dict[date, Plek]:
    """The due days on which it was met itself, each with the place that says so.

    A recurring one that was said to be done was so for the first day from then, and before it.
    """
    dossier = plicht.blik.dossier
    gedaan = {
        rij.uiterlijk: plicht.lijst.plek("verplichtingen", plicht.nummer, "nakomingen", nummer)
        for nummer, rij in enumerate(plicht.rij.nakomingen)
    }
    gedaan |= _gemeld(dossier).get(plicht.plek, {})
    if afgerond := _afgerond(plicht, stand(dossier, plicht.verwijzing)):
        dagen_ = alle_dagen(plicht)
        tot = next((dag for dag in dagen_ if dag >= afgerond.record.datum), None)
        gedaan |= {dag: afgerond.plek() for dag in dagen_ if tot is None or dag <= tot}
    return gedaan


@eens
def _gemeld(dossier: Dossier) -> Mapping[Plek, Mapping[date, Plek]]:
    """By obligation the days that its own lists and facts say it was met on, with where."""
    per: dict[Plek, dict[date, Plek]] = {}
    for lijst in dossier.van(Verplichtingen):
        for nummer, gedeeld in enumerate(lijst.record.nakomingen):
            if doel := dossier.vind(gedeeld.verplichting, lijst.pad):
                dagen_ = per.setdefault(doel.plek, {})
                dagen_[gedeeld.uiterlijk] = lijst.plek("nakomingen", nummer)
    for feit in dossier.van(Nakomingfeit):
        if doel := dossier.vind(feit.record.bij, feit.pad):
            per.setdefault(doel.plek, {})[feit.record.uiterlijk] = feit.plek("uiterlijk")
    return per


def open_dagen(plicht: Plicht) -> list[date]:
    """The missed due days and the next one, without those for which a nakoming is recorded."""
    gedaan, vandaag = nakomingen(plicht), plicht.blik.vandaag
    rest = [dag for dag in alle_dagen(plicht) if dag not in gedaan]
    return [dag for dag in rest if dag < vandaag] + [dag for dag in rest if dag >= vandaag][:1]


def werkpunten(blik: Dossierblik) -> Iterator[Werkpunt]:
    """Each day on which an obligation has to be met, or had to be."""
    for plicht in plichten(blik):
        na = stand(blik.dossier, plicht.verwijzing)
        if not plicht.vervallen and (na.gesloten is None or _afgerond(plicht, na)):
            naar, elders = verzet(plicht, na), _elders_gevraagd(plicht)
            for dag in (dag for dag in open_dagen(plicht) if dag not in elders):
                yield _punt(plicht, dag, na, na.uiterlijk if dag == naar else None)


def _elders_gevraagd(plicht: Plicht) -> set[date]:
    """The days on which the obligation that this one is the same as asks for it already (J54)."""
    if plicht.rij.zelfde_als is None:
        return set()
    ander = next((p for p in samen_met(plicht)[1:] if p.plek == _hoofdplek(plicht)), None)
    return set(alle_dagen(ander)) if ander and not ander.vervallen else set()


def _afgerond(plicht: Plicht, na: Stand) -> Bestand[Afgerond] | None:
    """That what comes back was said to be done, which cannot be for good."""
    gesloten = na.gesloten
    if gesloten is None or not plicht.rij.komt_terug or not is_een(gesloten, Afgerond):
        return None
    return gesloten


def verzet(plicht: Plicht, na: Stand) -> date | None:
    """Which day of an obligation was moved: the last one before the new day, never all of them."""
    if na.uiterlijk is None or not plicht.rij.komt_terug:
        return plicht.rij.uiterlijk
    return max((dag for dag in alle_dagen(plicht) if dag <= na.uiterlijk), default=None)


def _punt(plicht: Plicht, dag: date, na: Stand, verzet: date | None) -> Werkpunt:
    rij, dossier = plicht.rij, plicht.blik.dossier
    clausule = rij.clausule
    grond = f"{clausule.document} {clausule.nummer or ''}".strip() if clausule else "contract"
    reden = f"uiterlijk {datum_vol(dag)}, en er is geen nakoming vastgelegd"
    keer = {"uiterlijk": dag.isoformat()} if rij.komt_terug else {}
    return Werkpunt(
        soort="verplichting",
        dossier=dossier.id,
        wat=f"{rij.id} {rij.wat}",
        uiterlijk=verzet or dag,
        bij="wij" if rij.partij == "opdrachtgever" else "aanbieder",
        grond=grond,
        grond_tekst=clausule.tekst if clausule else None,
        gevolg=rij.gevolg
        or "een verplichting die uitblijft, is een signaal voor het volgende gesprek",
        nu=opdracht("lijst", "verplichtingen", dossier.id, nagekomen=rij.id, **keer),
        plek=plicht.plek,
        omdat=(Reden(reden, plicht.plek), *na.redenen),
        verwijzing=plicht.verwijzing,
        kenmerk=rij.id,
        wie=rij.eigenaar or behandelaar(dossier, plicht.blik.vandaag),
        geparkeerd_tot=na.geparkeerd_tot,
        contracten=tuple(dict.fromkeys(c.id for p in samen_met(plicht) for c in p.contracten)),
        gemeenten=(rij.gemeente,) if rij.gemeente else (),
        kant=rij.kant,
        keer=dag if rij.komt_terug else None,
    )
