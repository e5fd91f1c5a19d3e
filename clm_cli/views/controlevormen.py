"""Floor 6, controlevormen: what a check found, in the forms that other tools read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping

from clm_cli import __version__
from clm_cli.meldingen import Ernst, Melding
from clm_cli.views.controle import Controle
from clm_cli.views.meldingen import gesorteerd
from clm_cli.views.opmaak import Gegevens

_GITHUB = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.INFO: "notice"}
_SARIF = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.INFO: "note"}
_GITLAB = {Ernst.FOUT: "major", Ernst.WAARSCHUWING: "minor", Ernst.INFO: "info"}
_KAAL = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./")
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ELDERS = "organisatie.yaml"
"""The file at which something of the whole register is shown, where a file has to be named."""


def zin(melding: Melding) -> str:
    """What is wrong, why, and what helps, on one line."""
    delen = [melding.tekst, *(f"omdat: {reden.tekst}" for reden in melding.omdat)]
    delen += [f"grond: {melding.grond}"] if melding.grond else []
    delen += [f"nu: {melding.nu}"] if melding.nu else []
    return " - ".join(" ".join(deel.split()) for deel in delen)


def _plek(blad: Controle, melding: Melding, voor: str) -> tuple[str, int, int]:
    """The file from the top of the repository, the line and the column."""
    if melding.plek is None:
        return voor + _ELDERS, 1, 1
    return voor + melding.plek.pad, *(blad.plaats(melding.plek) or (1, 1))


def als_github(blad: Controle, voor: str) -> str:
    """Annotations on the lines of a pull request."""
    uit = []
    for melding in gesorteerd(blad.meldingen, blad.plaats):
        pad, regel, kolom = _plek(blad, melding, voor)
        soort = _GITHUB[melding.ernst]
        waar = f"file={_kenmerk(pad)},line={regel},col={kolom},title={_kenmerk(melding.code)}"
        uit.append(f"::{soort} {waar}::{_tekst(zin(melding))}")
    return "\n".join(uit)


def _tekst(tekst: str) -> str:
    return tekst.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _kenmerk(tekst: str) -> str:
    return _tekst(tekst).replace(":", "%3A").replace(",", "%2C")


def als_sarif(blad: Controle, voor: str) -> str:
    """SARIF 2.1.0, for code scanning."""
    rijen = gesorteerd(blad.meldingen, blad.plaats)
    codes = sorted({melding.code for melding in rijen})
    regels = [{"id": code, "help": {"text": f"clm uitleg {code}"}} for code in codes]
    clm = {"name": "clm", "version": __version__, "rules": regels}
    loop = {
        "tool": {"driver": clm},
        "columnKind": "unicodeCodePoints",
        "results": [_resultaat(blad, melding, voor, codes) for melding in rijen],
    }
    return _json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [loop]})


def _resultaat(blad: Controle, melding: Melding, voor: str, codes: list[str]) -> Gegevens:
    pad, regel, kolom = _plek(blad, melding, voor)
    waar = {
        "artifactLocation": {"uri": _adres(pad)},
        "region": {"startLine": regel, "startColumn": kolom},
    }
    return {
        "ruleId": melding.code,
        "ruleIndex": codes.index(melding.code),
        "level": _SARIF[melding.ernst],
        "message": {"text": zin(melding)},
        "locations": [{"physicalLocation": waar}],
        "partialFingerprints": {"clm/1": _vinger(melding)},
    }


def _adres(pad: str) -> str:
    """A path as an address, in which only plain letters stand for themselves."""
    return "".join(chr(b) if b in _KAAL else f"%{b:02X}" for b in pad.encode())


def als_gitlab(blad: Controle, voor: str) -> str:
    """GitLab's code quality report."""
    gezien: dict[str, int] = {}
    rijen = []
    for melding in gesorteerd(blad.meldingen, blad.plaats):
        pad, regel, _ = _plek(blad, melding, voor)
        vinger = _vinger(melding)
        gezien[vinger] = gezien.get(vinger, 0) + 1
        rijen.append(
            {
                "description": zin(melding),
                "check_name": melding.code,
                "fingerprint": vinger if gezien[vinger] == 1 else f"{vinger}-{gezien[vinger]}",
                "severity": _GITLAB[melding.ernst],
                "location": {"path": pad, "lines": {"begin": regel}},
            }
        )
    return _json(rijen)


def _vinger(melding: Melding) -> str:
    """What makes a melding the same one after lines moved."""
    kern = "\0".join((melding.code, melding.plek.pad if melding.plek else "", melding.tekst))
    return hashlib.sha256(kern.encode()).hexdigest()


def _json(inhoud: object) -> str:
    return json.dumps(inhoud, indent=2, ensure_ascii=False)


VORMEN: Mapping[str, Callable[[Controle, str], str]] = {
    "github": als_github,
    "sarif": als_sarif,
    "gitlab": als_gitlab,
}
"""Each form by its name; the text is where the register stands in its repository."""
