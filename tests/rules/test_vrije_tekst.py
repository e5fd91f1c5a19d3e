"""Where data of a client is looked for: everywhere but where only fixed words may stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from clm_cli.meldingen import Sleutel
from clm_cli.persoonsgegevens import clientwoord, gevonden_bsn
from clm_cli.records import teksten as in_record
from clm_cli.records.basis import Deel
from clm_cli.records.soorten import soort_van
from clm_cli.records.verwijzingen import delen
from tests.rules.test_alleen import REGISTER


def modellen(model: type[Deel] = Deel) -> Iterator[type[Deel]]:
    yield model
    for eigen in model.__subclasses__():
        yield from modellen(eigen)


def vaste_woorden(soort: Any) -> Iterator[str]:
    if get_origin(soort) is Literal:
        yield from map(str, get_args(soort))
    else:
        for deel in get_args(soort):
            yield from vaste_woorden(deel)


def teksten(sleutel: Sleutel, waarde: object) -> Iterator[tuple[Sleutel, str]]:
    if isinstance(waarde, str):
        yield sleutel, waarde
    elif isinstance(waarde, tuple):
        yield from (((*sleutel, i), w) for i, w in enumerate(waarde) if isinstance(w, str))


def test_no_fixed_word_speaks_of_a_client() -> None:
    assert soort_van("organisatie.yaml")  # all models are known
    velden = [veld for model in modellen() for veld in model.model_fields.values()]
    woorden = {woord for veld in velden for woord in vaste_woorden(veld.annotation)}
    assert len(woorden) > 200
    assert not [woord for woord in woorden if gevonden_bsn(woord) or clientwoord(woord)]


def test_every_other_text_is_looked_at() -> None:
    overgeslagen = 0
    for bestand in REGISTER.bestanden:
        bekeken = dict(in_record.teksten(bestand.delen))
        for waar, deel in delen(bestand.record):
            for naam, veld in type(deel).model_fields.items():
                for sleutel, tekst in teksten((*waar, naam), getattr(deel, naam)):
                    if bekeken.pop(sleutel, None) != tekst:
                        assert tekst in set(vaste_woorden(veld.annotation)), (bestand.pad, sleutel)
                        overgeslagen += 1
        assert bekeken == {}
        assert all(tekst in bestand.tekst for _, tekst in in_record.teksten(bestand.delen))
    assert overgeslagen > 300
