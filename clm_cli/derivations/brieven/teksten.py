"""Floor 4, teksten: which words in the record go into a letter, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.dossier import Dossier
from clm_cli.meldingen import Plek, Sleutel
from clm_cli.records.basis import Deel
from clm_cli.records.brief import Briefkaart
from clm_cli.records.contact import Signaal
from clm_cli.records.soorten import soort_bij
from clm_cli.value import value


@value
class Passage:
    """One text that goes into a letter to the provider."""

    bestand: Bestand[Deel]
    sleutel: Sleutel
    deel: Deel
    """The part of the record that holds it."""
    tekst: str
    onze: bool
    """Our own words; else those of the provider, as we wrote them down."""

    @property
    def plek(self) -> Plek:
        """Where it stands."""
        return self.bestand.plek(*self.sleutel)


def passages(dossier: Dossier) -> Iterator[Passage]:
    """Every text of a dossier that goes into a letter to the provider."""
    for bestand in dossier.bestanden:
        yield from passages_van(bestand)


def passages_van(bestand: Bestand[Deel]) -> Iterator[Passage]:
    """The texts of one file that go into a letter; none when letters do not draw on it."""
    soort = soort_bij(bestand.record)
    if soort is None or not (soort.onze or soort.hun) or not _gaat_mee(bestand.record):
        return
    for sleutel, deel in bestand.delen:
        voor = ".".join(str(stap) for stap in (*sleutel, "") if not isinstance(stap, int))
        for woorden, onze in ((soort.onze, True), (soort.hun, False)):
            for woord in woorden:
                hier, veld = woord[: len(voor)], woord[len(voor) :]
                if hier == voor and "." not in veld:
                    waarde = getattr(deel, veld)
                    yield from _waarden(bestand, (*sleutel, veld), deel, waarde, onze=onze)


def _waarden(
    bestand: Bestand[Deel], sleutel: Sleutel, deel: Deel, waarde: object, *, onze: bool
) -> Iterator[Passage]:
    if isinstance(waarde, str):
        yield Passage(bestand, sleutel, deel, waarde, onze)
    elif isinstance(waarde, tuple):
        yield from (
            Passage(bestand, (*sleutel, nummer), deel, tekst, onze)
            for nummer, tekst in enumerate(waarde)
        )


def _gaat_mee(record: Deel) -> bool:
    """Of signals only those that may be told, of letters only our own to the provider."""
    if isinstance(record, Signaal):
        return record.bron.mag_in_brief == "ja"
    if isinstance(record, Briefkaart):
        soort = briefsoort(record.soort)
        return record.richting == "uitgaand" and (soort is None or soort.lezer == "aanbieder")
    return True
