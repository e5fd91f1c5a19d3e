"""Floor 5, rules on how long a measure lasts by its contract."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.advies import opdracht
from clm_cli.derivations.escalatie.duur import verlengd
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.meldingen import Reden
from clm_cli.rules.escalatie.vormen import per_maatregel
from clm_cli.rules.regel import FOUT, Bevond, regel


@regel("LAD440", FOUT, per_maatregel)
def verlenging_buiten_het_contract(z: Genomen) -> Iterator[Bevond]:
    """Een maatregel is verlengd op een manier die het contract niet toestaat.

    Waarom: de nieuwe dag telt dan niet, en de maatregel loopt tot haar eerdere einde.
    Fout: een tweede verlenging waar het contract er een kent, een verlenging na het einde, of een
    die langer is dan het contract toestaat.
    Goed: een besluit voor het einde, zo vaak en zo lang als het contract zegt.
    Wat nu: neem een nieuwe maatregel, of leg met clm correctie de dag vast die wel kan.
    """
    duur = z.instrument.duur if z.instrument else None
    for feit, uitspraak in verlengd(z):
        if uitspraak.antwoord == "nee":
            yield Bevond(
                feit.plek("tot"),
                f"de verlenging van {z.naam} telt niet: {uitspraak.tekst}",
                opdracht("correctie", z.dossier.id, feit.stam),
                (Reden("de maatregel", z.maatregel.plek()),),
                (duur.verlengen or duur).grond.eis if duur else None,
            )
