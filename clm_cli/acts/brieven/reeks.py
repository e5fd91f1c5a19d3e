"""Floor 6, briefreeks: which letters of one kind are waiting to be made.

And what follows for them from the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from clm_cli.derivations.brieven.gevraagd import antwoordtermijn, gevraagd, te_laat
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.meldingen import ClmFout, Ernst, Melding
from clm_cli.records.overeenkomst import NietVerlengd
from clm_cli.register import Dossier, Register

REEKSEN = ("classificatie", "herinnering", "geen-verlenging")
"""The kinds of which clm knows by itself who waits for one."""


@dataclass(frozen=True, slots=True)
class Aanleiding:
    """One letter that is waiting to be made: for whom, about what, and why."""

    dossier: Dossier
    waarom: str
    gezegd: dict[str, Any]
    bij: str | None = None
    staart: str = ""
    """What makes its name differ from the others of that day."""


def aanleidingen(
    register: Register, dossiers: tuple[Dossier, ...], soort: str, vandaag: date
) -> tuple[Aanleiding, ...]:
    """Every letter of a kind that is waiting.

    Raises ClmFout for a kind that is always about one case.
    """
    if soort not in REEKSEN:
        raise ClmFout(
            f"Van '{soort}' weet clm niet wie er nog een moet krijgen.",
            nu=(
                f"--alle kan met {', '.join(REEKSEN)}; maak andere brieven per dossier: clm brief "
                f"maak DOSSIER {soort}"
            ),
        )
    functie = {
        "classificatie": _classificatie,
        "herinnering": _herinnering,
        "geen-verlenging": _geen_verlenging,
    }[soort]
    return tuple(rij for dossier in dossiers for rij in functie(register, dossier, vandaag))


def _classificatie(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Aanleiding]:
    """Classified and not told (J14), and no letter about it lies ready."""
    punten = [
        p
        for p in alle_werkpunten(register, dossier, vandaag)
        if p.soort == "classificatie-informeren"
    ]
    gemaakt = {
        doel.verwijzing
        for b in dossier.brieven
        if b.kaart.record.soort == "classificatie"
        and b.kaart.record.bij
        and (doel := dossier.vind(b.kaart.record.bij, b.kaart.pad))
    }
    open_ = [p for p in punten if p.verwijzing not in gemaakt]
    if open_:
        yield Aanleiding(dossier, "; ".join(p.wat for p in open_), {})


def _herinnering(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Aanleiding]:
    for contract, punten in te_laat(register, dossier, vandaag).items():
        staart = contract if len(dossier.contracten) > 1 else ""
        yield Aanleiding(
            dossier,
            f"{contract}: {'; '.join(p.wat for p in punten)}",
            herinnering(register, dossier, {"contracten": [contract]}, vandaag),
            staart=staart,
        )


# all have one shape
def _geen_verlenging(register: Register, dossier: Dossier, vandaag: date) -> Iterator[Aanleiding]:  # noqa: ARG001
    """An option that is not used, and about which there is no letter."""
    over = {
        doel.bestand.pad
        for b in dossier.brieven
        if b.kaart.record.bij and (doel := dossier.vind(b.kaart.record.bij, b.kaart.pad))
    }
    for contract in dossier.contracten:
        for feit in contract.van(NietVerlengd):
            if feit.pad not in over and not feit.record.brief and not feit.record.escalatie:
                yield Aanleiding(
                    dossier,
                    f"{contract.id}: optie {feit.record.optie} wordt niet gebruikt",
                    {"contracten": [contract.id]},
                    bij=feit.id,
                    staart=contract.id if len(dossier.contracten) > 1 else "",
                )


def herinnering(
    register: Register, dossier: Dossier, gezegd: dict[str, Any], vandaag: date
) -> dict[str, Any]:
    """What a reminder asks for and by when, as far as that was not said.

    From what is late in the werklijst.

    Raises ClmFout when more than one contract has something late and none was named, or when
    nothing is.
    """
    uit = dict(gezegd)
    heeft_tekst = any(
        rij.get("onderdeel") == "gevraagd"
        for rij in uit.get("teksten", [])
        if isinstance(rij, dict)
    )
    per = te_laat(register, dossier, vandaag)
    gekozen = list(uit.get("contracten") or ())
    if not gekozen and not heeft_tekst:
        if len(per) > 1:
            raise ClmFout(
                (
                    f"Bij {len(per)} contracten van {dossier.id} is iets te laat; een herinnering "
                    "gaat over één contract."
                ),
                nu=(
                    f"geef --contract: {', '.join(per)}; of maak ze alle: clm brief maak "
                    f"{dossier.id} --alle herinnering"
                ),
            )
        uit["contracten"] = list(per)
    if not heeft_tekst:
        punten = tuple(p for contract in uit["contracten"] for p in per.get(contract, ()))
        if not punten:
            nu = '--tekst "onderdeel=gevraagd tekst=…"'
            melding = Melding(
                "BRF501", Ernst.FOUT, None, "gevraagd: 'teksten (gevraagd)' ontbreekt", nu=nu
            )
            raise ClmFout(
                (
                    f"Er is niets te laat bij {', '.join(uit['contracten']) or dossier.id}, of er "
                    "ligt al een herinnering."
                ),
                nu=(
                    f"zeg zelf waar u aan herinnert: {nu}; clm brief lijst {dossier.id} toont de "
                    "brieven"
                ),
                meldingen=(melding,),
            )
        uit["teksten"] = [
            *uit.get("teksten", []),
            {"onderdeel": "gevraagd", "tekst": gevraagd(register, punten)},
        ]
    if not uit.get("termijnen"):
        uit["termijnen"] = [
            {
                "soort": "antwoord",
                "termijn": str(antwoordtermijn(register, vandaag)),
                "wat": "Antwoord op onze herinnering",
            }
        ]
    return uit
