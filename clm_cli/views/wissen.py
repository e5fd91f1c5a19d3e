"""Floor 6, wissen: what a purge would touch, what proof goes with it, and how it is done."""

from __future__ import annotations

from clm_cli.value import value
from clm_cli.views.opmaak import Cel, Gegevens, Papier

_PRECIES = (
    "Gezocht is precies deze tekst, in hoofd- en kleine letters. Zoek ook op andere schrijfwijzen: "
    "de achternaam alleen, voorletters, een adres, e-mailadres of telefoonnummer."
)
_STAPPEN = """
Overleg met uw privacyfunctionaris en de jurist: mag en moet het weg, en wat blijft als bewijs?
Maak met --bewijs een lijst met de sha256 van alles wat blijft, en bewaar die buiten het register.
Leg vast wat er weggaat en waarom, zonder het gegeven zelf; met de sha256 van elk stuk dat gaat.
Vervang het in de bestanden die hier staan; van een feit eerst met een correctie.
Herschrijf de geschiedenis met git filter-repo, een los programma: in de bestanden, en in de \
teksten van commits en tags. De lijst met wat weg moet, staat buiten het register en gaat erna weg.
Laat wie de server beheert oude takken, verzoeken en commits opruimen, en iedereen opnieuw klonen.
Verwijder oude klonen, reservekopieën en exporten waarin het staat.
Ga na dat de rest nog is wat zij was: sha256sum -c met dat bewijs, in de map van het register.
Draai clm controleer --geschiedenis, en bewaar de commit die daar staat als nieuwe top.
"""

GESCHIEDENIS = ".git"
"""Stands among what cannot be searched where there is no git to ask what it holds."""


@value
class Raakvlak:
    """One file in which it stands."""

    pad: str
    bewijs: tuple[str, ...]
    """The facts that name this file with its hash: their proof lapses when it changes."""
    in_naam: bool
    """Whether it stands in the name of the file as well."""


@value
class Wisblad:
    """Where a piece of personal data stands."""

    bestanden: tuple[Raakvlak, ...]
    onbekend: tuple[str, ...]
    """Files that cannot be searched: pictures, scans, sheets, what cannot be read."""
    commits: tuple[tuple[str, str], ...] | None
    """Commits that brought it in or took it out, each with its day; None outside git."""
    tags: tuple[str, ...] = ()
    """Tags that say it."""

    @property
    def goed(self) -> bool:
        """Whether nothing was found, and nothing was left unsearched."""
        return not self.bestanden and not self.onbekend and not self.commits and not self.tags


def toon(blad: Wisblad, papier: Papier) -> str:
    """All of it as text; the piece itself is not repeated."""
    uit = papier.alinea(Cel("WISSEN  wat het zou raken; er is niets gewijzigd", "vet"))
    uit += papier.titel(f"BESTANDEN ({len(blad.bestanden)})")
    for rij in blad.bestanden:
        uit += papier.alinea(rij.pad + (" (ook in de naam)" if rij.in_naam else ""), 2)
        for feit in rij.bewijs:
            uit += papier.alinea(f"bewijs dat vervalt: {feit} noemt dit stuk met zijn sha256", 4)
    uit += [] if blad.bestanden else papier.alinea("geen", 2)
    uit += ["", *papier.alinea(_PRECIES, 2)]
    commits = blad.commits or ()
    uit += papier.titel(f"GESCHIEDENIS ({len(commits) + len(blad.tags)})")
    for commit, dag in commits:
        uit += papier.alinea(f"{commit[:10]}  {dag}", 2)
    for tag in blad.tags:
        uit += papier.alinea(f"tag {tag}", 2)
    if not commits and not blad.tags:
        uit += papier.alinea(_zonder_commits(blad), 2)
    if blad.onbekend:
        uit += papier.titel(f"NIET TE DOORZOEKEN ({len(blad.onbekend)})")
        uit += [regel for pad in blad.onbekend for regel in papier.alinea(pad, 2)]
    return "\n".join(uit + zo_gaat_het(papier))


def _zonder_commits(blad: Wisblad) -> str:
    if GESCHIEDENIS in blad.onbekend:
        return "niet te doorzoeken: git is op deze computer niet te vinden"
    return "niet in git" if blad.commits is None else "geen"


def zo_gaat_het(papier: Papier) -> list[str]:
    """How it is done, and what proof then stays."""
    uit = papier.titel("ZO GAAT HET")
    for nummer, stap in enumerate(_STAPPEN.strip().splitlines(), 1):
        uit += papier.alinea(stap, 2, f"{nummer}. ")
    return uit


def als_json(blad: Wisblad) -> Gegevens:
    """All of it as data."""
    return {
        "bestanden": [
            {"pad": rij.pad, "bewijs": list(rij.bewijs), "in_naam": rij.in_naam}
            for rij in blad.bestanden
        ],
        "niet_te_doorzoeken": list(blad.onbekend),
        "commits": (
            None
            if blad.commits is None
            else [{"commit": commit, "dag": dag} for commit, dag in blad.commits]
        ),
        "tags": list(blad.tags),
    }
