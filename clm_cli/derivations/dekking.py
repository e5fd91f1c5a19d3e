"""Floor 4, dekking: who or what watches each clause of an overeenkomst, and which nobody does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from clm_cli.advies import Advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.normen import kpis_van
from clm_cli.derivations.onderwerpen import Plaats, plaatsen
from clm_cli.derivations.termijnen import bepaling
from clm_cli.derivations.zinnen import opsomming
from clm_cli.dossier import Overeenkomstbundel
from clm_cli.kijk import Dossierblik, Kijk, per_dossier
from clm_cli.meldingen import Plek
from clm_cli.records.basis import Grond
from clm_cli.records.cijfers import Kpi
from clm_cli.records.lijsten import Verplichtingen
from clm_cli.records.overeenkomst import Artikel, Artikelen
from clm_cli.value import value


@value
class Bewaking:
    """One clause with everything that watches it."""

    artikel: Artikel
    plek: Plek
    verplichtingen: tuple[tuple[str, Plek], ...]
    """The obligations that rest on it, each with its place."""
    kpi: Kpi | None
    """The indicator by which it is measured, when a contract has a norm for that."""
    thema: str | None
    """The theme of talks in which it is discussed, when the contract has that."""

    @property
    def gedekt(self) -> bool:
        """Whether somebody watches it, or it was said why that is not needed."""
        uitgelegd = self.artikel.bewaakt == "nee" and self.artikel.toelichting is not None
        door = self.verplichtingen or self.kpi or self.thema
        return bool(door) or self.artikel.bewaakt == "ja" or uitgelegd


def dekking(kijk: Kijk, bundel: Overeenkomstbundel) -> tuple[Bewaking, ...]:
    """Every quoted clause of an overeenkomst, with what watches it (J02)."""
    plichten = tuple(_plichten(kijk, bundel))
    kpis = _kpis(kijk, bundel)
    regime = kijk.register.regimes.get(bundel.kaart.record.regime)
    themas = {thema.id for thema in regime.themas} if regime else set()
    return tuple(
        Bewaking(
            artikel,
            lijst.plek("artikelen", nummer),
            tuple((rij.id, rij.plek) for rij in plichten if _rust_op(rij, artikel)),
            kpis.get(artikel.kpi or ""),
            artikel.thema if artikel.thema in themas else None,
        )
        for lijst in bundel.van(Artikelen)
        for nummer, artikel in enumerate(lijst.record.artikelen)
    )


@value
class Onbewaakt:
    """The clauses of an overeenkomst that nobody watches: work that belongs to no dossier (J02)."""

    overeenkomst: str
    rijen: tuple[Bewaking, ...]
    grond: Grond | None
    """The clause that wants all of them watched, where the contract has one."""

    @property
    def wat(self) -> str:
        """What is to be done, in words."""
        namen = opsomming(rij.artikel.id for rij in self.rijen)
        return f"niemand bewaakt {namen} van {self.overeenkomst}"

    @property
    def nu(self) -> Advies:
        """The command that records an obligation resting on the first of them."""
        artikel = self.rijen[0].artikel
        velden = {"document": artikel.document, "nummer": artikel.nummer}
        clausule = " ".join(f"{naam}={waarde}" for naam, waarde in velden.items() if waarde)
        return opdracht(
            "lijst", "verplichtingen", overeenkomst=self.overeenkomst, wat="…", clausule=clausule
        )


def onbewaakt(kijk: Kijk) -> Iterator[Onbewaakt]:
    """By overeenkomst the clauses that nobody watches."""
    for bundel in kijk.register.overeenkomsten.values():
        rijen = tuple(rij for rij in dekking(kijk, bundel) if not rij.gedekt)
        regime = kijk.register.regimes.get(bundel.kaart.record.regime)
        if rijen:
            grond = bepaling(regime, "naleving-bewaken") if regime else None
            yield Onbewaakt(bundel.id, rijen, grond)


@value
class Gevolgd:
    """One subject of the talks with what follows it."""

    plaats: Plaats
    door: tuple[str, ...]

    @property
    def gedekt(self) -> bool:
        """Whether something follows it, or the contract does not ask for that, or why not."""
        return bool(self.door or self.plaats.reden) or not self.plaats.thema.volgt


def onderwerpen(kijk: Kijk, bundel: Overeenkomstbundel) -> tuple[Gevolgd, ...]:
    """The subjects that the contract names with the themes of its talks, and the own ones (J24)."""
    regime = kijk.register.regimes.get(bundel.kaart.record.regime)
    plichten, kpis = {rij.id for rij in _plichten(kijk, bundel)}, _kpis(kijk, bundel)
    return tuple(
        Gevolgd(
            plaats,
            (
                *(f"kpi {kpis[id_].titel}" for id_ in plaats.kpis if id_ in kpis),
                *(id_ for id_ in plaats.verplichtingen if id_ in plichten),
                *dict.fromkeys(bron.uit for bron in plaats.bronnen),
            ),
        )
        for plaats in plaatsen(bundel, regime)
    )


@value
class Plicht:
    """An obligation that did not end, with the clause that it rests on."""

    id: str
    clausule: tuple[str | None, str | None] | None
    plek: Plek


@value
class Bijdrage:
    """What one dossier adds to the watching of clauses; it can be kept from one run to another."""

    plichten: tuple[Plicht, ...]
    overeenkomsten: tuple[str, ...]
    """Those that its contracts fall under."""
    kpis: tuple[tuple[str, str], ...]
    """The overeenkomst of a contract, and an indicator for which that has a norm."""


def bijdrage(blik: Dossierblik) -> Bijdrage:
    """What a dossier adds to the watching of clauses."""
    paren = [(c.overeenkomst.id, c) for c in blik.dossier.contracten if c.overeenkomst]
    return Bijdrage(
        tuple(_lopend(blik.dossier.van(Verplichtingen), blik.vandaag)),
        tuple(dict.fromkeys(id_ for id_, _ in paren)),
        tuple((id_, kpi) for id_, contract in paren for kpi in kpis_van(contract)),
    )


bijdrage_van = per_dossier(bijdrage, Bijdrage, Plicht, Plek)


def _bijdragen(kijk: Kijk, bundel: Overeenkomstbundel) -> Iterator[Bijdrage]:
    """What each dossier with a contract under an overeenkomst adds."""
    alle = (bijdrage_van(kijk, id_) for id_ in kijk.register.dossiers.namen)
    return (deel for deel in alle if deel and bundel.id in deel.overeenkomsten)


@value
class Ongevolgd:
    """The subjects of the talks that nothing follows, of an overeenkomst (J24)."""

    overeenkomst: str
    rijen: tuple[Plaats, ...]

    @property
    def grond(self) -> Grond:
        """The clause that names the first of them."""
        return self.rijen[0].thema.grond

    @property
    def wat(self) -> str:
        """What is to be done, in words."""
        namen = [f"'{rij.onderwerp}'" for rij in self.rijen]
        rest = [f"{len(namen) - 3} andere"] if len(namen) > 4 else namen[3:]
        volgt = opsomming([*namen[:3], *rest])
        return f"niets volgt {volgt} van de gesprekken onder {self.overeenkomst}"

    @property
    def nu(self) -> Advies:
        """The command that shows what follows each subject, and which nothing does."""
        return opdracht("lijst", "dekking", self.overeenkomst)


def ongevolgd(kijk: Kijk) -> Iterator[Ongevolgd]:
    """By overeenkomst the subjects of the talks that nothing follows."""
    for bundel in kijk.register.overeenkomsten.values():
        rijen = tuple(rij.plaats for rij in onderwerpen(kijk, bundel) if not rij.gedekt)
        if rijen:
            yield Ongevolgd(bundel.id, rijen)


def _rust_op(plicht: Plicht, artikel: Artikel) -> bool:
    return plicht.clausule == (artikel.document, artikel.nummer)


def _plichten(kijk: Kijk, bundel: Overeenkomstbundel) -> Iterator[Plicht]:
    """The obligations of an overeenkomst and of its providers; what ended watches nothing."""
    yield from _lopend(bundel.van(Verplichtingen), kijk.vandaag)
    for deel in _bijdragen(kijk, bundel):
        yield from deel.plichten


def _lopend(lijsten: Sequence[Bestand[Verplichtingen]], vandaag: date) -> Iterator[Plicht]:
    for lijst in lijsten:
        for nummer, rij in enumerate(lijst.record.verplichtingen):
            if rij.vervallen is None or rij.vervallen > vandaag:
                waar = (rij.clausule.document, rij.clausule.nummer) if rij.clausule else None
                yield Plicht(rij.id, waar, lijst.plek("verplichtingen", nummer))


def _kpis(kijk: Kijk, bundel: Overeenkomstbundel) -> dict[str, Kpi]:
    """The indicators for which a contract under an overeenkomst has a norm, by their id."""
    bekend = kijk.register.kpis
    namen = (rij for deel in _bijdragen(kijk, bundel) for rij in deel.kpis)
    return {kpi: bekend[kpi] for id_, kpi in namen if id_ == bundel.id and kpi in bekend}
