"""Another program checks every file of the example against the schema that an editor takes."""

from __future__ import annotations

import subprocess
from collections import defaultdict

from tests.records.test_schema import BESTANDEN, VOORBEELD, schemas_van


def test_check_jsonschema_finds_no_fault_in_the_example() -> None:
    per_schema: dict[str, list[str]] = defaultdict(list)
    for pad in BESTANDEN:
        (schema,) = schemas_van(pad)
        per_schema[schema].append(pad)
    for schema, paden in per_schema.items():
        woorden = ["check-jsonschema", "--schemafile", f".clm/schema/{schema}.json", *paden]
        uit = subprocess.run(woorden, cwd=VOORBEELD, capture_output=True, text=True, check=False)
        assert uit.returncode == 0, uit.stdout + uit.stderr
