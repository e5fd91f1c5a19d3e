"""Floor 6, inhoud: what goes into a bundle, and how its chapters are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from clm_cli.bestand import Bestand
from clm_cli.derivations.bundel import Bundelstuk
from clm_cli.documents.veilig import veil as als_markdown
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.persoonsgegevens import gemaskeerd
from clm_cli.records.basis import Correctie, Feit
from clm_cli.register import Register
from clm_cli.value import value
from clm_cli.verschil.kaarten import rijen


@value
class Bundelinhoud:
    """What goes into a bundle, chosen for who will read it."""

    blik: Dossierblik
    ruw: Register
    """The register as it was recorded, from which an earlier day is looked at."""
    zaken: tuple[Escalatie, ...]
    feiten: tuple[Bestand[Feit], ...]
    correcties: tuple[Bestand[Correctie[Feit]], ...]
    stukken: tuple[Bundelstuk, ...]
    wederpartij: bool
    """Whether it is for the other party: then only with what they know already."""
    gemaakt: str
    """When and with what it was made."""
    gevonden: Mapping[str, str]
    """The sha256 of each document as it is now, by its number; none of one that is not there."""
    anderen: tuple[str, ...]
    """The names of other providers, which its reader may not see; none in our own copy."""
    weggelaten: Mapping[str, tuple[str, ...]]
    """The documents that name some of them, by number, and so are not in it."""
    bladen: Mapping[str, int]
    """On which page of the PDF each document begins; empty while that is not known."""

    def kent(self, feit: Bestand[Feit]) -> bool:
        """Whether a fact is in this bundle."""
        return feit.pad in {eigen.pad for eigen in self.feiten}

    def feitnummer(self, feit: Bestand[Feit]) -> str:
        """How a fact is called in this bundle."""
        return f"F-{[eigen.pad for eigen in self.feiten].index(feit.pad) + 1:02d}"


_ELDERS = frozenset(
    {"datum", "vastgelegd", "door", "bijlagen", "brief", "uitnodiging", "rapport", "bij"}
)
"""Fields that the timeline tells already, or that only point at another file."""


def gezegd(inhoud: Bundelinhoud, record: Feit, behalve: frozenset[str] = frozenset()) -> list[str]:
    """All that a fact says, value by value; of the buyer's people their names."""
    regels = []
    for rij in rijen(None, record):
        if rij.veld not in _ELDERS | behalve and rij.wordt is not None:
            wie = rij.veld == "besloten_door"
            tekst = inhoud.blik.register.naam_van(rij.wordt) if wie else rij.wordt
            regels.append(f"{rij.waar}: {tekst}")
    return regels


def veil(tekst: str) -> str:
    """Text of the record, masked before its signs are escaped: an escaped number is no number."""
    return als_markdown(gemaskeerd(tekst))


def kort(dag: date) -> str:
    """A day as it fits in the column of a table."""
    return f"{dag.day}-{dag.month}-{dag.year}"


def tabel(kop: Sequence[str], cellen: Sequence[Sequence[str]]) -> str:
    """A table of texts of the record."""
    regels = [kop, ["---"] * len(kop), *([veil(cel) for cel in rij] for rij in cellen)]
    return "\n".join(f"| {' | '.join(rij)} |" for rij in regels)


def lijst(regels: Sequence[str]) -> str:
    """A list of texts of the record."""
    return "\n".join(f"- {veil(regel)}" for regel in regels)
