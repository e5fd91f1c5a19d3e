"""Floor 6, word: the tables of an agenda that was filled in by hand in Word.

Read back as what happened.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Any

from clm_cli.meldingen import ClmFout
from clm_cli.tijd.datum import lees_datum


def lees_agenda(
    pad: str, themas: Mapping[str, str], vragen: Mapping[str, str], mensen: Mapping[str, str]
) -> dict[str, Any]:
    """What was filled in: who was there, findings, decisions, actions.

    Titles and names lead back to their ids.

    Raises ClmFout when the file is no Word document, or none of its tables is known.
    """
    import docx

    try:
        tabellen = docx.Document(pad).tables
    except Exception:  # noqa: BLE001 - the library leaks many kinds of errors on a broken file
        raise ClmFout(
            f"{pad} is geen Word-document dat te lezen is.",
            nu="geef de .docx die clm gesprek maak agenda maakte",
        ) from None
    boom: dict[str, Any] = {}
    for tabel in tabellen:
        kop, *rijen = [[cel.text.strip() for cel in rij.cells] for rij in tabel.rows]
        gevuld = [
            dict(zip([naam.lower() for naam in kop], rij, strict=False))
            for rij in rijen
            if any(rij)
        ]
        if kop[:1] == ["thema"]:
            _bevindingen(
                boom, gevuld, themas, {titel.lower(): id_ for titel, id_ in vragen.items()}
            )
        elif kop[:1] == ["besluit"]:
            boom["besluiten"] = [
                _zonder_leeg(
                    {
                        "besluit": r["besluit"],
                        "gemandateerd": r["gemandateerd"],
                        "genomen_onder": r["genomen onder"],
                    }
                )
                for r in gevuld
            ]
        elif kop[:2] == ["wie", "namens"]:
            boom["acties"] = [_actie(rij) for rij in gevuld]
        elif kop[-1:] == ["aanwezig"]:
            _aanwezig(boom, gevuld, mensen)
    if not boom:
        raise ClmFout(
            f"In {pad} is niets ingevuld dat clm herkent.",
            nu="vul de tabellen van de agenda in en laat hun koppen staan",
        )
    return boom


def _zonder_leeg(rij: dict[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in rij.items() if waarde}


def _bevindingen(
    boom: dict[str, Any],
    rijen: list[dict[str, str]],
    themas: Mapping[str, str],
    vragen: Mapping[str, str],
) -> None:
    boom["themas"], boom["bevindingen"] = [], []
    for rij in rijen:
        thema = themas.get(rij["thema"], rij["thema"])
        kern = rij["wat is vastgesteld"]
        if not kern:
            continue
        niet = kern.lower().startswith("niet besproken")
        reden = kern[len("niet besproken") :].strip(" :.-")
        boom["themas"].append(
            _zonder_leeg(
                {
                    "thema": thema,
                    "behandeld": "nee" if niet else "ja",
                    "reden": reden if niet else "",
                }
            )
        )
        if not niet:
            boom["bevindingen"].append(
                _zonder_leeg(
                    {
                        "thema": thema,
                        "kern": kern,
                        **{id_: rij[titel] for titel, id_ in vragen.items() if rij.get(titel)},
                    }
                )
            )


def _actie(rij: dict[str, str]) -> dict[str, Any]:
    uiterlijk = rij["uiterlijk"]
    with contextlib.suppress(
        ValueError
    ):  # the record refuses it, with its place and what was typed
        uiterlijk = lees_datum(uiterlijk).isoformat() if uiterlijk else ""
    return _zonder_leeg(
        {
            "partij": rij["namens"].lower(),
            "wie": rij["wie"],
            "wat": rij["wat"],
            "klaar_als": rij["klaar als"],
            "uiterlijk": uiterlijk,
        }
    )


def _aanwezig(boom: dict[str, Any], rijen: list[dict[str, str]], mensen: Mapping[str, str]) -> None:
    for rij in rijen:
        if not rij["aanwezig"]:
            continue
        id_ = mensen.get(rij["naam"])
        wie = {"persoon": id_} if id_ else {"naam": rij["naam"]}
        lijst = "afwezig" if rij["aanwezig"].lower() in ("nee", "n", "afwezig") else "aanwezig"
        boom.setdefault(lijst, []).append(
            _zonder_leeg({**wie, "partij": rij["namens"].lower(), "rol": rij.get("rol", "")})
        )
