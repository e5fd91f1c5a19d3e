"""Floor 6, blad: a sheet that a person filled in, csv or xlsx, as rows of text by column name.

A sheet is read whole or refused with its place. The columns go by their names, wherever the row
with the names stands; an empty cell is unknown (None), and no formula is ever worked out.
"""

from __future__ import annotations

import contextlib
import csv
import errno
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from clm_cli.deur import lees_genoemd
from clm_cli.files.rekenblad import Vel, vellen_van
from clm_cli.meldingen import ClmFout, Geweigerd, oorzaak
from clm_cli.records.vorm import kaal
from clm_cli.value import value
from clm_cli.woorden import naaste, tekst_uit

GROOTST, MEESTE_RIJEN, MEESTE_KOLOMMEN, DIEPSTE_KOP = 5 << 20, 10_000, 200, 30
"""Hard limits: bytes in a file, rows, columns, and rows above the one with the names."""
_GEEN: Mapping[str, str] = {}


@value
class Rij:
    """One row: its number as the person sees it, and the text of each named column."""

    nummer: int
    cellen: Mapping[str, str | None]

    def __getitem__(self, kolom: str) -> str | None:
        """The text in a column; None where the cell is empty or the column is not there."""
        return self.cellen.get(kolom)


@value
class Blad:
    """A sheet with named columns."""

    bestand: str
    naam: str | None
    """The name of the tab; a csv has none."""
    kolommen: Mapping[str, str]
    """The names of the columns as known to who asked, with what stands above each."""
    rijen: tuple[Rij, ...]

    def plaats(self, rij: Rij | int | None = None, kolom: str | None = None) -> str:
        """'lijst.xlsx, blad Cijfers, rij 7, kolom Teller': where something stands."""
        return plaats_in(
            self.bestand,
            self.naam,
            rij.nummer if isinstance(rij, Rij) else rij,
            self.kolommen.get(kolom, kolom) if kolom else None,
        )

    def ook(self, nummer: int) -> str:
        """'ook in rij 7': a row beside another one, in the word that its place has too."""
        return f"ook {'in' if self.naam else 'op'} {_op(self.naam, nummer)}"

    def fout(self, rij: Rij | int, kolom: str | None, tekst: str, nu: str = "") -> Geweigerd:
        """The refusal of one cell or row, with its place."""
        return Geweigerd(f"{self.plaats(rij, kolom)}: {tekst.removesuffix('.')}.", nu or None)

    @contextlib.contextmanager
    def bij(self, rij: Rij) -> Iterator[None]:
        """What is refused of a row is refused with its place, and nothing of the sheet written."""
        try:
            yield
        except ClmFout as fout:
            reden = fout.reden
            if not reden.startswith(self.bestand):
                reden = f"{self.plaats(rij)}: {reden}"
            raise Geweigerd(reden, fout.nu, fout.meldingen) from None


def lees_blad(
    pad: Path,
    kolommen: Sequence[str],
    nodig: Collection[str] = (),
    ook: Mapping[str, str] = _GEEN,
) -> Blad:
    """The rows under the names of the columns; raises ClmFout, naming all that is wrong in them.

    `kolommen` may stand above one, `nodig` have to, `ook` is another name (of `""`: passed over).
    """
    try:
        inhoud = lees_genoemd(pad, GROOTST)
    except OSError as fout:
        if fout.errno == errno.EFBIG:
            raise _te_groot(pad.name) from None
        raise ClmFout(
            f"{pad} is niet te lezen: {oorzaak(fout)}.", nu="noem een .xlsx of .csv"
        ) from None
    return blad_van(pad.name, inhoud, kolommen, nodig, ook)


def blad_van(
    naam: str,
    inhoud: bytes,
    kolommen: Sequence[str],
    nodig: Collection[str] = (),
    ook: Mapping[str, str] = _GEEN,
) -> Blad:
    """The same from bytes; the name says which kind of file it is."""
    alle = (*kolommen, *ook)
    vel, kop = _kies(naam, vellen(naam, inhoud, alle), alle)
    eigen = {kolomnaam(kolom): kolom for kolom in kolommen}
    bekend = eigen | {kolomnaam(n): k for n, k in ook.items() if kolomnaam(n) not in eigen}
    namen = _kolommen(naam, vel, kop, bekend, nodig)
    boven = {bekend: vel.rijen[kop][plek] for plek, bekend in namen.items()}
    for (nummer, plek), fout in vel.onleesbaar.items():
        if nummer > kop and plek in namen:
            raise ClmFout(f"{plaats_in(naam, vel.naam, nummer, boven[namen[plek]])}: {fout}.")
    return Blad(naam, vel.naam, boven, tuple(_rijen(vel, kop, namen)))


