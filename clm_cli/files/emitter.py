"""Floor 6, emitter: a tree of text becomes YAML that reads back as that very tree, or nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from clm_cli.files.boomlezer import Boom
from clm_cli.files.gate import lees
from clm_cli.meldingen import Ernst, Geweigerd

_GEWOON = re.compile(
    r"[A-Za-z0-9À-ÿ(€][^\n\r\t#:\"'{}\[\],&*!|"
    r">%@`\\]*(?:[:,#'](?=[^\s,\]}])[^\n\r\t#:\"'{}\[\],&*!|>%@`\\]*)*"
)
"""Text that needs no quotes: no sign in it that YAML could read otherwise."""
_IN_RIJ = re.compile(r"[A-Za-z0-9._/-]+")
_BREED = 100


def schrijf_yaml(boom: Mapping[str, object]) -> bytes:
    """The bytes of a new file.

    Raises ClmFout, naming the place, when a text cannot be kept as it is.
    """
    kaal = zonder_leegte(boom)
    inhoud = ("\n".join(blok(kaal)) + "\n").encode("utf-8", "surrogatepass")
    gelezen = lees(inhoud, "(nieuw)")
    fouten = [m for m in gelezen.meldingen if m.ernst is Ernst.FOUT]
    if fouten or gelezen.boom != kaal:
        waar = ".".join(map(str, fouten[0].plek.sleutel)) if fouten and fouten[0].plek else ""
        wat = fouten[0].tekst if fouten else "een tekst kan zo niet worden bewaard"
        raise Geweigerd(
            f"{f'{waar}: ' if waar else ''}{wat}",
            nu=(fouten[0].nu if fouten else None) or "typ haar opnieuw, zonder bijzondere tekens",
        )
    return inhoud


def zonder_leegte(boom: object) -> Any:
    """The tree without empty lists, mappings and values, at any depth."""
    if isinstance(boom, Mapping):
        rijen = {str(naam): zonder_leegte(waarde) for naam, waarde in boom.items()}
        return {naam: waarde for naam, waarde in rijen.items() if waarde not in (None, [], {})}
    if isinstance(boom, (list, tuple)):
        return [deel for deel in map(zonder_leegte, boom) if deel not in (None, [], {})]
    return boom


def blok(boom: Boom, diep: int = 0) -> list[str]:
    """The lines of a mapping or list in block style, indented by `diep` spaces."""
    ruimte = " " * diep
    if isinstance(boom, Mapping):
        return [
            regel
            for naam, waarde in boom.items()
            for regel in _veld(ruimte, scalair(naam), waarde, diep)
        ]
    regels: list[str] = []
    for deel in boom:
        if isinstance(deel, (Mapping, list)):
            eerste, *rest = blok(deel, diep + 2)
            regels += [f"{ruimte}- {eerste[diep + 2 :]}", *rest]
        else:
            regels += _tekst(f"{ruimte}-", deel, diep)
    return regels


def _veld(ruimte: str, naam: str, waarde: Boom, diep: int) -> list[str]:
    if isinstance(waarde, list):
        woorden = [deel for deel in waarde if isinstance(deel, str) and _IN_RIJ.fullmatch(deel)]
        rij = f"{ruimte}{naam}: [{', '.join(woorden)}]"
        if len(woorden) == len(waarde) and len(rij) <= _BREED:
            return [rij]
    if isinstance(waarde, (Mapping, list)):
        return [f"{ruimte}{naam}:", *blok(waarde, diep + 2)]
    return _tekst(f"{ruimte}{naam}:", waarde, diep)


def _tekst(begin: str, tekst: str, diep: int) -> list[str]:
    if "\n" in tekst and _als_blok(tekst):
        teken = "|" if tekst.endswith("\n") else "|-"
        ruimte = " " * (diep + 2)
        return [
            f"{begin} {teken}",
            *(
                f"{ruimte}{regel}" if regel else ""
                for regel in tekst.removesuffix("\n").split("\n")
            ),
        ]
    return [f"{begin} {scalair(tekst)}"]


def _als_blok(tekst: str) -> bool:
    """Whether a text of more lines can be a literal block: nothing that such a block would lose."""
    regels = tekst.removesuffix("\n").split("\n")
    glad = (
        all(regel == regel.rstrip() and "\t" not in regel for regel in regels)
        and bool(regels[0])
        and bool(regels[-1])
    )
    return (
        glad
        and not regels[0].startswith(" ")
        and "\r" not in tekst
        and not re.search(r"^(<{7}|={7}|>{7}|\|{7})", tekst, re.MULTILINE)
    )


def scalair(tekst: str) -> str:
    """One text on one line: plain where that is safe, else between double quotes."""
    if (
        _GEWOON.fullmatch(tekst)
        and tekst == tekst.strip()
        and " #" not in tekst
        and ": " not in tekst
        and not tekst.endswith(":")
    ):
        return tekst
    veilig = (
        tekst.replace("\\", "\\\\")
        .replace('"', '\\"')
        .replace("\n", "\\n")
        .replace("\t", "\\t")
        .replace("\r", "\\r")
    )
    return f'"{veilig}"'


def stroom(boom: Boom) -> str:
    """A value in flow style, for inside brackets."""
    if isinstance(boom, Mapping):
        return (
            "{"
            + ", ".join(f"{scalair(naam)}: {stroom(waarde)}" for naam, waarde in boom.items())
            + "}"
        )
    if isinstance(boom, list):
        return "[" + ", ".join(map(stroom, boom)) + "]"
    return boom if _IN_RIJ.fullmatch(boom) else scalair("\n" + boom).replace("\\n", "", 1)
