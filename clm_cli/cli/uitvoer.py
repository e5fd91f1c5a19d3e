"""Floor 8, uitvoer: the one room that prints: results on stdout, the rest on stderr."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Protocol, TextIO

from clm_cli.cli.omgeving import Omgeving
from clm_cli.cli.voortgang import rijk_van
from clm_cli.meldingen import ClmFout, Plek
from clm_cli.persoonsgegevens import gemaskeerd
from clm_cli.tijd.datum import datum_lang
from clm_cli.woorden import ONZICHTBAAR, zichtbaar

BREEDST, SMALST = 100, 60
"""The columns of a page, whatever the terminal."""
GEDAAN, GEVONDEN, GEWEIGERD, NIET_AF, FOUT_IN_CLM, AFGEBROKEN = 0, 1, 2, 3, 70, 130
"""The exit codes: done; a check found something; refused or impossible; written, but not all that
had to follow was done; a bug in clm; interrupted."""


def breedte() -> int:
    """The columns to write in: those of the terminal, at most 100."""
    try:
        kolommen = int(
            os.environ.get("COLUMNS") or os.get_terminal_size(sys.stdout.fileno()).columns
        )
    except (OSError, ValueError):
        kolommen = BREEDST
    return max(SMALST, min(BREEDST, kolommen))


class OnschrijfbaarError(Exception):
    """The result could not be printed: a full disk, or no place to print to."""


class OngezegdError(Exception):
    """What was written could not be told; it holds the names of the files."""


def zeg(tekst: str) -> None:
    """Print a result.

    Raises BrokenPipeError when nobody reads on, and OnschrijfbaarError when it cannot be written.
    """
    _schrijf(zichtbaar(tekst).rstrip("\n") + "\n")


def kleur() -> bool:
    """Whether to print bold, dim and red: only on a terminal, never when NO_COLOR is set."""
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def druk(bladzijde: str) -> None:
    """A page that `views` laid out: its texts are visible already, and it may hold styles."""
    _schrijf(bladzijde.rstrip("\n") + "\n")


def lees_voor(markdown: str) -> None:
    """A text in Markdown: laid out on a terminal, and as it is everywhere else."""
    if not kleur():
        zeg(markdown)
        return
    rijk = rijk_van()
    rijk.Console(width=breedte(), highlight=False).print(rijk.Markdown(zichtbaar(markdown)))


def lees_voor_of_json(om: Omgeving, naam: str, markdown: str) -> None:
    """A document to read: laid out, or as JSON when that was asked."""
    mist = _mist()
    if om.json:
        zeg_json(naam, {"tekst": markdown}, mist=mist)
    else:
        lees_voor(f"{markdown}\n\n{_NIET_GELEZEN.format(_op_rij(mist))}" if mist else markdown)


class Leesbaar(Protocol):
    """A register, of which is known what could not be read."""

    @property
    def kapot_gebleken(self) -> tuple[str, ...]:
        """Of what was looked at until now."""


_NIET_GELEZEN = "Niet gelezen, dus hier niet meegeteld: {} (clm controleer)."
_GELEZEN: list[Leesbaar] = []
"""The register that this command is about, when it has one."""


def onvolledig(*registers: Leesbaar) -> None:
    """The register of which each page says what could not be read and bears on it."""
    _GELEZEN[:] = registers


def _papier(breed: int, *, kleur: bool = False) -> Any:
    from clm_cli.views import opmaak  # a term, an error or a short message needs no page

    return opmaak.Papier(breed, kleur)


def toon(om: Omgeving, naam: str, blad: Any, view: Any) -> None:
    """A report value as text, or as JSON when that was asked; `view` is its module."""
    if om.json:
        gegevens = view.als_json(blad)
        zeg_json(naam, gegevens, mist=_mist())  # a page reads what it is asked for, so after it
        return
    papier = _papier(breedte(), kleur=kleur())
    bladzijde = view.toon(blad, papier)
    if _ongezegd(mist := _mist(), bladzijde):
        tekst = _NIET_GELEZEN.format(_op_rij(mist))
        bladzijde = "\n".join([bladzijde.rstrip("\n"), "", *papier.alinea(tekst)])
    druk(bladzijde)


def _mist() -> list[str]:
    """What could not be read of all that was looked at for this answer."""
    return [pad for r in _GELEZEN for pad in r.kapot_gebleken]


def _ongezegd(mist: Iterable[str], tekst: str) -> list[str]:
    """Those that a text does not name; the folder of the register itself has no name."""
    return [pad for pad in mist if pad == "." or pad not in tekst]


def _op_rij(mist: Iterable[str]) -> str:
    return ", ".join("de map van het register" if pad == "." else pad for pad in mist)


def toon_controle(om: Omgeving, naam: str, blad: Any, view: Any) -> int:
    """What a check found, in the same way, with the exit code that tells whether all is well."""
    toon(om, naam, blad, view)
    return GEDAAN if blad.goed else GEVONDEN


def _schrijf(tekst: str) -> None:
    try:
        sys.stdout.write(tekst)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as fout:
        raise OnschrijfbaarError from fout


def meld(tekst: str) -> None:
    """Anything that is not the result; where nobody can read it, it is not said."""
    with contextlib.suppress(OSError):
        sys.stderr.write(gewikkeld(zichtbaar(tekst).rstrip("\n"), sys.stderr) + "\n")


def gewikkeld(tekst: str, naar: TextIO) -> str:
    """The same on a terminal broken between words, each line under its own beginning."""
    regels = tekst.split("\n")
    if not naar.isatty() or max(map(len, regels)) <= (breed := breedte()):
        return tekst
    papier = _papier(breed)
    inspring = [len(regel) - len(regel.lstrip(" ")) for regel in regels]
    delen = (papier.alinea(r.strip(), n) for r, n in zip(regels, inspring, strict=True))
    return "\n".join(regel for deel in delen for regel in deel or [""])


def meld_fout(fout: ClmFout) -> None:
    """Why a request is refused: where it went wrong, what is wrong, and what helps.

    What was typed may be client data, which is shown nowhere.
    """
    for melding in fout.meldingen:
        waar = f"{melding.plek.in_woorden}: " if melding.plek else ""
        nu = f" - {melding.nu}" if melding.nu and melding.nu != fout.nu else ""
        meld(gemaskeerd(f"{waar}{melding.code} {melding.tekst}{nu}"))
    meld(gemaskeerd(fout.tekst))
    if mist := _ongezegd(_mist(), fout.tekst):
        meld(f"Niet gelezen: {_op_rij(mist)} (clm controleer); daar kan het aan liggen.")
    if fout.nu:
        meld(gemaskeerd(f"  nu: {fout.nu}"))


def zeg_fout_json(fout: ClmFout, uitkomst: int) -> None:
    """The same for a program: with the exit code, each melding with its code and place."""
    meldingen = [
        {
            "code": melding.code,
            "plek": _plek(melding.plek),
            "tekst": gemaskeerd(melding.tekst),
            "nu": melding.nu and gemaskeerd(melding.nu),
        }
        for melding in fout.meldingen
    ]
    gegevens = {
        "uitkomst": uitkomst,
        "tekst": gemaskeerd(fout.tekst),
        "nu": fout.nu and gemaskeerd(fout.nu),
        "meldingen": meldingen,
    }
    zeg_json("fout", gegevens, mist=_mist())


def _plek(plek: Plek | None) -> dict[str, object] | None:
    if plek is None:
        return None
    return {"bestand": plek.pad, "regel": plek.regel, "kolom": plek.kolom}


def zeg_json(naam: str, gegevens: object, versie: int = 1, *, mist: Sequence[str] = ()) -> None:
    """A result as JSON in its envelope; dates as 2026-05-04, amounts and figures as text.

    `mist` are the files that could not be read.
    """
    import json

    omslag = {"schema": f"clm.{naam}/{versie}", "gegevens": gegevens}
    omslag |= {"niet_gelezen": list(mist)} if mist else {}
    tekst = json.dumps(omslag, indent=2, ensure_ascii=False, default=_als_tekst)
    # The same characters as in `zichtbaar`, but escaped as JSON does, so that nothing is lost.
    _schrijf(ONZICHTBAAR.sub(lambda teken: json.dumps(teken[0])[1:-1], tekst) + "\n")


def _als_tekst(waarde: object) -> str:
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, Decimal):
        return str(waarde)
    raise TypeError(f"{type(waarde).__name__} has no form in JSON")


def banier(omgeving: Omgeving) -> None:
    """Say that today is not today."""
    if omgeving.voorbeeld:
        dag = datum_lang(omgeving.vandaag)
        meld(f"Dit verzonnen voorbeeld speelt op {dag}; --vandaag kiest een andere dag.")
    elif omgeving.vandaag_gezet:
        meld(f"Let op: clm rekent alsof het {datum_lang(omgeving.vandaag)} is.")
