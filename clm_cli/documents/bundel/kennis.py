"""Floor 6, kennis: how the contract was read, and who knew what when."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.derivations.escalatie.klachtplicht import Klacht, klachten
from clm_cli.derivations.escalatie.zaken import contract_van
from clm_cli.derivations.termijnen import lees_vraag
from clm_cli.documents.bundel.inhoud import Bundelinhoud, kort, tabel, veil
from clm_cli.records.contact import Signaal


def lezingen(inhoud: Bundelinhoud) -> Iterator[str]:
    """First what was decided on an unclear clause, then how the others are read for now."""
    vast, open_ = list[str](), list[str]()
    blik, gezien = inhoud.blik, set[str]()
    for zaak in inhoud.zaken:
        contract = contract_van(blik.dossier, zaak)
        for vraag in contract.regime.vragen if contract else ():
            if contract is None or vraag.id in gezien:
                continue
            gezien.add(vraag.id)
            lezing = lees_vraag(blik.register, contract.regime, vraag.id, blik.vandaag)
            if lezing.keuze is None:
                continue
            rij = f"- **{veil(vraag.tekst)}** {veil(lezing.tekst)}"
            (vast if lezing.reden else open_).append(rij)
    yield "\n".join(vast) if vast else "Er is geen lezing vastgelegd."
    if open_ and not inhoud.wederpartij:
        yield "Nog niet besloten; zo leest clm het zolang:"
        yield "\n".join(open_)


def kennis(inhoud: Bundelinhoud) -> Iterator[str]:
    """For the duty to complain in time (6:89 BW): since when it was known, and the first letter."""
    blik = inhoud.blik
    klacht = [
        _klacht(rij) for zaak in inhoud.zaken for rij in klachten(blik.register, blik.dossier, zaak)
    ]
    if klacht:
        kop = ("Tekortkoming", "Eerst bekend", "Eerste brief", "Dagen", "Waaruit dat blijkt")
        yield tabel(kop, klacht)
    rijen = [
        (
            signaal.record.wat,
            kort(signaal.record.gebeurd) if signaal.record.gebeurd else "onbekend",
            "; ".join(
                f"{blik.register.wie_heet(rij.wie)} {kort(rij.op)}"
                for rij in signaal.record.bekend_bij
            )
            or "-",
            kort(signaal.record.datum),
        )
        for signaal in blik.dossier.van(Signaal)
        if inhoud.kent(signaal)
    ]
    kop_ = ("Wat", "Gebeurd", "Bekend bij", "Signaal van")
    yield tabel(kop_, rijen) if rijen else "Geen signalen."


def _klacht(rij: Klacht) -> tuple[str, ...]:
    return (
        rij.tekortkoming,
        kort(rij.bekend) if rij.bekend else "onbekend",
        kort(rij.klacht) if rij.klacht else "nog geen",
        str(rij.dagen) if rij.dagen is not None else "-",
        "; ".join(reden.tekst for reden in rij.omdat),
    )