def _te_groot(naam: str) -> ClmFout:
    return ClmFout(
        f"{naam} is groter dan {GROOTST >> 20} MB.", nu="bewaar alleen het blad dat nodig is"
    )


def vellen(naam: str, inhoud: bytes, kolommen: Sequence[str]) -> tuple[Vel, ...]:
    """Every sheet of a file as it stands; `kolommen` tell by what the cells of a csv are parted."""
    if len(inhoud) > GROOTST:
        raise _te_groot(naam)
    if naam.lower().endswith((".csv", ".txt", ".tsv")):
        return _csv(naam, inhoud, kolommen)
    return vellen_van(naam, inhoud, MEESTE_RIJEN, MEESTE_KOLOMMEN)


def plaats_in(bestand: str, blad: str | None, rij: int | None, kolom: str | None) -> str:
    """'lijst.xlsx, blad Cijfers, rij 7, kolom Teller': where something stands."""
    delen = [
        bestand,
        f"blad {blad}" if blad else None,
        _op(blad, rij) if rij else None,
        f"kolom {kolom}" if kolom else None,
    ]
    return ", ".join(deel for deel in delen if deel)


def _op(blad: str | None, nummer: int) -> str:
    """A csv has lines, a sheet has rows."""
    return f"{'rij' if blad else 'regel'} {nummer}"


def _csv(naam: str, inhoud: bytes, kolommen: Sequence[str]) -> tuple[Vel, ...]:
    """The one sheet of a csv: of the usual separators the one that gives the most known names."""
    tekst = _tekst(naam, inhoud).replace("\r\n", "\n").replace("\r", "\n")
    eerste, _, rest = tekst.partition("\n")
    genoemd = eerste.strip().strip('"')
    if genoemd.lower().startswith("sep=") and len(genoemd) == len("sep=") + 1:
        return (_vel(naam, rest, genoemd[-1], erboven=1),)
    begin = tekst.split("\n")[:DIEPSTE_KOP]

    def past(teken: str) -> tuple[int, int]:
        rijen = csv.reader(begin, delimiter=teken)
        try:
            return max(((_bekende(rij, kolommen), len(rij)) for rij in rijen), default=(0, 0))
        except csv.Error:
            return (0, 0)

    return (_vel(naam, tekst, max(";\t,|", key=past)),)


def _tekst(naam: str, inhoud: bytes) -> str:
    """The text of a csv in the codes that spreadsheets write: UTF-8, UTF-16, Windows-1252."""
    tekst = tekst_uit(inhoud)
    if "\0" in tekst:
        raise ClmFout(f"{naam} is geen tekst.", nu="sla het op als .xlsx of .csv")
    return tekst


def _vel(naam: str, tekst: str, teken: str, erboven: int = 0) -> Vel:
    rijen: dict[int, tuple[str, ...]] = {}
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=teken, strict=True)
    begin = 1
    try:
        for cellen in lezer:
            if len(cellen) > MEESTE_KOLOMMEN or len(rijen) > MEESTE_RIJEN:
                raise ClmFout(
                    f"{naam} heeft meer dan {MEESTE_RIJEN} rijen of {MEESTE_KOLOMMEN} kolommen.",
                    nu="bewaar alleen het deel dat nodig is",
                )
            rijen[begin + erboven] = tuple(cel.strip() for cel in cellen)
            begin = lezer.line_num + 1
    except csv.Error:
        raise ClmFout(
            f"{plaats_in(naam, None, begin + erboven, None)}: een aanhalingsteken sluit niet, of "
            "een cel is te lang.",
            nu="open het bestand in een spreadsheet en sla het opnieuw op",
        ) from None
    return Vel(None, rijen)


def kolomnaam(tekst: str) -> str:
    """A column's name without what people vary: capitals, accents, spaces, underscores."""
    return " ".join(kaal(tekst).replace("_", " ").split())


def _bekende(rij: Sequence[str], kolommen: Sequence[str]) -> int:
    return len({kolomnaam(cel) for cel in rij} & {kolomnaam(kolom) for kolom in kolommen})


