"""What somebody set aside is information; what is like it beside it is not."""

from __future__ import annotations

from clm_cli.meldingen import Ernst, Melding, Plek, Reden
from clm_cli.rules.opzij import gewogen

PAD = "bloem/lijsten/risicos.yaml"


def test_of_two_faults_in_a_file_only_the_part_that_was_set_aside_is_information() -> None:
    een, ander = (Plek(PAD, ("risicos", nr, "eigenaar")) for nr in (0, 1))
    omdat = Reden("overgeslagen omdat: zo afgesproken", None)
    plekken = (een, ander, Plek("bloem/aanbieder.yaml"), None)
    meldingen = [Melding("DOS234", Ernst.WAARSCHUWING, p, "geen eigenaar", nu="x") for p in plekken]
    opzij = [("DOS234", Plek(PAD, ("risicos", 0)), omdat)]
    uit = gewogen(meldingen, opzij)
    assert uit[1:] == tuple(meldingen[1:])
    assert (uit[0].ernst, uit[0].omdat, uit[0].nu) == (Ernst.INFO, (omdat,), None)
