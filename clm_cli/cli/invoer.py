"""Floor 7, invoer: what was said in flags, a file.

An editor or prompts becomes the tree of a fact.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clm_cli.cli.schrijven import Werk, vraag
from clm_cli.cli.uitvoer import meld, meld_fout
from clm_cli.meldingen import ClmFout, Ernst

if TYPE_CHECKING:
    from collections.abc import Callable

    from clm_cli.records.basis import Deel
    from clm_cli.records.vorm import Veld


_ENKELVOUD = {
    "bijlagen": "bijlage",
    "acties": "actie",
    "besluiten": "besluit",
    "bevindingen": "bevinding",
    "toezeggingen": "toezegging",
    "contracten": "contract",
    "gemeenten": "gemeente",
    "genodigden": "genodigde",
    "punten": "punt",
    "themas": "thema",
    "waarden": "waarde",
    "zorgvormen": "zorgvorm",
    "percelen": "perceel",
    "opties": "optie",
    "normen": "norm",
    "tekortkomingen": "tekortkoming",
    "signalen": "signaal",
    "hersteltermijnen": "hersteltermijn",
    "afwijkingen": "afwijking",
    "gronden": "grond",
    "elementen": "element",
    "oordelen": "oordeel",
    "regels": "regel",
}
"""Lists whose option, which may be given more than once, names one of them."""


def optienaam(veld: Veld) -> str:
    """The option for a field; of a list it names one item."""
    return "--" + (_ENKELVOUD.get(veld.naam, veld.naam) if veld.veel else veld.naam).replace(
        "_", "-"
    )


def als_boom(veld: Veld, waarde: Any, extra: Collection[str] = ()) -> Any:
    """A value from the command line as it stands in a file; it may be typed in any usual form."""
    is_deel = veld.deel is not None and not veld.is_stuk
    if isinstance(waarde, (list, tuple)):
        los = waarde if is_deel else [deel for een in waarde for deel in veld.gesplitst(een)]
        return [als_boom(veld, een, extra) for een in los]
    return _deel(veld, waarde, extra) if is_deel else veld.canoniek(waarde)


def _deel(veld: Veld, tekst: str, extra: Collection[str]) -> dict[str, Any]:
    """`soort=gemeente naam="Team Noord"`: the keys and values of one part.

    `extra` are keys that a command adds.
    """
    from clm_cli.records.vorm import velden

    assert veld.deel is not None
    bekend = {rij.naam: rij for rij in velden(veld.deel)}
    try:
        woorden = shlex.split(tekst)
    except ValueError:
        raise ClmFout(
            f"{optienaam(veld)}: een aanhalingsteken sluit niet.", nu=f"schrijf {_vorm(veld)}"
        ) from None
    boom: dict[str, Any] = {}
    for woord in woorden:
        sleutel, is_, waarde = woord.partition("=")
        if is_ and sleutel in extra:
            boom[sleutel] = waarde
            continue
        if not is_ or sleutel not in bekend:
            raise ClmFout(
                f"{optienaam(veld)}: '{woord}' is niet te plaatsen.", nu=f"schrijf {_vorm(veld)}"
            )
        boom[sleutel] = als_boom(
            bekend[sleutel],
            [deel.strip() for deel in waarde.split(",")] if bekend[sleutel].veel else waarde,
        )
    return boom


def _vorm(veld: Veld) -> str:
    from clm_cli.records.vorm import velden

    namen = [f"{rij.naam}=…" for rij in velden(veld.deel) if rij.verplicht] if veld.deel else []
    return f'{optienaam(veld)} "{" ".join(namen)}"'


def lees_invoer(bestand: str) -> dict[str, Any]:
    """The tree in a file, or on stdin for `-`; raises ClmFout with the places of what is wrong."""
    from clm_cli.files.gate import lees, lees_bestand

    gelezen = (
        lees(sys.stdin.buffer.read(), "(invoer)")
        if bestand == "-"
        else lees_bestand(Path(bestand), bestand)
    )
    fouten = tuple(m for m in gelezen.meldingen if m.ernst is Ernst.FOUT)
    if gelezen.boom is None or fouten:
        raise ClmFout(
            (
                f"{'De invoer' if bestand == '-' else bestand} is niet te lezen; er is niets "
                "geschreven."
            ),
            meldingen=fouten,
        )
    return gelezen.boom


def vraag_ontbrekend(model: type[Deel], boom: dict[str, Any]) -> None:
    """Ask for the required fields that are still empty; off a terminal, refuse and name them."""
    from clm_cli.records.vorm import velden

    leeg = [veld for veld in velden(model) if veld.verplicht and veld.naam not in boom]
    if leeg and not sys.stdin.isatty():
        nodig = "; ".join(f"{optienaam(veld)} ({_uitleg(veld)})" for veld in leeg)
        raise ClmFout(
            f"Dit ontbreekt nog: {nodig}. Er is niets geschreven.",
            nu="geef het als optie, met --bestand, of open de editor met --editor",
        )
    for veld in leeg:
        meld(f"{veld.naam}: {_uitleg(veld)}")
        antwoord = vraag("> ").strip()
        if antwoord:
            boom[veld.naam] = als_boom(
                veld,
                [deel.strip() for deel in antwoord.split(",")]
                if veld.veel and veld.deel is None
                else [antwoord]
                if veld.veel
                else antwoord,
            )


def _uitleg(veld: Veld) -> str:
    keuzes = (
        f" Kies uit: {', '.join(veld.keuzes)}."
        if veld.keuzes
        else f" Zoals {veld.voorbeeld}."
        if veld.voorbeeld and "tekst" not in veld.voorbeeld
        else ""
    )
    return (veld.uitleg.rstrip(".") + "." + keuzes).rstrip(".")


def geraamte(model: type[Deel], boom: Mapping[str, Any], kop: str) -> str:
    """A filled-in skeleton for the editor.

    What is known, then the other fields as comments with their meaning.
    """
    from clm_cli.files.emitter import schrijf_yaml
    from clm_cli.records.vorm import velden

    regels = [f"# {regel}" for regel in kop.splitlines()]
    regels += ["# Regels met # ervoor tellen niet mee. Haal het hekje weg bij wat u invult.", ""]
    for veld in velden(model):
        regels.append(f"# {_uitleg(veld)}{' (verplicht)' if veld.verplicht else ''}")
        if veld.naam in boom and boom[veld.naam] not in (None, [], {}):
            regels += schrijf_yaml({veld.naam: boom[veld.naam]}).decode().rstrip("\n").split("\n")
        elif veld.deel is not None and not veld.is_stuk:
            regels += _deelgeraamte(veld)
        else:
            regels.append(
                f"{'' if veld.verplicht else '# '}{veld.naam}: {'[]' if veld.veel else ''}".rstrip()
            )
        regels.append("")
    return "\n".join(regels)


def _deelgeraamte(veld: Veld) -> list[str]:
    from clm_cli.records.vorm import velden

    assert veld.deel is not None
    regels = [f"# {veld.naam}:"]
    for plaats, rij in enumerate(velden(veld.deel)):
        streep = "- " if veld.veel and plaats == 0 else "  " if veld.veel else ""
        keuzes = (
            f"   # {' | '.join(rij.keuzes)}"
            if rij.keuzes
            else f"   # {rij.voorbeeld}"
            if rij.voorbeeld
            else ""
        )
        regels.append(f"#   {streep}{rij.naam}:{keuzes}")
    return regels


def in_editor(
    werk: Werk, naam: str, tekst: str, verwerk: Callable[[Mapping[str, Any]], int]
) -> int:
    """Open the editor until the result is right, or nothing was changed.

    What was typed stays in `.clm/concepten`.
    """
    from clm_cli.cli.programma import bewerk
    from clm_cli.files.opslag import bewaar_concept

    werk.in_editor = True
    pad = bewaar_concept(werk.wortel, naam, tekst)
    vorige = tekst
    while True:
        bewerk(pad)
        getypt = pad.read_text(encoding="utf-8", errors="replace")
        if getypt == vorige:
            raise ClmFout(
                "Er is niets gewijzigd; er is niets geschreven.", nu=f"uw tekst staat nog in {pad}"
            )
        try:
            uit = verwerk(lees_invoer(str(pad)))
        except ClmFout as fout:
            meld_fout(fout)
            kaal = "\n".join(regel for regel in getypt.split("\n") if not regel.startswith("#! "))
            bericht = [
                f"{m.plek.regel or 1 if m.plek else 1}: {m.tekst}" for m in fout.meldingen
            ] + [fout.tekst]
            vorige = "\n".join(
                [*(f"#! {regel}" for tekst in bericht for regel in tekst.splitlines()), kaal]
            )
            pad.write_text(vorige, encoding="utf-8")
            if not sys.stdin.isatty():
                raise ClmFout(
                    "Er is niets geschreven.",
                    nu=f"uw tekst is bewaard in {pad}; geef die met --bestand",
                ) from None
            continue
        pad.unlink(missing_ok=True)
        return uit