def _kies(naam: str, vellen: Sequence[Vel], kolommen: Sequence[str]) -> tuple[Vel, int]:
    """The sheet and the row with the names of the columns: where the most names are known."""
    koppen: list[tuple[int, Vel, int]] = []
    for vel in vellen:
        beste = max(
            ((_bekende(rij, kolommen), -nr) for nr, rij in list(vel.rijen.items())[:DIEPSTE_KOP]),
            default=(0, 0),
        )
        if beste[0]:
            koppen.append((beste[0], vel, -beste[1]))
    if not koppen:
        raise ClmFout(
            f"{naam}: er is geen rij met namen van kolommen gevonden.",
            nu=f"zet boven de kolommen hun namen: {', '.join(kolommen)}",
        )
    meeste = max(aantal for aantal, _, _ in koppen)
    beste_koppen = [(vel, kop) for aantal, vel, kop in koppen if aantal == meeste]
    if len(beste_koppen) > 1:
        beste_koppen = [
            (vel, kop)
            for vel, kop in beste_koppen
            if any(any(rij) for nr, rij in vel.rijen.items() if nr > kop)
        ] or beste_koppen[:1]
    if len(beste_koppen) > 1:
        namen = " en ".join(str(vel.naam) for vel, _ in beste_koppen)
        raise ClmFout(
            f"{naam}: op de bladen {namen} staan dezelfde kolommen.",
            nu="bewaar het blad dat bedoeld is apart",
        )
    return beste_koppen[0]


def _kolommen(
    naam: str, vel: Vel, kop: int, bekend: Mapping[str, str], nodig: Collection[str]
) -> dict[int, str]:
    """The known name at each place; unknown, double and missing names are refused together."""
    waar = plaats_in(naam, vel.naam, kop, None)
    gevonden: dict[int, str] = {}
    fouten: list[str] = []
    vreemd: list[tuple[str, str | None]] = []
    for plek, cel in enumerate(vel.rijen[kop]):
        kolom = bekend.get(kolomnaam(cel))
        if kolom and kolom in gevonden.values():
            fouten.append(f"de kolom '{cel}' staat er twee keer")
        elif kolom:
            gevonden[plek] = kolom
        elif cel and kolom is None:
            woorden = kolomnaam(cel).replace("-", " ").split()  # of 'KvK-nummer' not 'zaaknummer'
            dichtbij = next((k for k in woorden if k in bekend), naaste(kolomnaam(cel), bekend))
            vreemd.append((cel, f"bedoelt u '{bekend[dichtbij]}'?" if dichtbij else None))
    mist = [kolom for kolom in nodig if kolom not in gevonden.values()]
    # what is missing may be what has another name
    anders = "geef haar een naam van hieronder" if mist else "haal haar weg"
    fouten += [f"de kolom '{cel}' is hier niet bekend; {wenk or anders}" for cel, wenk in vreemd]
    fouten += [f"de kolom '{kolom}' ontbreekt" for kolom in mist]
    fouten += _naamloos(vel, kop)
    if fouten:
        tekst = "; ".join(fouten)
        raise ClmFout(
            f"{waar}: {tekst}{'' if tekst.endswith('?') else '.'}",
            nu=f"kolommen die kunnen: {', '.join(filter(None, dict.fromkeys(bekend.values())))}",
        )
    return gevonden


def _naamloos(vel: Vel, kop: int) -> Iterator[str]:
    """Cells that hold something under no name: what they mean is not said."""
    boven = vel.rijen[kop]
    gezegd: set[int] = set()
    for nummer, rij in vel.rijen.items():
        for plek, cel in enumerate(rij):
            if nummer > kop and cel and not (plek < len(boven) and boven[plek]):
                if plek not in gezegd:
                    yield (
                        f"{_op(vel.naam, nummer)}: '{cel[:20]}' staat in een kolom zonder naam (de "
                        f"{plek + 1}e)"
                    )
                gezegd.add(plek)


def _rijen(vel: Vel, kop: int, namen: Mapping[int, str]) -> Iterator[Rij]:
    """What stands under the names; empty rows and the names once more (on a next page) go."""
    for nummer, rij in vel.rijen.items():
        if nummer > kop and any(rij) and rij != vel.rijen[kop]:
            yield Rij(
                nummer,
                {
                    kolom: (rij[plek] or None) if plek < len(rij) else None
                    for plek, kolom in namen.items()
                },
            )
