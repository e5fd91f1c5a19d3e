"""Floor 7, invoer: a file that a person filled in is read, and what was typed is kept."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, BinaryIO

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.commands.werk import Werk
from clm_cli.deur import lees_genoemd, lees_waar, plek_in
from clm_cli.files.emitter import schrijf_yaml
from clm_cli.files.gate import GROOTST, lees, lees_uit
from clm_cli.files.schijf import CONCEPTEN, bewaar_concept, herschrijf_concept
from clm_cli.meldingen import ClmFout, Ernst, Geweigerd, oorzaak
from clm_cli.persoonsgegevens import gevonden_bsn
from clm_cli.records.basis import Deel
from clm_cli.records.vorm import Veld, velden
from clm_cli.woorden import kort

_WERKBLAD = (
    "een werkblad",
    advies(
        "cijfers leest {cijfers}; aanbieders en contracten: {nieuw}",
        cijfers=opdracht("cijfers", "inlezen", "BESTAND"),
        nieuw=opdracht("nieuw", uit="BESTAND"),
    ),
)
_ELDERS: dict[str, tuple[str, Advies]] = {
    **dict.fromkeys((".csv", ".xls", ".xlsx"), _WERKBLAD),
    ".docx": (
        "een Word-bestand",
        opdracht("gesprek", "gehouden", "DOSSIER", "GESPREK", word="BESTAND"),
    ),
    ".eml": ("een mail", opdracht("noteer", "DOSSIER", mail="BESTAND")),
}
"""What people give that is no YAML, by the end of its name, and the command that reads it."""


def lees_invoer(bestand: str, wortel: Path | None = None) -> dict[str, Any]:
    """The tree in a file, or on stdin for `-`; raises ClmFout with the places of what is wrong.

    A draft is read in its register (`wortel`), and a file of the user's wherever it is.
    """
    _weiger_ander(bestand)
    bron = partial(lees_waar, wortel) if wortel else lees_genoemd
    gelezen = (
        lees(_alles(sys.stdin.buffer), "(invoer)")
        if bestand == "-"
        else lees_uit(partial(bron, Path(bestand)), bestand)
    )
    fouten = tuple(m for m in gelezen.meldingen if m.ernst is Ernst.FOUT)
    if gelezen.boom is None or fouten:
        naam = "De invoer" if bestand == "-" else bestand
        raise Geweigerd(f"{naam} is niet te lezen", meldingen=fouten)
    return gelezen.boom


def _weiger_ander(bestand: str) -> None:
    """Refuse what is no YAML by its name, and say what reads it."""
    if ander := _ELDERS.get(Path(bestand).suffix.lower()):
        wat, nu = ander
        raise Geweigerd(f"{kort(bestand)} is {wat}; --bestand leest YAML.", nu=nu)


def ruim_concept_op(wortel: Path, ingevuld: Iterable[str]) -> None:
    """Take away the draft that was written from; a file of the user's own stays."""
    for bestand in ingevuld:
        pad = Path(bestand)
        if pad.parent.resolve() == (wortel / CONCEPTEN).resolve():
            with contextlib.suppress(OSError), plek_in(wortel, f"{CONCEPTEN}/{pad.name}") as plek:
                plek.haal_weg()


@cache
def _alles(stroom: BinaryIO) -> bytes:
    """The input, which can be read once; a byte more than may be is enough to refuse it."""
    return stroom.read(GROOTST + 1)


def lees_tekst(werk: Werk, pad: Path) -> str:
    """What was typed in an editor."""
    try:
        return lees_waar(werk.wortel, pad, GROOTST).decode("utf-8", "replace")
    except OSError as fout:
        raise Geweigerd(
            f"Na de editor is {pad} niet te lezen: {oorzaak(fout)}",
            nu="geef het als optie, met --bestand, of open de editor met --editor",
        ) from None


def als_yaml(boom: Mapping[str, object]) -> str:
    """A tree as it stands in a file."""
    return schrijf_yaml(boom).decode()


