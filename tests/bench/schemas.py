"""`python -m tests.bench.schemas MAP`: each file against its schema by check-jsonschema, at once.

Which schema a file has stands in the settings that an editor reads, which clm wrote.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from check_jsonschema import main


def per_schema(map_: Path) -> dict[Path, list[str]]:
    """The files of a register by their schema."""
    vast = json.loads((map_ / ".vscode" / "settings.json").read_bytes())["yaml.schemas"]
    return {
        map_ / schema: sorted(
            {str(pad) for patroon in patronen if patroon[0] != "!" for pad in map_.glob(patroon)}
            - {
                str(pad)
                for patroon in patronen
                if patroon[0] == "!"
                for pad in map_.glob(patroon[1:])
            }
        )
        for schema, patronen in vast.items()
    }


if __name__ == "__main__":
    fout = [
        schema
        for schema, paden in per_schema(Path(sys.argv[1])).items()
        if paden and main(["--quiet", "--schemafile", str(schema), *paden], standalone_mode=False)
    ]
    sys.exit(bool(fout))
