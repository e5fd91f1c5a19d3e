"""Floor 4, uitvoeringen: how a measure is carried out: payments, municipalities, plan points."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from clm_cli.bestand import Bestand, naar_dag
from clm_cli.derivations.escalatie.antwoorden import bij
from clm_cli.derivations.escalatie.eigentermijnen import afgekeurd, goedgekeurd
from clm_cli.derivations.escalatie.factuurlijst import nummer
from clm_cli.derivations.escalatie.planregel import oordelen_over, plannen
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.procent import procent_van
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.records.escalatie import (
    Aanpassing,
    Beoordeling,
    Betaling,
    Planpunt,
    Uitvoering,
)
from clm_cli.records.maatregel import Geldelijk, Maatregel
from clm_cli.value import value


@value
class Geldstand:
    """What a measure asks in money, and what came of it."""

    geldelijk: Geldelijk
    voldaan: Decimal
    ingehouden: Decimal
    """What we kept back and did not pay out since."""
    facturen: Decimal | None
    """What the invoices come to that it was kept back from; None where one is not named."""

    @property
    def open(self) -> Decimal | None:
        """What is left to be paid; None where no amount was named."""
        return self.geldelijk.bedrag - self.voldaan if self.geldelijk.bedrag is not None else None

    @property
    def grens(self) -> Decimal | None:
        """The most that may be kept back: the amount, or the share of the invoices; else None."""
        delen = [] if self.facturen is None else [self.facturen]
        if self.geldelijk.bedrag is not None:
            return min([*delen, self.geldelijk.bedrag])
        if self.facturen is None or self.geldelijk.procent is None:
            return None
        return procent_van(self.facturen, self.geldelijk.procent)


def geldelijk(
    dossier: Dossier, escalatie: Escalatie, maatregel: Bestand[Maatregel]
) -> Geldelijk | None:
    """The last amount or share of a measure: its own, or that of the last change."""
    anders = [
        f.record.geldelijk
        for f in sorted(bij(dossier, escalatie, Aanpassing, maatregel), key=naar_dag)
        if f.record.geldelijk
    ]
    return anders[-1] if anders else maatregel.record.geldelijk


def geldstand(genomen: Genomen) -> Geldstand | None:
    """The last amount or share of a measure, with all payments on it."""
    geld = geldelijk(genomen.dossier, genomen.escalatie, genomen.maatregel)
    if geld is None:
        return None
    som: dict[str, Decimal] = {}
    for feit in genomen.bij(Betaling):
        # What is kept back is not paid: it stays owed (6:52 BW), so it counts apart.
        wijze = feit.record.wijze
        som[wijze] = som.get(wijze, Decimal(0)) + feit.record.bedrag
    binnen = som.get("ingehouden", Decimal(0)) - som.get("uitbetaald", Decimal(0))
    voldaan = sum((som.get(w, Decimal(0)) for w in _VOLDAAN), Decimal(0))
    return Geldstand(geld, voldaan, binnen, _facturen(genomen))


def _facturen(genomen: Genomen) -> Decimal | None:
    """The invoices that something was kept back from, each once (6:52 BW)."""
    per: dict[str, Decimal] = {}
    for feit in genomen.bij(Betaling):
        if feit.record.wijze == "ingehouden" and not feit.record.van:
            return None
        for rij in feit.record.van:
            # An invoice that stands in two facts was kept back once.
            sleutel = nummer(rij.nummer)
            per[sleutel] = max(rij.bedrag, per.get(sleutel, rij.bedrag))
    return sum(per.values(), Decimal(0)) if per else None


_VOLDAAN = ("betaald", "verrekend", "creditnota")
"""How the provider meets a claim."""


def vordert(genomen: Genomen) -> bool:
    """Whether a measure claims an amount of money, as a recovery or a fine does."""
    hard = genomen.instrument.voorwaarden.hard if genomen.instrument else ()
    return is_boete(genomen) or "facturenlijst" in hard


def is_boete(genomen: Genomen) -> bool:
    """Whether a measure imposes an amount that no list of invoices adds up to."""
    hard = genomen.instrument.voorwaarden.hard if genomen.instrument else ()
    return "bedrag" in hard or "bedrag-volgens-contract" in hard


def uitvoerders(genomen: Genomen) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The municipalities of the case that carry a measure out, and those that do not (yet)."""
    # Each municipality carries a stop out itself; who did not, still places clients (J42, S16).
    alle = genomen.gemeenten
    # what it said last counts: who stopped during an objection, does not carry it out
    rijen = sorted(genomen.bij(Uitvoering), key=naar_dag)
    laatst = {f.record.gemeente: f.record.klaar for f in rijen if f.record.klaar != "onbekend"}
    klaar = {gemeente for gemeente, stand in laatst.items() if stand == "ja"}
    return tuple(g for g in alle if g in klaar), tuple(g for g in alle if g not in klaar)


@value
class Puntstand:
    """A point of the last plan, with the last judgement of the plan and of its execution."""

    punt: Planpunt
    plan: str
    uitvoering: str


def planpunten(genomen: Genomen) -> tuple[Puntstand, ...]:
    """The points of the last plan that came in on a request."""
    # The last plan takes the place of those before it: its points are what was promised.
    plan = next(iter(plannen(genomen)[-1:]), None)
    if plan is None:
        return ()
    alle = (
        *bij(genomen.dossier, genomen.escalatie, Beoordeling, plan),
        *genomen.bij(Beoordeling),
    )
    uitgevoerd = [f for f in alle if f.record.over == "uitvoering"]
    # what silence approved stays so; what it rejected, a judgement of later may still approve
    goed, stil = goedgekeurd(genomen), "nee" if afgekeurd(genomen) else _NIET
    van_plan = oordelen_over(genomen, plan)
    return tuple(
        Puntstand(
            punt,
            "ja" if goed else _laatste(van_plan, punt.id, stil),
            _laatste(uitgevoerd, punt.id, _NIET),
        )
        for punt in plan.record.punten
    )


_NIET = "niet beoordeeld"


def _laatste(feiten: Sequence[Bestand[Beoordeling]], id_: str, anders: str) -> str:
    """What was said last of a point; of one day's different words the harder one."""
    gevonden = (
        [o.oordeel for o in f.record.oordelen if o.onderdeel == id_]
        for f in sorted(feiten, key=naar_dag)
    )
    rij = next(reversed([rij for rij in gevonden if rij]), [anders])
    return rij[0] if len(set(rij)) == 1 else "nee" if "nee" in rij else "deels"
