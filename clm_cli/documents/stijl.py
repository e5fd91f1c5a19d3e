"""Floor 6, stijl: the house style of the register, from its card and the files it names."""

from __future__ import annotations

from clm_cli.documents.document import KLEUR, Stijl
from clm_cli.records.organisatie import Huisstijl
from clm_cli.register import Register


def huisstijl(
    register: Register, briefpapier: bytes | None = None, logo: bytes | None = None
) -> Stijl:
    """The house style; what the card leaves out is clm's own."""
    kaart = next(iter(register.van(Huisstijl)), None)
    if kaart is None:
        return Stijl(briefpapier=briefpapier)
    eigen = kaart.record
    return Stijl(
        kleur=eigen.kleur or KLEUR,
        lettertype=eigen.lettertype or "Liberation Sans",
        venster_links_mm=eigen.venster_links_mm or 25,
        venster_boven_mm=eigen.venster_boven_mm or 50,
        afzenderregel=eigen.afzenderregel or "",
        voettekst=eigen.voettekst or "",
        logo=logo.decode("utf-8", "replace") if logo else "",
        briefpapier=briefpapier,
    )
