"""Every document that a fact names: a byte that changed is found, wherever the fact stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

from clm_cli import resources
from clm_cli.bestand import Bestand
from clm_cli.files.lader import laad
from clm_cli.files.stukken import controleer_stukken
from clm_cli.kijk import Kijk
from clm_cli.records.basis import Deel, Feit, Stuk
from clm_cli.records.brief import Verzonden
from clm_cli.records.feiten import FEITEN
from clm_cli.records.gesprek import Gedeeld
from clm_cli.register import Register, bouw

INHOUD = b"Zo is het verstuurd."
STUK = Stuk(bestand="stuk.txt", sha256=hashlib.sha256(INHOUD).hexdigest())
VOORBEELD = laad(resources.voorbeeld()).register.bestanden


def _noemt(soort: Any) -> bool:
    """Whether a field of this type may hold a document."""
    return soort is Stuk or any(map(_noemt, get_args(soort)))


def met_stuk() -> Iterator[tuple[str, Bestand[Deel]]]:
    """Of every kind of fact, and every field that may hold a document, one that holds one."""
    eerste = {b.soort: b for b in reversed(VOORBEELD) if isinstance(b.record, Feit)}
    for soort in FEITEN:
        bestand = eerste[soort.naam]
        velden = {n: v.annotation for n, v in soort.model.model_fields.items()}
        for naam in (n for n, annotatie in velden.items() if _noemt(annotatie)):
            waarde = (STUK,) if get_origin(velden[naam]) is tuple else STUK
            record = bestand.record.model_copy(update={"bijlagen": (), naam: waarde})
            yield f"{soort.naam} {naam}", replace(bestand, record=record)


def codes(map_: Path, register: Register) -> list[str]:
    return sorted(m.code for m in controleer_stukken(map_, Kijk(register, date(2026, 6, 1))))


@pytest.mark.parametrize("bestand", [pytest.param(b, id=naam) for naam, b in met_stuk()])
def test_a_flipped_byte_of_a_document_is_found(bestand: Bestand[Deel], tmp_path: Path) -> None:
    map_ = tmp_path / bestand.map
    map_.mkdir(parents=True)
    (map_ / "stuk.txt").write_bytes(INHOUD)
    register = bouw([bestand])
    over = codes(tmp_path, register)
    assert "DOS252" not in over
    for plaats in range(len(INHOUD)):
        anders = bytearray(INHOUD)
        anders[plaats] ^= 1
        (map_ / "stuk.txt").write_bytes(anders)
        gevonden = codes(tmp_path, register)
        assert gevonden == sorted([*over, "DOS252"])


@pytest.mark.parametrize("soort", [Gedeeld, Verzonden])
def test_a_flipped_byte_of_a_card_that_was_shared_or_sent_is_found(
    soort: type[Feit], tmp_path: Path
) -> None:
    feit = next(b for b in VOORBEELD if type(b.record) is soort)
    naam = "gesprek.yaml" if soort is Gedeeld else "brief.yaml"
    inhoud = (resources.voorbeeld() / feit.map / naam).read_bytes()
    (tmp_path / feit.map).mkdir(parents=True)
    for plaats in range(0, len(inhoud), 7):
        anders = bytearray(inhoud)
        anders[plaats] ^= 1
        (tmp_path / feit.map / naam).write_bytes(anders)
        assert "DOS253" in codes(tmp_path, bouw([feit]))
