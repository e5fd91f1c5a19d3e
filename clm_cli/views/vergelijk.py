"""Floor 6, vergelijk: what changed, by dossier and subject, the most serious first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby

from clm_cli.value import value
from clm_cli.verschil.soorten import Niveau, Verschil
from clm_cli.views.opmaak import Cel, Gegevens, Papier, Plaats, nergens, plek_json

_ORDE = list(Niveau)
_WIDE = 4
"""The columns of a sign in front of a line."""


@value
class Vergelijking:
    """Two moments of a register, and every difference between them."""

    oud: str
    nieuw: str
    verschillen: tuple[Verschil, ...]
    bestanden: int
    """How many files are not the same."""
    plaats: Plaats = nergens
    let_op: str = ""
    onbekend: tuple[str, ...] = ()
    """Files of which nobody knows whether they changed: they could not be read."""

    @property
    def goed(self) -> bool:
        """Whether no second pair of eyes is needed."""
        zwaar = any(rij.soort.niveau is Niveau.NAKIJKEN for rij in self.verschillen)
        return not zwaar and not self.onbekend

    @property
    def nakijken(self) -> str:
        """What has to be seen by somebody else, counted by kind."""
        zwaar = Counter(
            rij.soort.id for rij in self.verschillen if rij.soort.niveau is Niveau.NAKIJKEN
        )
        return ", ".join(f"{naam} ({aantal})" for naam, aantal in zwaar.items())


Groep = tuple[str, tuple[tuple[str, tuple[Verschil, ...]], ...]]
"""A dossier, and by subject what differs in it."""


def groepen(blad: Vergelijking) -> tuple[Groep, ...]:
    """All that differs in meaning, by dossier and subject, the most serious first."""
    rijen = [rij for rij in blad.verschillen if rij.soort.niveau is not Niveau.GELIJK]
    per = [(d, _onderwerpen(deel)) for d, deel in _per(rijen, lambda rij: rij.dossier)]
    return tuple(
        sorted(per, key=lambda p: (_zwaarst(r for _, rs in p[1] for r in rs), p[0] or "~"))
    )


def _onderwerpen(rijen: list[Verschil]) -> tuple[tuple[str, tuple[Verschil, ...]], ...]:
    per = [
        (naam, tuple(sorted(deel, key=lambda rij: rij.volgorde)))
        for naam, deel in _per(rijen, lambda rij: rij.onderwerp)
    ]
    return tuple(sorted(per, key=lambda p: (_zwaarst(p[1]), p[0])))


def _per(
    rijen: Iterable[Verschil], naam: Callable[[Verschil], str]
) -> list[tuple[str, list[Verschil]]]:
    return [(n, list(deel)) for n, deel in groupby(sorted(rijen, key=naam), key=naam)]


def _zwaarst(rijen: Iterable[Verschil]) -> int:
    return min(_ORDE.index(rij.soort.niveau) for rij in rijen)


def teken(rij: Verschil) -> str:
    """The sign in front of a difference: `!!` for a second pair of eyes."""
    return "!!" if rij.soort.niveau is Niveau.NAKIJKEN else rij.soort.teken


def gelijk(blad: Vergelijking) -> str:
    """What means the same in another form."""
    rijen = [rij.tekst for rij in blad.verschillen if rij.soort.niveau is Niveau.GELIJK]
    return f"Zelfde betekenis: {'; '.join(rijen)}." if rijen else ""


def kop(blad: Vergelijking) -> str:
    """How much differs."""
    bestanden = f"{blad.bestanden} {'bestand' if blad.bestanden == 1 else 'bestanden'}"
    dossiers = len({rij.dossier for rij in blad.verschillen if rij.dossier})
    return f"{dossiers} {'dossier' if dossiers == 1 else 'dossiers'}, {bestanden}"


def oordeel(blad: Vergelijking) -> str:
    """Whether somebody else has to look, and why."""
    if not blad.verschillen:
        return "Er is geen verschil: alle bestanden zijn gelijk."
    if blad.nakijken:
        return f"Een tweede paar ogen is nodig: {blad.nakijken}."
    betekent = any(rij.soort.niveau is Niveau.WIJZIGING for rij in blad.verschillen)
    return (
        "Niets hierin vraagt een tweede paar ogen."
        if betekent
        else "Er is geen verschil in betekenis."
    )


def _slot(blad: Vergelijking) -> list[str]:
    onbekend = (
        f"Niet te lezen, en dus niet meegewogen: {', '.join(blad.onbekend)}."
        if blad.onbekend
        else ""
    )
    return [
        regel
        for regel in (gelijk(blad), onbekend, blad.let_op and f"Let op: {blad.let_op}.")
        if regel
    ]


def toon(blad: Vergelijking, papier: Papier) -> str:
    """All of it as text."""
    titel = Cel(f"VERGELIJK  {blad.oud} → {blad.nieuw}", "vet")
    uit = [*papier.kop(titel, kop(blad)), *papier.alinea(Cel(oordeel(blad), "vet"))]
    for dossier, onderwerpen in groepen(blad):
        uit += papier.titel(dossier.upper() or "GEDEELD")
        for naam, rijen in onderwerpen:
            uit += papier.alinea(naam.upper(), 1)
            for rij in rijen:
                uit += papier.alinea(rij.tekst, 2, teken(rij), _WIDE)
                for detail in rij.details:
                    uit += papier.alinea(Cel(detail, "zwak"), 2 + _WIDE)
    uit += [""] if uit and _slot(blad) else []
    return "\n".join([*uit, *(regel for zin in _slot(blad) for regel in papier.alinea(zin))])


def als_markdown(blad: Vergelijking, veil: Callable[[str], str]) -> str:
    """All of it as Markdown; `veil` makes a text that is no markup."""
    uit = [
        f"# Wat er verandert: {_letterlijk(blad.oud, veil)} → {_letterlijk(blad.nieuw, veil)}",
        f"**{veil(oordeel(blad))}**",
    ]
    for dossier, onderwerpen in groepen(blad):
        uit.append(f"## {veil(dossier or 'Gedeeld')}")
        for naam, rijen in onderwerpen:
            uit.append(f"### {veil(naam)}")
            regels = []
            for rij in rijen:
                merk = "**nakijken:** " if rij.soort.niveau is Niveau.NAKIJKEN else ""
                regels.append(f"- {merk}{veil(rij.tekst)}")
                regels += [f"  - {veil(detail)}" for detail in rij.details]
            uit.append("\n".join(regels))
    return "\n\n".join([*uit, *map(veil, _slot(blad))]) + "\n"


def _letterlijk(naam: str, veil: Callable[[str], str]) -> str:
    """The name of a moment; of a commit counted back (`HEAD~2`) as it is typed."""
    eerste, _, rest = naam.partition(" ")
    if "~" not in eerste or "`" in eerste:
        return veil(naam)
    return f"`{eerste}` {veil(rest)}".rstrip()


def als_json(blad: Vergelijking) -> Gegevens:
    """All of it as data."""
    return {
        "oud": blad.oud,
        "nieuw": blad.nieuw,
        "nakijken": not blad.goed,
        "bestanden": blad.bestanden,
        "let_op": blad.let_op or None,
        "niet_gelezen": list(blad.onbekend),
        "verschillen": [
            {
                "soort": rij.soort.id,
                "niveau": rij.soort.niveau.value,
                "dossier": rij.dossier or None,
                "onderwerp": rij.onderwerp,
                "tekst": rij.tekst,
                "details": list(rij.details),
                "gevolg": rij.soort.gevolg,
                "plek": plek_json(rij.plek, blad.plaats),
            }
            for rij in sorted(
                blad.verschillen,
                key=lambda rij: (rij.dossier, rij.volgorde, rij.onderwerp),
            )
        ],
    }