def bewaar_tekst(werk: Werk, naam: str, tekst: str, *, eigen: bool = True) -> Path:
    """A draft; on trial beside the register, which stays as it was."""
    if werk.proef:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix=f"{naam}-proef-", suffix=".yaml", delete=False
        ) as bestand:
            bestand.write(tekst)
        return Path(bestand.name)
    return bewaar_concept(werk.wortel, naam, tekst, eigen=eigen)


def herschrijf(werk: Werk, pad: Path, tekst: str) -> None:
    """Write a draft anew; when that cannot be, what was typed is still there."""
    with contextlib.suppress(OSError):
        if werk.proef:
            pad.write_text(tekst, encoding="utf-8")
        else:
            herschrijf_concept(werk.wortel, pad.name, tekst)


def haal_weg(werk: Werk, pad: Path) -> None:
    """Take a draft away; one too many hurts nobody."""
    wortel, naam = (
        (pad.parent, pad.name) if werk.proef else (werk.wortel, f"{CONCEPTEN}/{pad.name}")
    )
    with contextlib.suppress(OSError), plek_in(wortel, naam) as plek:
        plek.haal_weg()


def bewaar(werk: Werk, naam: str, boom: Mapping[str, object]) -> str | None:
    """Keep what was typed in a draft, and say so; None where it cannot or may not be kept.

    What may not be in the register may not be in a draft of it: of a text with a bsn the rest is
    kept.
    """
    tekst, zonder = als_yaml(boom), ""
    if gevonden_bsn(tekst):
        tekst, zonder = als_yaml(_zonder_bsn(boom)), ", zonder de tekst met het nummer,"
    if not tekst.strip("{}\n") or gevonden_bsn(tekst):
        return None
    try:
        pad = bewaar_tekst(werk, naam, tekst, eigen=False)
    except (ClmFout, OSError):
        return None
    return f"uw invoer is{zonder} bewaard in {pad}"


def _zonder_bsn(boom: Mapping[str, object]) -> dict[str, object]:
    """The same without each text in which a bsn stands, and without what is then empty."""
    kaal = {naam: _kaal(waarde) for naam, waarde in boom.items() if not gevonden_bsn(naam)}
    return {naam: waarde for naam, waarde in kaal.items() if waarde not in (None, [], {})}


def _kaal(waarde: object) -> object:
    if isinstance(waarde, Mapping):
        return _zonder_bsn(waarde)
    if isinstance(waarde, (list, tuple)):
        return [kaal for een in waarde if (kaal := _kaal(een)) not in (None, [], {})]
    return None if gevonden_bsn(str(waarde)) else waarde


def leeg(veld: Veld) -> list[str]:
    """The lines of a field that nobody filled in: a comment where it may be left out."""
    if veld.deel is None or veld.is_stuk:
        hekje = "" if veld.verplicht else "# "
        return [f"{hekje}{veld.naam}: {'[]' if veld.veel else ''}".rstrip()]
    regels = [f"# {veld.naam}:"]
    for plaats, rij in enumerate(velden(veld.deel)):
        streep = "- " if veld.veel and plaats == 0 else "  " if veld.veel else ""
        keuzes = " | ".join(rij.keuzes) or rij.voorbeeld
        regels.append(f"#   {streep}{rij.naam}:{f'   # {keuzes}' if keuzes else ''}")
    return regels


def nog_mogelijk(model: type[Deel], boom: Mapping[str, object]) -> str:
    """What a card may hold besides what was said, as comments below it."""
    regels: list[str] = []
    for veld in velden(model):
        if veld.naam not in boom:
            kies = f" Kies uit: {', '.join(veld.keuzes)}." if veld.keuzes else ""
            regels += ["", f"# {veld.uitleg}{kies}", *leeg(veld)]
    return "\n".join(["", "# Haal het hekje weg bij wat u invult.", *regels, ""])
