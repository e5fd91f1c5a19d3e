"""Floor 5, bron: quotations of a regime that do not stand in the contract text beside it."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.bestand import Bestand
from clm_cli.derivations.regime.contracttekst import (
    Artikel,
    artikelen,
    citaten,
    genormaliseerd,
    staat_in,
    zover,
)
from clm_cli.derivations.regime.dekking import artikel_van, onderdeel_van
from clm_cli.meldingen import Ernst, Melding
from clm_cli.records.regime import Contractpartij, Doelgroep, Laddernaam, Regime

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
    "REG755": (
        "een artikelnummer klopt niet met de contracttekst",
        (
            "Naast het regime ligt de tekst van het contract, en daarin staat dit artikel of "
            "onderdeel niet, of staan de aangehaalde woorden in een ander artikel. De brief en de "
            "dekking noemen dan een verkeerde plaats.\nNoem het artikel waarin de woorden staan."
        ),
    ),
}
"""Codes of `clm regime controleer` that need the contract text, with their titles and pages."""


def bronmeldingen(bestand: Bestand[Regime], tekst: str) -> Iterator[Melding]:
    """What is wrong with quotations and article numbers beside the contract text."""
    yield from citaat_staat_er_niet(bestand, tekst)
    yield from naam_staat_er_niet(bestand, tekst)
    yield from artikel_klopt_niet(bestand, tekst)


def naam_staat_er_niet(bestand: Bestand[Regime], tekst: str) -> Iterator[Melding]:
    """A party, ladder or people that the text does not call so."""
    laag = genormaliseerd(tekst).casefold()
    for sleutel, deel in bestand.delen:
        if isinstance(deel, Contractpartij | Doelgroep | Laddernaam):
            kern = deel.benaming.casefold().split()[-1].removesuffix("en")
            if kern not in laag:
                yield Melding(
                    "REG730",
                    Ernst.FOUT,
                    bestand.plek(*sleutel, "benaming"),
                    f"de contracttekst gebruikt het woord '{deel.benaming}' niet",
                    grond=deel.grond.eis,
                    nu="noem hen zoals het contract dat doet",
                )


def artikel_klopt_niet(bestand: Bestand[Regime], tekst: str) -> Iterator[Melding]:
    """An article that the text does not have, or a quotation that stands in another one."""
    rijen = {artikel.nummer: artikel for artikel in artikelen(tekst)}
    genormd = genormaliseerd(tekst)
    for sleutel, eis, citaat in citaten(bestand.record) if rijen else ():
        nummer = artikel_van(eis, rijen)
        if nummer is None:
            zin = f"de contracttekst heeft geen artikel {eis}" if eis[:1].isdigit() else ""
        elif staat_in(citaat, rijen[nummer].tekst) or not staat_in(citaat, genormd):
            zin = _ander_onderdeel(eis, citaat, rijen[nummer])
        else:
            ander = next((n for n, rij in rijen.items() if staat_in(citaat, rij.tekst)), None)
            zin = f"'{citaat}' staat niet in {eis}, maar in {ander}" if ander else ""
        if zin:
            plek = bestand.plek(*sleutel[:-1], "eis") if sleutel[-1] == "tekst" else None
            nu = "noem het artikel waarin de woorden staan"
            waar = plek or bestand.plek(*sleutel)
            yield Melding("REG755", Ernst.FOUT, waar, zin, grond=eis, nu=nu)


def _ander_onderdeel(eis: str, citaat: str, artikel: Artikel) -> str:
    """That a lettered part does not exist, or that the words stand in another one."""
    letter = onderdeel_van(eis)
    delen_ = dict(artikel.onderdelen)
    if letter is None or not delen_ or staat_in(citaat, delen_.get(letter, "")):
        return ""
    if letter not in delen_:
        return f"artikel {artikel.nummer} heeft geen onderdeel {letter}"
    ander = next((naam for naam, tekst in delen_.items() if staat_in(citaat, tekst)), None)
    return f"'{citaat}' staat niet onder {letter}, maar onder {ander}" if ander else ""


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
