"""The pipelines of `clm init --ci`: right by the schema of their host, and run as its runner does.

The schemas are those that check-jsonschema ships; Forgejo reads the form of GitHub.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from clm_cli.cli.hoofd import draai
from clm_cli.files.begin import CI
from tests.cli.geschiedenis import git, leg_vast

SCHEMA = {
    "github": ("--builtin-schema", "vendor.github-workflows"),
    "forgejo": ("--builtin-schema", "vendor.github-workflows"),
    "gitlab": ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"),
}


@pytest.fixture
def register(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A register with the pipeline of a host, committed on main."""
    map_ = tmp_path / "register"
    assert draai(["init", str(map_), "--ci", request.param, "--vandaag", "2026-05-18"]) == 0
    git(map_, "init", "--quiet", "--initial-branch=main")
    leg_vast(map_, "begin", "2026-05-18")
    git(map_, "update-ref", "refs/remotes/origin/main", "HEAD")
    return map_


def stappen(register: Path, ci: str) -> list[str]:
    """The scripts of the pipeline, in the order in which a runner gives them to its shell."""
    boom = YAML(typ="safe", pure=True).load((register / CI[ci]).read_text(encoding="utf-8"))
    if ci == "gitlab":
        return ["\n".join([*boom["clm"]["before_script"], *boom["clm"]["script"]])]
    return [stap["run"] for stap in boom["jobs"]["controleer"]["steps"] if "run" in stap]


def draai_pijplijn(register: Path, ci: str) -> tuple[int, str]:
    """The exit code of the first step that fails, and what the reviewer gets to read."""
    bin_, blad = register.parent / "bin", register.parent / "samenvatting.md"
    bin_.mkdir(exist_ok=True)
    for naam, inhoud in (("clm", f'exec {sys.executable} -m clm_cli "$@"'), ("pip", "true")):
        (bin_ / naam).write_text(f"#!/bin/sh\n{inhoud}\n", encoding="utf-8")
        (bin_ / naam).chmod(0o755)
    omgeving = {
        **os.environ,
        "PATH": f"{bin_}:{os.environ['PATH']}",
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "CLM_PAKKET": "clm",
        "TAK": "main",
        "GITHUB_STEP_SUMMARY": str(blad),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": "origin/main",
    }
    code = 0
    for stap in stappen(register, ci):
        uit = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", stap], cwd=register, env=omgeving, check=False
        )
        code = code or uit.returncode
    if ci == "gitlab":
        blad = register / "vergelijk.md"
    return code, blad.read_text(encoding="utf-8")


@pytest.mark.parametrize("register", CI, indirect=True)
def test_the_schema_of_the_host_accepts_it(register: Path, request) -> None:
    ci = request.node.callspec.params["register"]
    woorden = ["check-jsonschema", *SCHEMA[ci], str(register / CI[ci])]
    uit = subprocess.run(woorden, capture_output=True, text=True, check=False)
    assert uit.returncode == 0, uit.stdout + uit.stderr


@pytest.mark.parametrize("register", CI, indirect=True)
def test_it_passes_what_is_right_and_stops_what_is_not(register: Path, request) -> None:
    ci = request.node.callspec.params["register"]
    organisatie = register / "organisatie.yaml"
    anders = organisatie.read_text(encoding="utf-8").replace(
        "kalender: atw", "kalender: feestdagen"
    )
    organisatie.write_text(anders, encoding="utf-8")
    leg_vast(register, "kalender", "2026-05-19")
    code, gezegd = draai_pijplijn(register, ci)
    assert code == 0
    assert "**nakijken:** kalender" in gezegd
    (register / "hazelaar").mkdir()
    (register / "hazelaar/aanbieder.yaml").write_text("namen: [\n", encoding="utf-8")
    leg_vast(register, "kapot", "2026-05-20")
    code, gezegd = draai_pijplijn(register, ci)
    assert code == 1
    assert "hazelaar/aanbieder.yaml is niet te lezen" in gezegd
