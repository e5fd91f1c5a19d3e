"""Floor 6, stukken: whether the documents that facts name are there, and still what they were."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from clm_cli.bestand import Bestand, is_een
from clm_cli.bsnbestand import bsn_in_bestand
from clm_cli.clientbestand import clientzin
from clm_cli.deur import lees_in, lees_waar
from clm_cli.files.gate import GROOTST
from clm_cli.files.mappen import onder
from clm_cli.kijk import Dossierblik, Kijk, per_dossier
from clm_cli.meldingen import Ernst, Melding, Plek, oorzaak
from clm_cli.persoonsgegevens import gemaskeerd
from clm_cli.records.basis import Deel, Stuk
from clm_cli.records.brief import Verzonden
from clm_cli.records.gesprek import Gedeeld
from clm_cli.value import value

_NIET_DAAR = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.ENODEV})
"""Why no ordinary file is in a place: gone, or something else is there."""


def sha256_van(wortel: Path, pad: Path) -> str | None:
    """The sha256 of a file of the register, or that the user named; None when none is there.

    Raises OSError when it cannot be read: then nobody knows whether it is still the same.
    """
    try:
        return hashlib.sha256(lees_waar(wortel, pad)).hexdigest()
    except OSError as fout:
        if fout.errno not in _NIET_DAAR:
            raise
        return None


@value
class Genoemd:
    """A document that a fact names, with what it was then."""

    plek: Plek
    bestand: str
    sha256: str | None


@value
class Verzegeld:
    """A card that was shared or sent, with what it was then."""

    pad: str
    sha256: str


Stukken = tuple[Genoemd | Verzegeld, ...]


def _stukken(bestanden: Iterable[Bestand[Deel]]) -> Iterator[Genoemd | Verzegeld]:
    for bestand in bestanden:
        for sleutel, deel in bestand.delen:
            if isinstance(deel, Stuk) and deel.bestand is not None:
                yield Genoemd(bestand.plek(*sleutel), str(deel.bestand), deel.sha256)
        if is_een(bestand, Gedeeld):
            yield Verzegeld(f"{bestand.map}/gesprek.yaml", bestand.record.kaart_sha256)
        elif is_een(bestand, Verzonden):
            yield Verzegeld(f"{bestand.map}/brief.yaml", bestand.record.kaart_sha256)


def stukken(blik: Dossierblik) -> Stukken:
    """What a dossier names that is in no record: it can be kept, and is looked at each time."""
    return tuple(_stukken(blik.dossier.bestanden))


stukken_van = per_dossier(stukken, Genoemd, Verzegeld, Plek)


def noemt(wortel: Path, map_: str, sha256: str) -> Iterator[str]:
    """The files of a folder in which the number of a document stands.

    They are not read as records: to find one scan, no other dossier has to be understood.
    """
    for pad, plek in onder(wortel, map_, [], []):
        with suppress(OSError):
            if sha256.encode() in plek.lees(GROOTST):
                yield pad


def controleer_stukken(wortel: Path, kijk: Kijk) -> list[Melding]:
    """Documents that are missing or changed, and sealed cards that were edited afterwards."""
    register = kijk.register
    # not of dossiers alone: a report on the region is sent too
    alle = [tuple(_stukken(register.gedeelde.bestanden))]
    alle += [stukken_van(kijk, naam) or () for naam in register.dossiers.namen]
    return [
        melding
        for een in (een for rijen in alle for een in rijen)
        for melding in (_stuk(wortel, een) if isinstance(een, Genoemd) else _kaart(wortel, een))
    ]


def _stuk(wortel: Path, stuk: Genoemd) -> Iterator[Melding]:
    plek, map_ = stuk.plek, stuk.plek.pad.rpartition("/")[0]
    try:
        inhoud = lees_in(wortel, f"{map_}/{stuk.bestand}")
    except FileNotFoundError:
        tekst = f"het stuk '{stuk.bestand}' staat niet in {map_}"
        nu = "zet het stuk terug, of verbeter de naam"
        yield Melding("DOS250", Ernst.FOUT, plek, tekst, nu=nu)
        return
    except OSError as fout:
        tekst = f"het stuk '{stuk.bestand}' is niet te lezen: {oorzaak(fout)}"
        nu = "zet een gewoon bestand op deze plaats; van een groot stuk volstaat de vindplaats"
        yield Melding("DOS250", Ernst.FOUT, plek, tekst, nu=nu)
        return
    gevonden = hashlib.sha256(inhoud).hexdigest()
    if vondst := bsn_in_bestand(stuk.bestand, inhoud):
        tekst = f"{gemaskeerd(stuk.bestand)}: {vondst.zin}"
        nu = "vraag uw privacyfunctionaris wat er met het stuk moet gebeuren"
        yield Melding("AVG601", Ernst.FOUT, plek, tekst, nu=nu)
    elif zin := clientzin(stuk.bestand, inhoud):
        tekst, nu = (
            f"{gemaskeerd(stuk.bestand)}: {zin}",
            "leg van het stuk alleen de vindplaats vast",
        )
        yield Melding("AVG602", Ernst.WAARSCHUWING, plek, tekst, nu=nu)
    if stuk.sha256 is None:
        tekst = f"van '{stuk.bestand}' is geen sha256 vastgelegd; een wijziging is dan niet te zien"
        yield Melding("DOS251", Ernst.WAARSCHUWING, plek, tekst, nu=f"vul sha256: {gevonden} in")
    elif gevonden != stuk.sha256:
        tekst = f"'{stuk.bestand}' is veranderd sinds het is vastgelegd"
        yield Melding(
            "DOS252", Ernst.FOUT, plek, tekst, nu="zet de oorspronkelijke versie terug met git"
        )


def _kaart(wortel: Path, verzegeld: Verzegeld) -> Iterator[Melding]:
    plek, kaart = Plek(verzegeld.pad), verzegeld.pad.rpartition("/")[2]
    try:
        gevonden = sha256_van(wortel, wortel / plek.pad)
    except OSError as fout:
        tekst, nu = f"het bestand is niet te lezen: {oorzaak(fout)}", "geef uzelf toegang"
        yield Melding("YML001", Ernst.FOUT, plek, tekst, nu=nu)
        return
    if gevonden is not None and gevonden != verzegeld.sha256:
        tekst = f"{kaart} is gewijzigd nadat het is {'gedeeld' if kaart[0] == 'g' else 'verzonden'}"
        yield Melding(
            "DOS253",
            Ernst.FOUT,
            plek,
            tekst,
            nu="zet de kaart terug met git, en leg het nieuwe vast als feit",
        )
