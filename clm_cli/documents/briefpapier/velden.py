"""Floor 6, velden: what a letterhead may show, and what is filled in there."""

from __future__ import annotations

from collections.abc import Mapping

from clm_cli.documents.document import Briefhoofd, Document
from clm_cli.tijd.datum import datum_vol

VELDEN: Mapping[str, str] = {
    "inhoud": "de tekst van de brief, in een eigen alinea",
    "adres": "hoe de brief wordt verzonden en aan wie, in het adresvenster",
    "aanbieder": "de statutaire naam van de aanbieder",
    "organisatie": "de naam van uw organisatie",
    "titel": "de titel van het document",
    "datum": "de datum van de brief",
    "ons_kenmerk": "ons kenmerk",
    "uw_kenmerk": "hun kenmerk",
    "verzonden": "hoe de brief wordt verzonden",
    "bijlagen": "het aantal bijlagen",
    "zaaknummer": "het zaaknummer",
    "behandeld_door": "wie de brief behandelt",
    "betreft": "waar de brief over gaat",
}
"""The fields that a letterhead may have, and what is filled in there."""
BEGIN = Briefhoofd(
    "",
    ("{{ adres }}",),
    tuple(
        (naam, f"{{{{ {naam.lower().replace(' ', '_')} }}}}")
        for naam in (
            "Datum",
            "Ons kenmerk",
            "Uw kenmerk",
            "Verzonden",
            "Bijlagen",
            "Zaaknummer",
            "Behandeld door",
            "Betreft",
        )
    ),
)
"""The head of a letterhead to start from: every field in its place."""


def waarden(document: Document) -> dict[str, str]:
    """What goes into each field; a report has no address and no reference lines."""
    hoofd = document.briefhoofd
    regels = (
        {naam.lower().replace(" ", "_"): waarde for naam, waarde in hoofd.velden} if hoofd else {}
    )
    return {
        **dict.fromkeys(VELDEN, ""),
        **{naam: waarde for naam, waarde in regels.items() if naam in VELDEN},
        "adres": "\n".join(hoofd.adres) if hoofd else "",
        "aanbieder": document.aanbieder,
        "organisatie": document.afzender,
        "titel": document.titel,
        "datum": regels.get("datum", datum_vol(document.datum)),
        "betreft": regels.get("betreft", document.titel),
    }
