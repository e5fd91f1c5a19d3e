"""The schemas for the editor, held against the example by programs that know no clm."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from clm_cli.derivations.regime.woorden import namen
from clm_cli.files.begin import schrijf_schemas
from clm_cli.records.feiten import FEITEN
from clm_cli.records.schema import editorinstellingen, naam, schemas
from clm_cli.records.soorten import KAARTEN, feitnaam, soort_van
from tests.conftest import Momentopname

VOORBEELD = Path(__file__).parents[2] / "dossiers"
BESTANDEN = sorted(
    pad.relative_to(VOORBEELD).as_posix()
    for pad in VOORBEELD.rglob("*.yaml")
    if not pad.relative_to(VOORBEELD).parts[0].startswith(".")
)


@cache
def patronen() -> dict[str, list[tuple[bool, re.Pattern[str]]]]:
    """The globs of the settings as the editor reads them: in any folder, `!` takes away."""

    def als_regel(glob: str) -> re.Pattern[str]:
        delen = (re.escape(glob.lstrip("!")).replace(r"\*", "[^/]*")).replace(r"\[", "[")
        return re.compile(
            rf"(?:.*/)?{delen.replace(chr(92) + ']', ']').replace(chr(92) + '-', '-')}"
        )

    return {
        schema: [(glob.startswith("!"), als_regel(glob)) for glob in globs]
        for schema, globs in editorinstellingen()["yaml.schemas"].items()
    }


def schemas_van(pad: str) -> list[str]:
    gevonden = []
    for schema, regels in patronen().items():
        wel = any(regel.fullmatch(pad) for niet, regel in regels if not niet)
        if wel and not any(regel.fullmatch(pad) for niet, regel in regels if niet):
            gevonden.append(schema.rpartition("/")[2].removesuffix(".json"))
    return gevonden


def verwacht(pad: str) -> str:
    soort, stam = soort_van(pad), pad.rpartition("/")[2].removesuffix(".yaml")
    delen = feitnaam(stam)
    if delen and delen.is_correctie:
        map_ = [deel for deel in pad.split("/")[:-1] if not deel[:1].isdigit()]
        return f"{map_[-1]}-correctie"
    assert soort is not None
    return naam(soort)


@cache
def keurder(schema: str) -> Draft7Validator:
    return Draft7Validator(alle()[schema])


@cache
def alle() -> dict[str, dict[str, Any]]:
    return schemas(namen())


def gelezen(pad: Path) -> Any:
    """A file as any program reads it that knows YAML 1.2; a day is text there."""

    def zonder_dag(deel: Any) -> Any:
        if isinstance(deel, dict):
            return {str(k): zonder_dag(w) for k, w in deel.items()}
        if isinstance(deel, list):
            return [zonder_dag(w) for w in deel]
        return deel.isoformat() if isinstance(deel, date) else deel

    return zonder_dag(YAML(typ="safe", pure=True).load(pad.read_text(encoding="utf-8")))


@pytest.mark.parametrize("pad", BESTANDEN)
def test_every_file_of_the_example_has_one_schema_and_no_fault(pad: str) -> None:
    assert schemas_van(pad) == [verwacht(pad)]
    fouten = [
        f"{'/'.join(map(str, fout.absolute_path))}: {fout.message[:200]}"
        for fout in keurder(verwacht(pad)).iter_errors(gelezen(VOORBEELD / pad))
    ]
    assert fouten == []


@pytest.mark.parametrize("soort", FEITEN, ids=lambda s: f"{s.map}-{s.naam}")
def test_every_name_that_a_fact_may_have_leads_to_one_schema(soort: Any) -> None:
    map_ = soort.map.replace("*", "bloem")
    namen = [f"{soort.naam}", f"{soort.naam}-oost", f"{soort.naam}-2", f"{soort.naam}-correctie"]
    namen += ["correctie", f"correctie-{soort.naam}"]
    namen += [f"oost-{soort.naam}"] if soort.achteraan else []
    for woorden in namen:
        pad = f"{map_}/2026-05-04-{woorden}.yaml"
        if "correctie" in woorden:
            assert [s.endswith("-correctie") for s in schemas_van(pad)] == [True], pad
        else:
            assert schemas_van(pad) == [verwacht(pad)], pad


def test_a_real_fault_is_still_one() -> None:
    signaal = gelezen(next(VOORBEELD.glob("*/signalen/[0-9]*.yaml")))
    signaal["ernts"] = signaal.pop("ernst", "feitelijk")
    assert list(keurder("signaal").iter_errors(signaal))
    signaal = gelezen(next(VOORBEELD.glob("*/signalen/[0-9]*.yaml")))
    for veld, fout in (("datum", "24-11-2025"), ("ernst", "feitelik"), ("datum", 2025)):
        assert list(keurder("signaal").iter_errors(signaal | {veld: fout})), (veld, fout)


def test_a_register_brings_its_schemas_along_in_git(
    tmp_path: Path, momentopname: Momentopname
) -> None:
    """A colleague with a fresh copy has them without typing anything."""
    instellingen = json.loads((VOORBEELD / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert instellingen == editorinstellingen()
    for plaats, inhoud in ((p, p.rpartition("/")[2]) for p in instellingen["yaml.schemas"]):
        assert (VOORBEELD / plaats).is_file(), inhoud
    schrijf_schemas(tmp_path, namen(), proef=False)
    for pad in sorted(tmp_path.rglob("*.json")):
        momentopname(VOORBEELD / pad.relative_to(tmp_path), pad.read_text(encoding="utf-8"))


def test_every_schema_is_one() -> None:
    for inhoud in alle().values():
        Draft7Validator.check_schema(inhoud)
    assert {naam(soort) for soort in (*KAARTEN, *FEITEN)} < set(alle())


def test_settings_of_somebody_stay(tmp_path: Path) -> None:
    pad = tmp_path / ".vscode/settings.json"
    pad.parent.mkdir()
    oud = {"files.eol": "\r\n", "yaml.schemas": {"mijn.json": ["x.yaml"], ".clm/schema/x.json": []}}
    pad.write_text(json.dumps(oud))
    schrijf_schemas(tmp_path, namen(), proef=False)
    nieuw = json.loads(pad.read_text())
    assert nieuw["files.eol"] == "\r\n"
    assert set(nieuw["yaml.schemas"]) == {"mijn.json", *editorinstellingen()["yaml.schemas"]}
    pad.write_text("// van mij\n{}")
    schrijf_schemas(tmp_path, namen(), proef=False)
    assert pad.read_text() == "// van mij\n{}"
