"""Floor 4, aankomst: when a letter counts as received, and on which channels it counts at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from clm_cli.derivations.termijnen import kalender_onder, kalender_op, termijnbeleid
from clm_cli.dossier import Brief, Dossier
from clm_cli.records.brief import Binnengekomen, Kanaal
from clm_cli.records.regime import Ontvangstregel, Regime
from clm_cli.register import Register
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import bereken
from clm_cli.value import value

_MEE: tuple[Kanaal, ...] = ("uitgereikt", "portaal")
"""What is handed over or posted is there on the day itself, whatever post takes."""


@value
class Aankomst:
    """The day on which one dispatch is taken to arrive, and what that rests on."""

    datum: date
    tekst: str
    regel: Ontvangstregel | None = None
    """The rule of the contract; None: our own policy, so that nobody loses a right by it."""

    @property
    def vast(self) -> bool:
        """Whether no other day of receipt can be shown."""
        return self.regel is not None and self.regel.bewijs == "vast"


def regime_van(dossier: Dossier, brief: Brief) -> Regime:
    """The regime of the contract that a letter is about."""
    contracten = (dossier.contract(id_) for id_ in brief.kaart.record.contracten)
    return next((c.regime for c in contracten if c), Regime.onbekend())


def telt(regime: Regime, kanaal: str) -> bool:
    """Whether what goes by a channel is in writing; it is where the contract does not say."""
    return regime.schriftelijk is None or kanaal in regime.schriftelijk.kanalen


def niet_schriftelijk(dossier: Dossier, brief: Brief, kanalen: Iterable[str]) -> str | None:
    """In a sentence that a letter went in no written way; None where it did, or went nowhere."""
    gegaan, regime = tuple(dict.fromkeys(kanalen)), regime_van(dossier, brief)
    if not gegaan or any(telt(regime, kanaal) for kanaal in gegaan):
        return None
    return f"de brief ging alleen per {' en '.join(gegaan)}, en {geen_schrift(regime, gegaan)}"


def geen_schrift(regime: Regime, kanalen: Iterable[str]) -> str:
    """The end of a sentence: that these channels are no writing, and which are."""
    wel = ", ".join(regime.schriftelijk.kanalen) if regime.schriftelijk else ""
    return f"per {' of '.join(kanalen)} is onder dit contract niet schriftelijk (wel: {wel})"


def aankomst(register: Register, regime: Regime, kanaal: str, dag: date) -> Aankomst:
    """When one dispatch is taken to arrive: by the contract, its way, or else our policy."""
    regel = next((rij for rij in regime.ontvangst if kanaal in rij.kanalen), None)
    if regel is not None:
        kalender = kalender_onder(register, dag, regime)
        op = bereken(dag, regel.na, kalender).uiterlijk if regel.na else dag
        hoe = f"{regel.na} na verzending" if regel.na else "op de dag zelf"
        return Aankomst(op, f"per {kanaal} geldt dat {hoe} ({regel.grond.eis})", regel)
    if kanaal in _MEE:
        return Aankomst(dag, f"per {kanaal} is dat dezelfde dag")
    beleid = termijnbeleid(register, dag)
    if beleid.bezorging is None:
        return Aankomst(dag, f"gerekend vanaf verzending {datum_vol(dag)}")
    op = bereken(dag, beleid.bezorging, kalender_op(register, dag)).uiterlijk
    return Aankomst(
        op,
        f"verzonden op {datum_vol(dag)}, met {beleid.bezorging} bezorging (eigen beleid) wordt "
        f"{datum_vol(op)} aangenomen",
    )


def aankomsten(
    register: Register, regime: Regime, kanalen: tuple[Kanaal, ...], dag: date
) -> list[date]:
    """The days on which something arrives by each of these channels that is in writing.

    Where none is named, by each that the contract knows; else as our own policy has it.
    """
    bekend = regime.schriftelijk.kanalen if regime.schriftelijk else ()
    gekozen = kanalen or bekend or tuple(k for rij in regime.ontvangst for k in rij.kanalen)
    if not gekozen:
        return [aankomst(register, regime, "", dag).datum]
    return [aankomst(register, regime, k, dag).datum for k in gekozen if telt(regime, k)]


def vaste_ontvangst(regime: Regime, kanalen: tuple[Kanaal, ...]) -> bool:
    """Whether by all these ways the contract fixes the day: then no later receipt can be shown."""
    vast = {k for rij in regime.ontvangst if rij.bewijs == "vast" for k in rij.kanalen}
    return bool(kanalen) and all(kanaal in vast for kanaal in kanalen)


def binnengekomen(dossier: Dossier, naam: str | None, vanuit: str) -> Binnengekomen | None:
    """How their letter that a fact names came in."""
    doel = dossier.vind(naam, vanuit)
    brief = next((b for b in dossier.brieven if doel and b.pad == doel.bestand.map), None)
    return next((f.record for f in brief.van(Binnengekomen)), None) if brief else None


def vermoede_ontvangst(
    register: Register, regime: Regime, dag: date, kanalen: tuple[Kanaal, ...] = ()
) -> date:
    """The day on which a letter of that date is taken to have arrived: the last of its ways."""
    # what we print binds us where it gives the other party more (3:35 BW), so never too early
    return max(aankomsten(register, regime, kanalen, dag), default=dag)
