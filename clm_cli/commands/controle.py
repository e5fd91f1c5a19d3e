"""Floor 7, controle: everything that is not right in a register, and its number by dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from clm_cli.commands.register import Gelezen, bron, dossier
from clm_cli.commands.werklijst import VERST
from clm_cli.derivations.filter import Filter, past_dossier
from clm_cli.derivations.werklijst import werklijst
from clm_cli.files import git
from clm_cli.files.geschiedenis import controleer_geschiedenis
from clm_cli.files.stukken import controleer_stukken
from clm_cli.meldingen import ClmFout, Ernst, Melding
from clm_cli.rules.toets import in_dossier, is_heel
from clm_cli.rules.toets import meldingen as toets
from clm_cli.views.controle import Controle
from clm_cli.views.overzicht import VOLGORDEN, Overzicht, gesorteerd
from clm_cli.views.overzicht import overzicht as maak_overzicht


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """What of a check is asked for."""

    dossiers: tuple[str, ...] = ()
    """Only these; none for the whole register."""
    streng: bool = False
    alleen_fouten: bool = False
    geschiedenis: Path | None = None
    """The folder in git whose history is looked at as well."""
    top: str | None = None
    """A commit that was seen before, and has to be part of that history."""
    keuze: Filter = field(default_factory=Filter)
    """Which dossiers, by what they are about or who manages them."""


def controleer(gelezen: Gelezen, wat: Gevraagd | None = None) -> Controle:
    """Reading, the rules, the documents and the history; of some dossiers when they are named."""
    wat = wat or Gevraagd()
    dossiers, streng = wat.dossiers, wat.streng
    ruw = gelezen.geladen.register
    meldingen = (
        *gelezen.geladen.meldingen,
        *toets(gelezen.kijk),
        *controleer_stukken(gelezen.wortel, gelezen.register),
        *(controleer_geschiedenis(wat.geschiedenis, ruw, wat.top) if wat.geschiedenis else ()),
    )
    namen: set[str] | None = None
    if dossiers or wat.keuze != Filter():
        namen = {
            dossier(gelezen.register, naam).id for naam in dossiers or gelezen.register.dossiers
        }
        namen &= {b.dossier.id for b in gelezen.kijk.blikken if past_dossier(b, wat.keuze)}
        eigen = [m for m in meldingen if m.plek and m.plek.pad.partition("/")[0] in namen]
        meldingen = (*eigen, *_gedeeld(gelezen, namen))
    if wat.alleen_fouten:
        meldingen = tuple(m for m in meldingen if m.ernst is Ernst.FOUT)
    bekeken = [b for b in gelezen.kijk.blikken if namen is None or b.dossier.id in namen]
    return Controle(
        meldingen,
        gelezen.plaats,
        bron(gelezen.wortel, gelezen.geladen),
        tuple(b.dossier.id for b in bekeken if not is_heel(b)),
        streng,
    )


def _gedeeld(gelezen: Gelezen, namen: set[str]) -> Iterator[Melding]:
    """What dossiers lack that stands with what they share, as their overeenkomst; each once."""
    alle = (m for naam in sorted(namen) for m in in_dossier(gelezen.kijk.blik(naam)))
    elders = {
        (m.code, m.plek): m for m in alle if m.plek and m.plek.pad.partition("/")[0] not in namen
    }
    yield from elders.values()


def overzicht(gelezen: Gelezen, keuze: Filter | None = None, op: str = "naam") -> Overzicht:
    """The dossiers that are asked for on a line each, in an order (`op`, one of VOLGORDEN).

    Asked for a side or a level, they are those with such work, and only that work is counted.
    Meldingen are counted without what is only information.
    """
    if op not in VOLGORDEN:
        raise ClmFout(f"Er is geen volgorde '{op}'.", nu=f"kies uit {', '.join(VOLGORDEN)}")
    keuze = keuze or Filter()
    werk = Filter(kant=keuze.kant, niveau=keuze.niveau, dagen=VERST)
    lijst = werklijst(gelezen.kijk, werk)
    met_werk = {regel.punt.dossier for regel in lijst.regels}
    alle = (*gelezen.geladen.meldingen, *toets(gelezen.kijk))
    namen = [
        melding.plek.pad.partition("/")[0] if melding.plek else ""
        for melding in alle
        if melding.ernst is not Ernst.INFO
    ]
    gevraagd = [
        blik
        for blik in gelezen.kijk.blikken
        if past_dossier(blik, keuze) and (not keuze.om_werk or blik.dossier.id in met_werk)
    ]
    return gesorteerd(maak_overzicht(gelezen.kijk, lijst, Counter(namen), gevraagd), op)


def top(wortel: Path) -> str:
    """The newest commit of the register's branch."""
    return git.commit_van(wortel, "HEAD") or ""


def voor_in_git(wortel: Path) -> str:
    """What stands before the paths of a register in its repository; nothing outside git."""
    return git.voor(wortel)
