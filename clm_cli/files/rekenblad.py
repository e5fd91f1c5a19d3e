"""Floor 6, rekenblad: the visible sheets of an xlsx as rows of text, or the reason why not."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime, time
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from clm_cli.bsnbestand import NIET_UIT_TE_PAKKEN, kolom_van
from clm_cli.meldingen import ClmFout
from clm_cli.tijd.getal import schrijf_getal
from clm_cli.value import value
from clm_cli.xmldeel import EigenRegelsError, GeenXmlError, TeVeelMerkenError, merken, open_pak

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

UITGEPAKT, MEESTE = 60 << 20, 20_000
"""The most bytes that the parts of an xlsx may be together, and the most rows of a sheet."""
_OPMAKEN = 16_000
"""The most ways in which cells may look: a hundred times those of a sheet that people filled in."""
_SAMEN = re.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_OUD_OF_OP_SLOT = b"\xd0\xcf\x11\xe0"
"""How an old .xls begins, and an xlsx with a password."""


@value
class Vel:
    """One sheet: its name (None of a csv), and the text of its cells by row number."""

    naam: str | None
    rijen: Mapping[int, tuple[str, ...]]
    onleesbaar: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """What is wrong with a cell that gives no value, by row and place in it from 0."""


class _Onleesbaar(Exception):  # noqa: N818 - about one cell, never leaves this room
    pass


def vellen_van(
    naam: str, inhoud: bytes, meeste_rijen: int, meeste_kolommen: int
) -> tuple[Vel, ...]:
    """The visible sheets; raises ClmFout where the file cannot be read or trusted."""
    _veilig(naam, inhoud)
    from openpyxl import load_workbook  # heavy, and only for who brings a sheet

    try:
        with warnings.catch_warnings(action="ignore"):  # on extras that it does not keep
            waarden = load_workbook(BytesIO(inhoud), data_only=True)
            formules = load_workbook(BytesIO(inhoud))
    except Exception:  # noqa: BLE001 - the library leaks many kinds of errors on a broken file
        raise _geen_blad(naam) from None
    vellen = []
    for blad in waarden.worksheets:
        if blad.sheet_state != "visible":
            continue
        if blad.max_row > meeste_rijen or blad.max_column > meeste_kolommen:
            raise ClmFout(
                f"{naam}, blad {blad.title} heeft meer dan {meeste_rijen} rijen of "
                f"{meeste_kolommen} kolommen.",
                nu="bewaar alleen het deel dat nodig is",
            )
        vellen.append(_vel(blad, formules[blad.title]))
    return tuple(vellen)


def _geen_blad(naam: str) -> ClmFout:
    return ClmFout(f"{naam} is geen werkblad dat te lezen is.", nu="sla het op als .xlsx of .csv")


def _veilig(naam: str, inhoud: bytes) -> None:
    """Refuse what is no plain xlsx before anything unpacks it."""
    if inhoud.startswith(_OUD_OF_OP_SLOT):
        raise ClmFout(
            f"{naam} is een oud .xls-bestand of heeft een wachtwoord.",
            nu="sla het zonder wachtwoord op als .xlsx",
        )
    try:
        with open_pak(inhoud) as archief:
            delen = archief.infolist()
            if sum(deel.file_size for deel in delen) > UITGEPAKT:
                raise ClmFout(
                    f"{naam} is uitgepakt groter dan {UITGEPAKT >> 20} MB.",
                    nu="bewaar alleen het blad dat nodig is",
                )
            for deel in delen:
                _deel(naam, archief.read(deel))
    except NIET_UIT_TE_PAKKEN:  # damaged in whichever way: it is no sheet that can be read
        raise _geen_blad(naam) from None


def _deel(naam: str, inhoud: bytes) -> None:
    """Refuse a part in which more is than a sheet that somebody filled in has."""
    aantal, formules, formule = Counter[str](), Counter[str](), ""
    try:
        for merk, woorden, tekst in merken(inhoud):
            if formule and merk is None:
                formules[formule] += len(tekst)
            if merk is None or woorden is None:
                continue
            formule = woorden.get("si", "") if merk == "f" else ""
            if not formule and merk in _VAN_CELLEN:
                continue
            soort = merk if formule or merk in _TELT else _REST
            aantal["formules"] += formules[formule]
            erbij = len(woorden) if soort is _REST else woorden.get("sqref", "").count(" ")
            aantal[soort] += 1 + erbij
            if gebied := _GEBIEDEN.get(merk):
                aantal[gebied] += _oppervlak(woorden.get("ref", "")) or 1
            _grens(naam, aantal, gebied or ("formules" if formule else soort))
    except EigenRegelsError:
        raise ClmFout(
            f"{naam} bevat eigen XML-aanwijzingen en wordt niet gelezen.",
            nu="open het in een spreadsheet en sla het opnieuw op",
        ) from None
    except TeVeelMerkenError:
        raise ClmFout(f"{naam} heeft meer dan {_TE_VEEL}.", nu=_DEEL) from None
    except GeenXmlError:  # a picture; of the sheet itself the library says so
        return


def _grens(naam: str, aantal: Counter[str], merk: str) -> None:
    """Refuse as soon as there is one too many."""
    meeste, tekst, nu = _GRENZEN.get(merk, (UITGEPAKT, "", ""))
    if aantal[merk] > meeste:
        raise ClmFout(f"{naam} heeft meer dan {tekst}.", nu=nu)


_REST = "rest"
_DEEL = "bewaar alleen het deel dat nodig is"
_TE_VEEL = f"{MEESTE} rijen of {10 * MEESTE} cellen"
_KAAL = "plak de waarden zonder opmaak in een nieuw werkblad"
_REGELS = (MEESTE // 4, f"{MEESTE // 4} regels voor opmaak of invoer", _KAAL)
_GEBIEDEN = {"mergeCell": "samen", "hyperlink": "koppelingen"}
"""Marks that are about an area: the library makes every cell of it."""
_GRENZEN = {
    "row": (MEESTE, _TE_VEEL, _DEEL),
    "c": (10 * MEESTE, _TE_VEEL, _DEEL),
    "samen": (
        10 * MEESTE,
        f"{10 * MEESTE} samengevoegde cellen",
        f"hef de samenvoeging op, of {_DEEL}",
    ),
    # each way to look is read
    "xf": (
        _OPMAKEN,
        f"{_OPMAKEN} soorten opmaak",
        _KAAL,
    ),
    "koppelingen": (MEESTE, f"{MEESTE} cellen met een koppeling", _KAAL),
    # the library makes much of each of these, and nothing of them is asked
    **dict.fromkeys(("conditionalFormatting", "cfRule", "dataValidation"), _REGELS),
    **dict.fromkeys(("protectedRange", "inputCells", "filter", "ext", "brk"), _REGELS),
    # of what is no sheet the library keeps every mark, and what it says
    _REST: (10 * MEESTE, f"{10 * MEESTE} gegevens over opmaak", _KAAL),
    # a formula that cells share is worked out for each of them
    "formules": (50 * MEESTE, f"{50 * MEESTE} tekens aan gedeelde formules", _KAAL),
    **dict.fromkeys(("r", "rPh"), (MEESTE, f"{MEESTE} stukjes tekst met een eigen opmaak", _KAAL)),
}
"""By mark: how many there may be, what too many is called, and what helps."""
_TELT = _GRENZEN.keys() | _GEBIEDEN.keys()
_VAN_CELLEN = ("v", "f", "is", "t", "si")
"""Marks that go with a cell or its text, of which there are as many."""


def _oppervlak(samen: str) -> int:
    """How many cells were merged into one."""
    gelezen = _SAMEN.fullmatch(samen)
    if gelezen is None:
        return 0
    links, boven, rechts, onder = gelezen.groups()
    return (kolom_van(rechts) - kolom_van(links) + 1) * (int(onder) - int(boven) + 1)


def _vel(waarden: Worksheet, formules: Worksheet) -> Vel:
    """One sheet; a cell merged over several rows counts in each of them."""
    samen = {
        (rij, bereik.min_col): bereik.min_row
        for bereik in waarden.merged_cells.ranges
        for rij in range(bereik.min_row, bereik.max_row + 1)
    }
    rijen: dict[int, tuple[str, ...]] = {}
    onleesbaar: dict[tuple[int, int], str] = {}
    weg = _verborgen_kolommen(waarden)
    for nummer in range(1, waarden.max_row + 1):
        teksten = []
        for kolom in range(1, waarden.max_column + 1):
            plek = (samen.get((nummer, kolom), nummer), kolom)
            try:
                teksten.append(_tekst(waarden.cell(*plek), formules.cell(*plek).value))
            except _Onleesbaar as fout:
                teksten.append("?")
                onleesbaar[nummer, kolom - 1] = str(fout)
            reden = _niet_te_zien(waarden, waarden.cell(*plek), nummer, kolom_weg=kolom in weg)
            if teksten[-1] and reden:
                onleesbaar[nummer, kolom - 1] = reden
        rijen[nummer] = tuple(teksten)
    return Vel(waarden.title, rijen, onleesbaar)


def _verborgen_kolommen(blad: Worksheet) -> frozenset[int]:
    """The columns that nobody sees; one entry in the file may hide several."""
    return frozenset(
        nummer
        for breedte in blad.column_dimensions.values()
        if breedte.hidden
        for nummer in range(breedte.min or 0, (breedte.max or 0) + 1)
    )


def _niet_te_zien(
    blad: Worksheet, cel: Cell | MergedCell, rij: int, *, kolom_weg: bool
) -> str | None:
    """Why who filled in the sheet does not see a value, or did not want it; None where he does."""
    if blad.row_dimensions[rij].hidden:
        return "de rij is verborgen of weggefilterd: toon haar, of haal haar weg"
    if kolom_weg:
        return "de kolom is verborgen: toon haar, of haal haar weg"
    doorgehaald = cel.font is not None and cel.font.strike
    return "de waarde is doorgehaald: haal haar weg, of de streep" if doorgehaald else None


def _tekst(cel: Cell | MergedCell, formule: Any) -> str:
    """The text of a cell as a person reads it; a percentage with its sign, a day as in a file."""
    waarde: Any = cel.value
    if cel.data_type == "e":
        raise _Onleesbaar(f"de cel geeft een fout ({waarde})")
    if waarde is None:
        if not isinstance(formule, str) or not formule.startswith("="):
            return ""
        if re.match(r"=\s*HYPERLINK\(", formule, re.IGNORECASE):
            return formule
        raise _Onleesbaar("de uitkomst van de formule is niet bewaard; sla het blad opnieuw op")
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, datetime):
        return f"{waarde:%Y-%m-%d}" if waarde.time() == time() else f"{waarde:%Y-%m-%d %H:%M}"
    if isinstance(waarde, time):
        return waarde.isoformat("minutes")
    if isinstance(waarde, (int, float)):
        return _getal(waarde, str(cel.number_format))
    return str(waarde).strip()


def _getal(waarde: float, vorm: str) -> str:
    """A number without what a computer adds to it; open to one reading only."""
    exact = Decimal(repr(waarde))
    if not exact.is_finite():
        raise _Onleesbaar("het getal is te groot")
    if "%" in vorm:
        return f"{schrijf_getal(_kort(exact * 100))} %"
    return schrijf_getal(_kort(exact))


def _kort(waarde: Decimal) -> Decimal:
    """At most twelve digits, so that 0.1 + 0.2 is 0.3, and no noughts at the end."""
    afgerond = Decimal(f"{waarde:.12g}").normalize()
    return afgerond.quantize(Decimal(1)) if afgerond == afgerond.to_integral() else afgerond
