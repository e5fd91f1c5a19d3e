"""Floor 7, controle: everything that is not right in a register, and its number by dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path

from clm_cli.commands.register import Gelezen, bron, dossier
from clm_cli.commands.werklijst import VERST
from clm_cli.derivations.dekking import bijdrage_van
from clm_cli.derivations.filter import Filter
from clm_cli.derivations.overzicht import portret_van, portretten
from clm_cli.derivations.werklijst import werk_van, werklijst
from clm_cli.files import git
from clm_cli.files.geschiedenis import controleer_geschiedenis
from clm_cli.files.stukken import controleer_stukken, stukken_van
from clm_cli.meldingen import ClmFout, Ernst, Melding
from clm_cli.rules.toets import getoetst, getoetst_van, van_een
from clm_cli.rules.toets import meldingen as toets
from clm_cli.value import value
from clm_cli.views.controle import Controle
from clm_cli.views.overzicht import VOLGORDEN, Overzicht, gesorteerd
from clm_cli.views.overzicht import overzicht as maak_overzicht
from clm_cli.woorden import zoals


@value
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
    ruw, kijk = gelezen.geladen.register, gelezen.kijk
    kijk.vooraf(stukken_van, bijdrage_van, getoetst_van)
    meldingen = (
        *toets(kijk),
        *controleer_stukken(gelezen.wortel, kijk),
        *gelezen.geladen.meldingen,  # last: of what is kept nothing was wrong
        *(controleer_geschiedenis(wat.geschiedenis, ruw, wat.top) if wat.geschiedenis else ()),
    )
    namen: set[str] | None = None
    if dossiers or wat.keuze != Filter():
        namen = {een.dossier for een in portretten(kijk, wat.keuze)}
        namen &= {dossier(gelezen.register, naam).id for naam in dossiers} if dossiers else namen
        eigen = [m for m in meldingen if m.plek and m.plek.pad.partition("/")[0] in namen]
        meldingen = (*eigen, *_gedeeld(gelezen, namen))
    if wat.alleen_fouten:
        meldingen = tuple(m for m in meldingen if m.ernst is Ernst.FOUT)
    bekeken = [deel for deel in getoetst(kijk) if namen is None or deel.dossier in namen]
    return Controle(
        meldingen,
        gelezen.plaats,
        bron(gelezen.wortel, gelezen.geladen),
        tuple(deel.dossier for deel in bekeken if not deel.heel),
        streng,
    )


def _gedeeld(gelezen: Gelezen, namen: set[str]) -> Iterator[Melding]:
    """What dossiers lack that stands with what they share, as their overeenkomst; each once."""
    kijk = gelezen.kijk
    alle = (m for deel in getoetst(kijk, namen) for m in van_een(kijk, deel))
    elders = {
        (m.code, m.plek): m for m in alle if m.plek and m.plek.pad.partition("/")[0] not in namen
    }
    yield from elders.values()


def overzicht(gelezen: Gelezen, keuze: Filter | None = None, op: str = "naam") -> Overzicht:
    """The dossiers that are asked for on a line each, in an order (`op`, one of VOLGORDEN).

    Asked for a side or a level, they are those with such work, and only that work is counted.
    Meldingen are counted without what is only information.
    """
    op = zoals(op, VOLGORDEN)
    if op not in VOLGORDEN:
        raise ClmFout(f"Er is geen volgorde '{op}'.", nu=f"kies uit {', '.join(VOLGORDEN)}")
    keuze = keuze or Filter()
    gelezen.kijk.vooraf(werk_van, bijdrage_van, portret_van, getoetst_van)
    werk = Filter(kant=keuze.kant, niveau=keuze.niveau, dagen=VERST)
    lijst = werklijst(gelezen.kijk, werk)
    met_werk = {regel.punt.dossier for regel in lijst.regels}
    alle = (*toets(gelezen.kijk), *gelezen.geladen.meldingen)
    namen = [
        melding.plek.pad.partition("/")[0] if melding.plek else ""
        for melding in alle
        if melding.ernst is not Ernst.INFO
    ]
    gevraagd = [
        een
        for een in portretten(gelezen.kijk, keuze)
        if not keuze.om_werk or een.dossier in met_werk
    ]
    return gesorteerd(maak_overzicht(gelezen.kijk, lijst, Counter(namen), gevraagd), op)


def top(wortel: Path) -> str:
    """The newest commit of the register's branch."""
    return git.commit_van(wortel, "HEAD") or ""


def voor_in_git(wortel: Path) -> str:
    """What stands before the paths of a register in its repository; nothing outside git."""
    return git.voor(wortel)
