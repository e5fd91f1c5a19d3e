"""Floor 6, leeg: a register in which nothing stands yet, and what comes first in it."""

from __future__ import annotations

from clm_cli.advies import opdracht
from clm_cli.register import Register
from clm_cli.views.opmaak import Papier


def begin(papier: Papier, register: Register) -> list[str]:
    """The steps up to the first dossier; what was done is said to be done."""
    stappen = (
        (
            "Vul organisatie.yaml in: wie u bent, met wie u werkt, en uw kalender.",
            not register.organisatie.nog_in_te_vullen,
        ),
        (
            (
                f"Leg de overeenkomst vast: {opdracht('overeenkomst', 'nieuw', 'NAAM')}; "
                f"{opdracht('regime', 'lijst')} toont de contracten die clm kent."
            ),
            bool(register.overeenkomsten),
        ),
        (
            (
                f"Maak de dossiers: {opdracht('nieuw', uit='BESTAND')} met een werkblad, of "
                f"{opdracht('nieuw', 'NAAM')} voor één aanbieder; dan hun contracten: "
                f"{opdracht('contract', 'nieuw', uit='BESTAND')}."
            ),
            False,
        ),
    )
    uit = papier.titel("ZO BEGINT U")
    for nummer, (zin, klaar) in enumerate(stappen, 1):
        uit += papier.alinea(f"(gedaan) {zin}" if klaar else zin, 2, f"{nummer}. ")
    return uit
