"""Floor 6, begin: the first files of a register, the example, and the schemas for an editor."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from clm_cli import resources
from clm_cli.deur import lees_in
from clm_cli.files.gate import lees
from clm_cli.files.lader import lees_record
from clm_cli.files.schijf import Bewerking, inhoud_van, schrijf
from clm_cli.files.slot import ALLEEN_SCHEMAS, gehouden
from clm_cli.meldingen import ClmFout, Ernst, Geweigerd, oorzaak
from clm_cli.records.schema import SCHEMAMAP, Namen, editorinstellingen, schemas
from clm_cli.tijd.datum import datum_vol

_NAMEN = {
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "classificatie.yaml": "beleid/classificatie-{jaar}.yaml",
}
"""Where a template comes to stand that does not keep its name."""


CI: dict[str, str] = {
    "github": ".github/workflows/clm.yml",
    "gitlab": ".gitlab-ci.yml",
    "forgejo": ".forgejo/workflows/clm.yml",
}
"""Where each host of git looks for what it has to run."""


def begin(
    map_: Path, wie: Mapping[str, Any], namen: Namen, *, proef: bool, ci: str | None = None
) -> list[str]:
    """A new register with settings for git and the editor; refuses a folder that is not empty.

    `wie` is who uses it and from which day: all that its templates fill in.
    """
    bron = resources.sjablonen() / "register"
    omgeving = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(bron),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        autoescape=False,
    )
    omgeving.filters["tekst"] = partial(json.dumps, ensure_ascii=False)
    bestanden = {
        _NAMEN.get(naam, naam).format(jaar=wie["vandaag"].year): omgeving.get_template(naam)
        .render(wie, datum_vol=datum_vol)
        .encode()
        for naam in sorted(omgeving.list_templates())
    }
    _goed("organisatie.yaml", bestanden)
    if ci is not None:
        bestanden[CI[ci]] = (resources.sjablonen() / f"ci/{ci}.yml").read_bytes()
    weiger_vol(map_)
    return _schrijf(map_, {**bestanden, **_schemabestanden(map_, namen)}, proef=proef)


def _goed(pad: str, bestanden: Mapping[str, bytes]) -> None:
    """Refuse what was said when the file that it makes cannot be right."""
    _, meldingen = lees_record(pad, lees(bestanden[pad], pad))
    if fout := [m for m in meldingen if m.ernst is Ernst.FOUT]:
        raise Geweigerd(
            "Zo kan organisatie.yaml niet",
            nu="geef het opnieuw, of laat het weg en vul het later in",
            meldingen=tuple(fout),
        )


def kopieer_voorbeeld(map_: Path, *, proef: bool) -> list[str]:
    """The example register, byte for byte; refuses a folder that holds anything."""
    bron = resources.voorbeeld()
    bestanden = {
        pad.relative_to(bron).as_posix(): pad.read_bytes()
        for pad in sorted(bron.rglob("*"))
        if pad.is_file()
    }
    weiger_vol(map_)
    return _schrijf(map_, bestanden, proef=proef)


def schrijf_schemas(map_: Path, namen: Namen, *, proef: bool) -> list[str]:
    """A JSON Schema for every kind of file, and editor settings for them; replaces older ones."""
    alle = _schemabestanden(map_, namen)
    anders = {pad: inhoud for pad, inhoud in alle.items() if inhoud_van(map_, pad) != inhoud}
    return _schrijf(map_, anders, proef=proef)


def _schemabestanden(map_: Path, namen: Namen) -> dict[str, bytes]:
    alle = schemas(namen)
    bestanden = {f"{SCHEMAMAP}/{naam}.json": _json(inhoud) for naam, inhoud in alle.items()}
    bestanden[".clm/.gitignore"] = ALLEEN_SCHEMAS.encode()
    plaats = ".vscode/settings.json"
    instellingen = _met_schemas(map_, plaats, editorinstellingen(), SCHEMAMAP)
    if instellingen is not None:
        bestanden[plaats] = _json(instellingen)
    return bestanden


def _met_schemas(
    map_: Path, plaats: str, nieuw: dict[str, Any], schemamap: str
) -> dict[str, Any] | None:
    """The editor settings with our schemas in them; what somebody set there stays.

    It gives None for a file that is no plain JSON: that is not ours to rewrite.
    """
    try:
        oud = json.loads(lees_in(map_, plaats))
        eigen = {k: w for k, w in oud["yaml.schemas"].items() if not k.startswith(schemamap)}
    except FileNotFoundError:
        return nieuw
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return {**oud, "yaml.schemas": {**eigen, **nieuw["yaml.schemas"]}}


def _json(inhoud: object) -> bytes:
    return (json.dumps(inhoud, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()


def weiger_vol(map_: Path) -> None:
    """Refuse a folder that holds anything: nothing of somebody else is written over.

    git's own folder alone is what an empty repository holds.
    """
    try:
        vol = map_.exists() and (
            not map_.is_dir() or any(ding.name != ".git" for ding in map_.iterdir())
        )
    except OSError as fout:
        raise ClmFout(f"{map_} kan niet: {oorzaak(fout)}.", nu="noem een nieuwe map") from None
    if vol:
        raise Geweigerd(f"{map_} bestaat al en is niet leeg", nu="noem een nieuwe map")


def _schrijf(map_: Path, bestanden: Mapping[str, bytes], *, proef: bool) -> list[str]:
    """Write the files as all others are written; on trial only their names."""
    if not proef:
        try:
            map_.mkdir(parents=True, exist_ok=True)
            with gehouden(map_):
                rijen = [Bewerking(p, inhoud_van(map_, p), wordt) for p, wordt in bestanden.items()]
                schrijf(map_, [rij for rij in rijen if rij.oud != rij.nieuw])
        except OSError as fout:
            raise ClmFout(
                f"{fout.filename or map_} kan niet worden geschreven: {oorzaak(fout)}.",
                nu="noem een map waarin u mag schrijven",
            ) from None
    return sorted(bestanden)
