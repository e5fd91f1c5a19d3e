"""Floor 5, blik: one regime as a register on a day reads it, for the rules on contracts as data."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.bestand import Bestand
from clm_cli.kijk import Kijk
from clm_cli.meldingen import Plek, Sleutel
from clm_cli.records.regime import Regime, Regimeinstrument, Trede
from clm_cli.rules.regel import Vorm
from clm_cli.value import value


@value(eq=False)
class Regimeblik:
    """A regime in a register that need not hold it: one that ships with clm is read here too."""

    kijk: Kijk
    bestand: Bestand[Regime]

    @property
    def regime(self) -> Regime:
        """What it says."""
        return self.bestand.record

    def plek(self, *sleutel: str | int) -> Plek:
        """A place in its file."""
        return self.bestand.plek(*sleutel)

    @property
    def instrumenten(self) -> Iterator[tuple[Sleutel, Trede, Regimeinstrument]]:
        """Every instrument with its place and its trede."""
        for nr, trede in enumerate(self.regime.treden):
            for plaats, instrument in enumerate(trede.instrumenten):
                yield ("treden", nr, "instrumenten", plaats), trede, instrument


def eis_van(instrument: Regimeinstrument, trede: Trede) -> str:
    """The clause of an instrument; else that of its trede."""
    return (instrument.grond or trede.grond).eis


per_regime: Vorm[Regimeblik] = Vorm(
    buiten=lambda kijk, _: ((Regimeblik(kijk, b),) for b in kijk.register.van(Regime))
)
"""One of the register's own regimes at a time; one that ships with clm only when asked for."""
