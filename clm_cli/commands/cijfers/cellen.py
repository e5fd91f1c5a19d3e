"""Floor 7, cellen: one figure out of the cells it was written in, or why it cannot be one."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from clm_cli.derivations.metingen import PROCENT, aandeel
from clm_cli.meldingen import Plek
from clm_cli.records.cijfers import Kpi, Waarde
from clm_cli.rules.cijfers import (
    percentage_buiten_bereik,
    teller_past_niet_bij_noemer,
    waarde_is_niet_teller_door_noemer,
)
from clm_cli.tijd.datum import getal
from clm_cli.tijd.getal import lees_geheel, lees_getal, schrijf_getal
from clm_cli.value import value

_GEEN = re.compile(
    r"n\.?v\.?t\.?|n\.?b\.?|n/a|nnb|onbekend|niet (?:bekend|van toepassing|aangeleverd|gemeten)|"
    r"volgt(?: nog)?|pm|p\.m\.|[-–—.?x]+",
    re.IGNORECASE,
)
"""What people write where there is no figure."""
_MEESTE_DECIMALEN = 6


class Geweigerd(Exception):  # noqa: N818 - about one cell, never leaves this chapter
    """Why a cell cannot be taken over; `kolom` says which of the cells."""

    def __init__(self, tekst: str, kolom: str = "waarde") -> None:
        """The reason, in words that follow the place of the cell."""
        super().__init__(tekst)
        self.kolom = kolom


@value
class Cellen:
    """What stands in the cells of one figure."""

    waarde: str = ""
    teller: str = ""
    noemer: str = ""
    reden: str = ""

    @property
    def leeg(self) -> bool:
        """Whether nothing was filled in."""
        return not (self.waarde or self.teller or self.noemer)


@value
class Gelezen:
    """A figure as a file keeps it, and what was noticed on the way."""

    velden: dict[str, str]
    let_op: str = ""


def lees_cellen(kpi: Kpi, cellen: Cellen) -> Gelezen:
    """The fields of a figure; raises Geweigerd with the reason."""
    teller, noemer = (_telling(cellen.teller, "teller"), _telling(cellen.noemer, "noemer"))
    if (teller is None) != (noemer is None):
        raise Geweigerd(
            "van teller en noemer is er maar één", "teller" if teller is None else "noemer"
        )
    if teller is not None and noemer is not None:
        return _gedeeld(kpi, cellen, teller, noemer)
    if _GEEN.fullmatch(cellen.waarde) or _GEEN.fullmatch(cellen.teller or cellen.noemer or "0"):
        return Gelezen({"ontbreekt": cellen.reden or cellen.waarde or cellen.teller})
    waarde = _waarde(kpi, cellen.waarde)
    velden, let_op = {"waarde": schrijf_getal(waarde)}, ""
    if -int(waarde.as_tuple().exponent) > _MEESTE_DECIMALEN:  # a quotient that Excel worked out
        stap = Decimal(1).scaleb(-(1 if kpi.decimalen is None else kpi.decimalen))
        rond = waarde.quantize(stap, rounding=ROUND_HALF_UP)
        velden, let_op = {"waarde": schrijf_getal(rond)}, f"afgerond van {getal(waarde)}"
    _past(kpi, velden)
    return Gelezen(velden, let_op)


def _telling(tekst: str, kolom: str) -> int | None:
    if not tekst or _GEEN.fullmatch(tekst):
        return None
    try:
        return lees_geheel(tekst)
    except ValueError as fout:
        raise Geweigerd(str(fout), kolom) from None


def _gedeeld(kpi: Kpi, cellen: Cellen, teller: int, noemer: int) -> Gelezen:
    """Numerator and denominator count; a value beside them has to be their quotient."""
    if noemer == 0:
        if teller:
            raise Geweigerd(f"de noemer is 0 en de teller {teller}", "noemer")
        return Gelezen({"ontbreekt": cellen.reden or "0 van 0"})
    velden, let_op = {"teller": str(teller), "noemer": str(noemer)}, ""
    _past(kpi, velden)
    if cellen.waarde and not _GEEN.fullmatch(cellen.waarde):
        waarde = _waarde(kpi, cellen.waarde)
        _past(kpi, {**velden, "waarde": schrijf_getal(waarde)})
        berekend = aandeel(teller, noemer, kpi)
        if berekend is not None and waarde != berekend:
            let_op = f"de cel geeft {getal(waarde)}; teller en noemer tellen"
    return Gelezen(velden, let_op)


def _waarde(kpi: Kpi, tekst: str) -> Decimal:
    """The number in a cell, in the unit of the kpi; never in another by guess."""
    procent = tekst.rstrip().endswith("%")
    if procent and kpi.eenheid != PROCENT:
        raise Geweigerd(f"'{tekst}' is een percentage, en {kpi.titel} is in {kpi.eenheid}")
    try:
        waarde = _getal(tekst, kpi.eenheid)
    except ValueError as fout:
        raise Geweigerd(str(fout)) from None
    # 0,714 under a heading with % is 71,4 % to who formats cells, and 0,714 % to who reads it
    if kpi.eenheid == PROCENT and not procent and 0 < abs(waarde) <= 1:
        raise Geweigerd(
            f"'{tekst}' kan {getal(waarde)} % of {getal((waarde * 100).normalize() + 0)} % zijn; "
            "geef de cel de opmaak procent, of geef teller en noemer"
        )
    return waarde


def _getal(tekst: str, eenheid: str) -> Decimal:
    """A number as typed, or as Excel keeps a quotient: with more decimals than people write."""
    kaal = re.sub(r" ?%$", "", tekst.strip()) if eenheid == PROCENT else tekst.strip()
    if re.fullmatch(r"-?[0-9]{1,12}[.,][0-9]{7,}", kaal):
        return Decimal(kaal.replace(",", "."))
    return lees_getal(tekst, eenheid)


def _past(kpi: Kpi, velden: dict[str, str]) -> None:
    """What no figure can be, by the rules of the register itself."""
    rij = Waarde.model_validate({"kpi": kpi.id, "contract": "x", **_in_vorm(velden)})
    for regel in (
        percentage_buiten_bereik,
        teller_past_niet_bij_noemer,
        waarde_is_niet_teller_door_noemer,
    ):
        for melding in regel.over(rij, kpi, Plek("")):
            raise Geweigerd(f"{melding.code} {melding.tekst}")


def _in_vorm(velden: dict[str, str]) -> dict[str, object]:
    """A value with many decimals as the number it is."""
    return {naam: Decimal(tekst) if naam == "waarde" else tekst for naam, tekst in velden.items()}
