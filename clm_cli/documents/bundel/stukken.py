"""Floor 6, stukken: the documents and their proof, what was mended, and how to check it all."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.derivations.bundel import Bundelstuk
from clm_cli.derivations.feitzinnen import zin_van
from clm_cli.documents.bundel.inhoud import Bundelinhoud, kort, lijst, veil
from clm_cli.records.basis import Correctie, Feit
from clm_cli.records.brief import Binnengekomen, Verzonden
from clm_cli.tijd.datum import datum_vol
from clm_cli.verschil.kaarten import rijen


def papieren(inhoud: Bundelinhoud) -> Iterator[str]:
    """Each document, where it stands, whether it is still what it was, and how it arrived."""
    for stuk in inhoud.stukken:
        blad = inhoud.bladen.get(stuk.nummer)
        waar = f"bladzijde {blad} van bundel.pdf" if blad else "alleen als bestand in stukken/"
        yield f"### {veil(f'{stuk.nummer} {stuk.titel}, {datum_vol(stuk.datum)}')}"
        if stuk.nummer in inhoud.weggelaten:
            yield lijst(["weggelaten uit deze bundel: het gaat ook over een ander", *stuk.bewijs])
            continue
        yield lijst([waar, *_zegel(inhoud, stuk), *stuk.bewijs])
    los = tuple(_zonder_stuk(inhoud))
    if los:
        yield "### Brieven waarvan het stuk zelf niet in het dossier staat"
        yield lijst(los)
    if not inhoud.stukken and not los:
        yield "Er zijn geen stukken die bij deze bundel horen."


def _zegel(inhoud: Bundelinhoud, stuk: Bundelstuk) -> Iterator[str]:
    gevonden = inhoud.gevonden.get(stuk.nummer)
    yield f"sha256 bij het vastleggen: {stuk.sha256 or 'niet vastgelegd'}"
    if gevonden is None:
        yield "het bestand is er niet meer, en zit dus niet in deze bundel"
    elif stuk.sha256 is None:
        yield f"sha256 van het bestand nu: {gevonden}; of het toen zo was, is niet na te gaan"
    else:
        zelfde = "ja" if gevonden == stuk.sha256 else f"nee, het is nu {gevonden}"
        yield f"het bestand in deze bundel is nog hetzelfde: {zelfde}"


def _zonder_stuk(inhoud: Bundelinhoud) -> Iterator[str]:
    """Letters that went or came, of which no document is in the bundle, with what is recorded."""
    mappen = {stuk.pad.rpartition("/")[0] for stuk in inhoud.stukken}
    for brief in inhoud.blik.dossier.brieven:
        eigen = [f for f in inhoud.feiten if f.map == brief.pad]
        weg = any(isinstance(f.record, (Verzonden, Binnengekomen)) for f in eigen)
        if weg and brief.pad not in mappen:
            gezegd = "; ".join(
                f"{f.soort} {kort(f.record.datum)}: {zin_van(f, inhoud.blik)}" for f in eigen
            )
            yield f"{brief.kaart.record.onderwerp} ({brief.id}): {gezegd}"


def verbeterd(inhoud: Bundelinhoud) -> Iterator[str]:
    """Facts that were mended: when, why, and from what into what."""
    for feit in inhoud.correcties:
        record = feit.record
        wat = "is vervallen" if record.vervalt else "is verbeterd"
        wie = inhoud.blik.register.naam_van(record.door)
        yield f"**{veil(f'{record.bij} {wat} op {datum_vol(record.datum)}')}**"
        yield lijst([f"reden: {record.reden}", f"door {wie}", *_was_en_wordt(inhoud, record)])
    if not inhoud.correcties:
        yield "Er is niets verbeterd."


def _was_en_wordt(inhoud: Bundelinhoud, correctie: Correctie[Feit]) -> Iterator[str]:
    naam = str(correctie.bij).rpartition("/")[2]
    dossier = inhoud.ruw.dossiers[inhoud.blik.dossier.id]
    was = next((b.record for b in dossier.bestanden if b.stam == naam), None)
    if was is not None and correctie.wordt is not None:
        yield from (rij.zin for rij in rijen(was, correctie.wordt) if rij.veld != "vastgelegd")


def gemaakt(inhoud: Bundelinhoud) -> Iterator[str]:
    """From what it was made, how to check it, and which file each fact is."""
    yield veil(inhoud.gemaakt)
    yield (
        "Nakijken kan zonder clm: *sha256sum -c SHA256SUMS* in deze map zegt of een bestand nog is"
        " wat het was."
    )
    if not inhoud.wederpartij:
        yield "De feiten staan letterlijk in de map feiten:"
        yield lijst([f"{inhoud.feitnummer(f)}: {f.pad}.txt" for f in inhoud.feiten])
