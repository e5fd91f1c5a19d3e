"""Floor 6, stukken: whether the documents that facts name are there, and still what they were."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from clm_cli.bestand import Bestand
from clm_cli.dossier import Dossier
from clm_cli.meldingen import Ernst, Melding, Plek, Sleutel
from clm_cli.persoonsgegevens import bsn_in_bestand, gemaskeerd
from clm_cli.records.basis import Deel, Stuk
from clm_cli.records.brief import Verzonden
from clm_cli.records.gesprek import Gedeeld
from clm_cli.records.verwijzingen import delen
from clm_cli.register import Register


def sha256_van(pad: Path) -> str | None:
    """The sha256 of a file; None when it cannot be read."""
    inhoud = _inhoud(pad)
    return hashlib.sha256(inhoud).hexdigest() if inhoud is not None else None


def _inhoud(pad: Path) -> bytes | None:
    try:
        return pad.read_bytes()
    except OSError:
        return None


def controleer_stukken(wortel: Path, register: Register) -> list[Melding]:
    """Documents that are missing or changed, and sealed cards that were edited afterwards."""
    meldingen: list[Melding] = []
    for dossier in register.dossiers.values():
        for bestand, sleutel, stuk in _stukken(dossier):
            meldingen += _stuk(wortel, bestand, sleutel, stuk)
        verzegeld: tuple[Bestand[Gedeeld | Verzonden], ...] = (
            *dossier.van(Gedeeld),
            *dossier.van(Verzonden),
        )
        for feit in verzegeld:
            meldingen += _kaart(wortel, feit)
    return meldingen


def _stukken(dossier: Dossier) -> Iterator[tuple[Bestand[Deel], Sleutel, Stuk]]:
    for bestand in dossier.bestanden:
        for sleutel, deel in delen(bestand.record):
            if isinstance(deel, Stuk) and deel.bestand is not None:
                yield bestand, sleutel, deel


def _stuk(wortel: Path, bestand: Bestand[Deel], sleutel: Sleutel, stuk: Stuk) -> Iterator[Melding]:
    map_ = bestand.bron.pad.rpartition("/")[0]
    inhoud = _inhoud(wortel / map_ / str(stuk.bestand))
    gevonden = hashlib.sha256(inhoud).hexdigest() if inhoud is not None else None
    plek = bestand.plek(*sleutel)
    if vondst := bsn_in_bestand(str(stuk.bestand), inhoud or b""):
        tekst = f"{gemaskeerd(str(stuk.bestand))}: {vondst.zin}"
        nu = "vraag uw privacyfunctionaris wat er met het stuk moet gebeuren"
        yield Melding("AVG601", Ernst.FOUT, plek, tekst, nu=nu)
    if gevonden is None:
        tekst = f"het stuk '{stuk.bestand}' staat niet in {map_}"
        yield Melding(
            "DOS250", Ernst.FOUT, plek, tekst, nu="zet het stuk terug, of verbeter de naam"
        )
    elif stuk.sha256 is None:
        tekst = f"van '{stuk.bestand}' is geen sha256 vastgelegd; een wijziging is dan niet te zien"
        yield Melding("DOS251", Ernst.WAARSCHUWING, plek, tekst, nu=f"vul sha256: {gevonden} in")
    elif gevonden != stuk.sha256:
        tekst = f"'{stuk.bestand}' is veranderd sinds het is vastgelegd"
        yield Melding(
            "DOS252", Ernst.FOUT, plek, tekst, nu="zet de oorspronkelijke versie terug met git"
        )


def _kaart(wortel: Path, verzegeld: Bestand[Gedeeld | Verzonden]) -> Iterator[Melding]:
    kaart = "gesprek.yaml" if isinstance(verzegeld.record, Gedeeld) else "brief.yaml"
    gevonden = sha256_van(wortel / verzegeld.map / kaart)
    if gevonden is not None and gevonden != verzegeld.record.kaart_sha256:
        tekst = f"{kaart} is gewijzigd nadat het is {'gedeeld' if kaart[0] == 'g' else 'verzonden'}"
        plek = Plek(f"{verzegeld.map}/{kaart}")
        yield Melding(
            "DOS253",
            Ernst.FOUT,
            plek,
            tekst,
            nu="zet de kaart terug met git, en leg het nieuwe vast als feit",
        )
