"""Floor 5, bron: quotations of a regime that do not stand in the contract text beside it."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.bestand import Bestand
from clm_cli.derivations.regime.contracttekst import citaten, genormaliseerd, staat_in, zover
from clm_cli.meldingen import Ernst, Melding
from clm_cli.records.regime import Regime

BRONCODES: dict[str, tuple[str, str]] = {
    "REG730": (
        "een citaat staat niet in de contracttekst",
        (
            "Naast het regime ligt de tekst van het contract, en daarin staan deze woorden niet zo."
            " Alleen de witruimte, vette tekst en kopjes mogen anders zijn; … staat voor woorden "
            "die zijn weggelaten.\nNeem de woorden letterlijk over uit de tekst, of zet de goede "
            "tekst neer."
        ),
    ),
}
"""Codes of `clm regime controleer` that need the contract text, with their titles and pages."""


def citaat_staat_er_niet(bestand: Bestand[Regime], tekst: str) -> Iterator[Melding]:
    """Every quotation that is not literally in the contract text, and up to where it is."""
    bron = genormaliseerd(tekst)
    for sleutel, eis, citaat in citaten(bestand.record):
        if not staat_in(citaat, bron):
            begin = zover(citaat, bron)
            wenk = f"tot en met '{begin[-60:]}' staat het er wel; kijk naar wat daarna komt"
            yield Melding(
                "REG730",
                Ernst.FOUT,
                bestand.plek(*sleutel),
                f"'{citaat}' staat zo niet in de contracttekst",
                grond=eis,
                nu=wenk if begin else "leg het contract ernaast en verbeter het citaat",
            )
