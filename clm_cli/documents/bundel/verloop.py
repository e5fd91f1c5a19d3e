"""Floor 6, verloop: what happened by day, and what was found, heard and judged."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.derivations.bundel import van_feit
from clm_cli.derivations.feitzinnen import vastgelegd, zin_van
from clm_cli.documents.bundel.inhoud import Bundelinhoud, gezegd, kort, lijst, tabel, veil
from clm_cli.records.escalatie import Beoordeling, Onderzoek, Reactie, Wederhoor
from clm_cli.tijd.datum import datum_vol
from clm_cli.woorden import met_hoofdletter

_GEHOORD = (Onderzoek, Wederhoor, Reactie, Beoordeling)


def tijdlijn(inhoud: Bundelinhoud) -> Iterator[str]:
    """Every fact: when it happened, when it was recorded, and by which document it is proven."""
    rijen = []
    for feit in inhoud.feiten:
        eigen = van_feit(inhoud.blik.dossier, feit, inhoud.stukken)
        stuk = ", ".join(s.nummer for s in eigen)
        dagen = (kort(feit.record.datum), kort(vastgelegd(feit).date()))
        rij = (*dagen, f"{feit.soort}: {zin_van(feit, inhoud.blik)}", stuk)
        rijen.append(rij if inhoud.wederpartij else (*rij, inhoud.feitnummer(feit)))
    kop = ("Gebeurd", "Vastgelegd", "Wat", "Stuk", "Feit")
    yield tabel(kop[:4] if inhoud.wederpartij else kop, rijen)


def gehoord(inhoud: Bundelinhoud) -> Iterator[str]:
    """What each inquiry found, what the provider said, and how it was weighed."""
    gevonden = [
        feit
        for feit in inhoud.feiten
        if isinstance(feit.record, _GEHOORD) and any(feit.map == z.pad for z in inhoud.zaken)
    ]
    for feit in gevonden:
        kop = f"{feit.soort}, {datum_vol(feit.record.datum)} ({inhoud.feitnummer(feit)})"
        yield f"**{veil(met_hoofdletter(kop))}**"
        yield lijst(gezegd(inhoud, feit.record))
    if not gevonden:
        yield "Er is geen onderzoek, reactie of oordeel vastgelegd."
