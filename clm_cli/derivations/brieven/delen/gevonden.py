"""Floor 4, gevonden: the words that show a part of a letter, or what is missing of it."""

from __future__ import annotations

from clm_cli.advies import Advies
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.escalatie.voorwaardeopdracht import verbeter
from clm_cli.value import value


@value
class Mist:
    """What a part of a letter lacks: the field, and the command that fills it."""

    veld: str
    nu: str
    tekst: str = ""
    """The own text of the letter that lacks, where only its writer can give it."""


Gevonden = tuple[str, ...] | Mist
"""The words that show a part, or what is missing; no words at all: this part does not apply
here."""


def tekstoptie(naam: str) -> str:
    """How a part that only the writer can give is typed: a sentence stands between quotes."""
    return f"--tekst \"onderdeel={naam} tekst='…'\""


def eigen_tekst(i: Inhoud, naam: str) -> Gevonden:
    """A part that only the writer can give."""
    tekst = i.tekst(naam)
    nu = tekstoptie(naam)
    return (tekst,) if tekst else Mist(f"teksten ({naam})", nu, naam)


def bij_maatregel(i: Inhoud, *wordt: str) -> Advies:
    """The command that completes the measure, with every field that is needed at once.

    It is recorded already, so that only a correction can; before that, the measure itself.
    """
    if i.genomen is None:
        return i.leg_vast("maatregel")
    return verbeter(i.dossier.id, i.genomen.maatregel.stam, *wordt)
