"""Floor 6, lezing: an open question of a contract, and what each answer to it changes."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.advies import opdracht
from clm_cli.derivations.regime.lezing import Hangtaf, Verandering
from clm_cli.derivations.zinnen import telwoord
from clm_cli.records.regime import Vraag
from clm_cli.value import value
from clm_cli.verschil.soorten import Verschil
from clm_cli.views.opmaak import Cel, Gegevens, Papier

_UITLEG = (
    "Gerekend alsof de vraag altijd zo was gelezen; een lezing die u vastlegt, telt vanaf haar dag."
)


@value
class Dossiergevolg:
    """What an answer changes in one dossier of the register."""

    dossier: str
    poorten: tuple[Verandering, ...]
    """What can be taken in its cases, and could not, or the reverse."""
    verschillen: tuple[Verschil, ...]


@value
class Antwoord:
    """One answer, with what it changes beside how the question is read now."""

    keuze: str
    tekst: str
    nu: bool
    proef: tuple[Verandering, ...] = ()
    dossiers: tuple[Dossiergevolg, ...] = ()


@value
class Vraagblad:
    """A question, how it is read now, and what hangs on it."""

    vraag: Vraag
    nu: str | None
    gelezen: str
    hangt_af: tuple[Hangtaf, ...]
    antwoorden: tuple[Antwoord, ...]

    @property
    def aantekening(self) -> bool:
        """Whether its answer changes nothing, and is kept for who reads."""
        return self.vraag.notitie == "ja"


@value
class Lezingblad:
    """The questions of a regime; one alone has the consequences of its answers."""

    regime: str
    vragen: tuple[Vraagblad, ...]
    dossiers: int | None = None
    """How many dossiers were looked at; None where only the questions are shown."""


def toon(blad: Lezingblad, papier: Papier) -> str:
    """One question with the consequences of each answer, or all of them in short."""
    uit = papier.alinea(Cel(f"LEZING {blad.regime}", "vet"))
    if blad.dossiers is None:
        for rij in blad.vragen:
            uit += ["", *_kort(rij, papier)]
        nu = opdracht("regime", "lezing", blad.regime, "VRAAG")
        return "\n".join([*uit, "", *papier.alinea(f"{nu} toont wat elk antwoord verandert.")])
    (vraag,) = blad.vragen
    uit += papier.alinea(f"{vraag.vraag.tekst} ({vraag.vraag.grond.eis})", 0, f"{vraag.vraag.id}  ")
    uit += papier.alinea(f'"{vraag.vraag.grond.tekst}"', 2)
    uit += papier.alinea(_nu(vraag), 2, "nu       ")
    for lijn in vraag.hangt_af:
        uit += ["", *papier.alinea(lijn.waar)]
        uit += [r for keuze, wat in lijn.per for r in papier.alinea(wat, 2, f"{keuze}: ")]
    if vraag.aantekening:
        zin = "Een aantekening voor wie leest: met het antwoord rekent niets."
        return "\n".join([*uit, "", *papier.alinea(zin)])
    for antwoord in vraag.antwoorden:
        uit += ["", *_antwoord(antwoord, blad.dossiers, papier)]
    nu = opdracht("lezing", blad.regime, vraag.vraag.id, "KEUZE", reden="…")
    uit += ["", *papier.alinea(f"{nu} legt vast hoe u leest.")]
    return "\n".join([*uit, "", *papier.alinea(_UITLEG)])


def _kort(rij: Vraagblad, papier: Papier) -> list[str]:
    aantal = len(rij.hangt_af)
    hangt = "een aantekening" if rij.aantekening else f"{aantal} regel{'s' * (aantal != 1)}"
    uit = papier.alinea(f"{rij.vraag.tekst} ({hangt})", 0, f"{rij.vraag.id}  ")
    uit += papier.alinea(_nu(rij), 2, "nu       ")
    return uit + papier.alinea(", ".join(a.keuze for a in rij.antwoorden), 2, "keuzes   ")


def _nu(rij: Vraagblad) -> str:
    return rij.gelezen if rij.nu is None else f"{rij.nu} ({rij.gelezen})"


def _antwoord(antwoord: Antwoord, dossiers: int, papier: Papier) -> list[str]:
    uit = papier.alinea(antwoord.tekst, 0, Cel(f"ANTWOORD {antwoord.keuze}  ", "vet"))
    if antwoord.nu:
        return uit + papier.alinea("Zo wordt de vraag nu gelezen.", 2)
    for zin in _proef(antwoord.proef):
        uit += papier.alinea(zin, 2, "proef    ")
    for deel in antwoord.dossiers:
        for zin in _zinnen(deel):
            uit += papier.alinea(zin, 2, f"{deel.dossier}  ")
    stil = ["de proef"] if not antwoord.proef else []
    stil += ["uw dossiers"] if dossiers and not antwoord.dossiers else []
    if stil:
        zin = f"In {' en in '.join(stil)} verandert nu niets"
        uit += papier.alinea(f"{zin}; wat van het antwoord afhangt, staat hierboven.", 2)
    return uit


def _proef(rijen: tuple[Verandering, ...]) -> Iterator[str]:
    """Each change once: of a term that is the same at more measures the first one tells it."""
    per: dict[str, list[Verandering]] = {}
    for rij in rijen:
        per.setdefault(rij.waar.rpartition(": ")[2], []).append(rij)
    for eerste, *rest in per.values():
        ook = telwoord(len(rest), "andere maatregel", "andere maatregelen")
        yield _zin(eerste) + (f"; ook bij {ook}" if rest else "")


def _zinnen(deel: Dossiergevolg) -> Iterator[str]:
    yield from (_zin(rij) for rij in deel.poorten)
    yield from (f"{rij.onderwerp}: {rij.tekst}" for rij in deel.verschillen)


def _zin(rij: Verandering) -> str:
    return f"{rij.waar}: {rij.was} → {rij.wordt}"


def als_json(blad: Lezingblad) -> Gegevens:
    """The same as data."""
    return {"regime": blad.regime, "vragen": [_vraag(rij) for rij in blad.vragen]}


def _vraag(rij: Vraagblad) -> Gegevens:
    return {
        "vraag": rij.vraag.id,
        "tekst": rij.vraag.tekst,
        "eis": rij.vraag.grond.eis,
        "aantekening": rij.aantekening,
        "nu": rij.nu,
        "hangt_af": [
            {"waar": r.waar, "per": [{"keuze": k, "wat": w} for k, w in r.per]}
            for r in rij.hangt_af
        ],
        "antwoorden": [
            {
                "keuze": a.keuze,
                "tekst": a.tekst,
                "proef": [_json(v) for v in a.proef],
                "dossiers": [
                    {
                        "dossier": d.dossier,
                        "poorten": [_json(v) for v in d.poorten],
                        "verschillen": [
                            {"soort": v.soort.id, "over": v.onderwerp, "tekst": v.tekst}
                            for v in d.verschillen
                        ],
                    }
                    for d in a.dossiers
                ],
            }
            for a in rij.antwoorden
        ],
    }


def _json(rij: Verandering) -> Gegevens:
    return {"waar": rij.waar, "was": rij.was, "wordt": rij.wordt}
