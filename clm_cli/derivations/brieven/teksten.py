"""Floor 4, briefteksten: which words in the record go into a letter to the provider.

And where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clm_cli.bestand import Bestand
from clm_cli.derivations.brieven.soorten import briefsoort
from clm_cli.meldingen import Plek, Sleutel
from clm_cli.records import escalatie as e
from clm_cli.records import maatregel as m
from clm_cli.records.basis import Deel, Stuk
from clm_cli.records.brief import Briefkaart, Brieftekst, Brieftermijn, Uitnodiging
from clm_cli.records.contact import Signaal
from clm_cli.records.gesprek import Zorglandschap
from clm_cli.records.overeenkomst import NietVerlengd
from clm_cli.records.verwijzingen import delen
from clm_cli.register import Dossier

ONZE: Mapping[type[Deel], tuple[str, ...]] = {
    e.Tekortkoming: ("wat", "feiten", "eis", "vaststelling"),
    e.Onderzoek: ("bevindingen",),
    e.Wederhoor: ("weging",),
    m.Maatregel: ("reden", "ernst", "gronden", "uiterste", "antwoord_reden", "noodzaak_reden"),
    m.Overslaan: ("ernst", "kpis", "reden"),
    m.Afwijking: ("reden",),
    m.Spoed: ("reden", "alsnog"),
    m.Hersteltermijn: ("redelijk",),
    m.Reikwijdte: ("wat", "eindigt_als", "ontvangers"),
    m.Geldelijk: ("vordering", "reden"),
    m.Noodzaak: ("reden",),
    m.Eisenoordeel: ("reden",),
    m.Verzuimgrond: ("reden",),
    Zorglandschap: ("stabiel", "beschikbaar", "toegankelijk"),
    e.Bewijs: ("vastgesteld_door",),
    e.Bewijselement: ("feiten",),
    e.Deeloordeel: ("bewijs",),
    e.Factuurregel: ("grond",),
    e.Beslissing: ("reden",),
    e.Hervatting: ("reden",),
    e.Aanpassing: ("reden",),
    e.Opheffing: ("reden",),
    e.Sluiting: ("reden",),
    NietVerlengd: ("reden",),
    Signaal: ("wat",),
    Briefkaart: ("onderwerp", "uw_kenmerk"),
    Brieftekst: ("tekst",),
    Brieftermijn: ("wat",),
    Uitnodiging: ("plaats",),
    Stuk: ("titel",),
}
"""What we wrote ourselves, by part of the record."""
HUN: Mapping[type[Deel], tuple[str, ...]] = {
    e.Wederhoor: ("reactie",),
    e.Reactie: ("inhoud",),
    e.Herstel: ("inhoud",),
    e.Bezwaar: ("gronden",),
}
"""What the provider said, as we wrote it down; a letter repeats it."""
FEITEN: tuple[type[Deel], ...] = (
    e.Opening,
    e.Tekortkomingfeit,
    e.Onderzoek,
    e.Wederhoor,
    m.Maatregel,
    e.Bewijs,
    e.Reactie,
    e.Beoordeling,
    e.Herstel,
    e.Facturen,
    e.Bezwaar,
    e.Beslissing,
    e.Hervatting,
    e.Aanpassing,
    e.Opheffing,
    e.Sluiting,
    NietVerlengd,
)
"""The facts that letters draw on, apart from signals and the letters' own cards."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text that goes into a letter to the provider."""

    bestand: Bestand[Any]
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


def passages_van(bestand: Bestand[Any]) -> Iterator[Passage]:
    """The texts of one file that go into a letter to the provider.

    None when letters do not draw on it.
    """
    if not _gaat_mee(bestand.record):
        return
    for sleutel, deel in delen(bestand.record):
        if isinstance(deel, Stuk) and not isinstance(bestand.record, Briefkaart):
            continue
        for velden, onze in ((ONZE, True), (HUN, False)):
            for veld in velden.get(type(deel), ()):
                yield from _waarden(bestand, (*sleutel, veld), deel, getattr(deel, veld), onze=onze)


def _waarden(
    bestand: Bestand[Any], sleutel: Sleutel, deel: Deel, waarde: object, *, onze: bool
) -> Iterator[Passage]:
    if isinstance(waarde, str):
        yield Passage(bestand, sleutel, deel, waarde, onze)
    elif isinstance(waarde, tuple):
        yield from (
            Passage(bestand, (*sleutel, nummer), deel, tekst, onze)
            for nummer, tekst in enumerate(waarde)
        )


def _gaat_mee(record: Deel) -> bool:
    """Whether letters to the provider draw on a record.

    Of signals those that may be told, of letters our own to the provider.
    """
    if isinstance(record, Signaal):
        return record.bron.mag_in_brief == "ja"
    if isinstance(record, Briefkaart):
        soort = briefsoort(record.soort)
        return record.richting == "uitgaand" and (soort is None or soort.lezer == "aanbieder")
    return isinstance(record, FEITEN)
