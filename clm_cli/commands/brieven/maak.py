"""Floor 7, maak: one letter, or all letters of a kind that are waiting, as one proposal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from clm_cli.acts.brieven.wachtend import Aanleiding, aanleidingen
from clm_cli.commands.brieven.kaart import Gevraagd, kaart_van, nog_niet_bekend
from clm_cli.commands.brieven.opstel import Ontwerp, ontwerp, voltooi
from clm_cli.commands.tegelijk import kernen
from clm_cli.commands.werk import Werk
from clm_cli.derivations.opvolging import behandelaar
from clm_cli.documents.pdf import als_pdf
from clm_cli.dossier import Dossier
from clm_cli.meldingen import ClmFout
from clm_cli.voorstel import Voorstel


def brief(
    werk: Werk, dossier: Dossier, gevraagd: Gevraagd, vormen: Sequence[str], *, concept: bool
) -> Voorstel:
    """One letter with its documents."""
    return voltooi(werk, _ontwerp(werk, dossier, gevraagd, concept=concept), vormen)


def _ontwerp(werk: Werk, dossier: Dossier, gevraagd: Gevraagd, *, concept: bool) -> Ontwerp:
    kaart = kaart_van(werk, dossier, gevraagd)
    if not concept:  # a draft to look at cannot be sent
        nog_niet_bekend(dossier, kaart)
    return ontwerp(werk, dossier, kaart, concept=concept)


def alle_brieven(
    werk: Werk,
    dossier: Dossier | None,
    soort: str,
    gezegd: Mapping[str, object],
    vormen: Sequence[str],
    *,
    concept: bool,
) -> Voorstel:
    """Every letter that can be made; what cannot be made yet is said, and stops nothing else."""
    dossiers = (dossier,) if dossier else tuple(werk.register.dossiers.values())
    gemaakt: list[Voorstel] = []
    kan_niet: list[str] = []
    onderweg: list[str] = []
    rijen = aanleidingen(werk.kijk, dossiers, soort)
    ontworpen = _ontworpen(werk, rijen, soort, gezegd, concept=concept)
    for rij, een in _voltooid(werk, ontworpen, vormen):
        if isinstance(een, ClmFout):
            kan_niet.append(_waarom_niet(rij, een))
        else:
            gemaakt.append(een)
            onderweg += [*een.onderweg, f"  {rij.dossier.id}: {rij.waarom}"]
    if not gemaakt:
        raise _geen(soort, dossier, kan_niet)
    return Voorstel(
        f"{len(gemaakt)} {'brief' if len(gemaakt) == 1 else 'brieven'} gemaakt ({soort}).",
        nieuw=tuple(b for v in gemaakt for b in v.nieuw),
        stukken=tuple(s for v in gemaakt for s in v.stukken),
        nu=(
            "clm brief lijst toont ze; verstuur elke brief, en leg dat vast met clm brief "
            "verzonden DOSSIER BRIEF"
        ),
        let_op=(*kan_niet, *(regel for v in gemaakt for regel in v.let_op)),
        onderweg=tuple(onderweg),
        aangenomen=tuple(dict.fromkeys(regel for v in gemaakt for regel in v.aangenomen)),
        vraag=True,
    )


def _ontworpen(
    werk: Werk,
    rijen: Sequence[Aanleiding],
    soort: str,
    gezegd: Mapping[str, object],
    *,
    concept: bool,
) -> list[tuple[Aanleiding, Ontwerp | ClmFout]]:
    """Each letter that is waiting, or why it cannot be made."""
    uit: list[tuple[Aanleiding, Ontwerp | ClmFout]] = []
    for rij in werk.volg("Teksten", rijen):
        eerder = sum(isinstance(een, Ontwerp) for _, een in uit)
        try:
            gevraagd = replace(_gevraagd(werk, rij, soort, gezegd), eerder=eerder)
            uit.append((rij, _ontwerp(werk, rij.dossier, gevraagd, concept=concept)))
        except ClmFout as fout:
            uit.append((rij, fout))
    return uit


def _voltooid(
    werk: Werk, ontworpen: Sequence[tuple[Aanleiding, Ontwerp | ClmFout]], vormen: Sequence[str]
) -> Iterator[tuple[Aanleiding, Voorstel | ClmFout]]:
    """The same with its files; Typst sets the next ones on other cores meanwhile."""
    zetters = ThreadPoolExecutor(kernen())
    try:
        bezig = [
            (rij, een, zetters.submit(als_pdf, een.document).result)
            if isinstance(een, Ontwerp) and "pdf" in vormen
            else (rij, een, None)
            for rij, een in ontworpen
        ]
        for rij, een, pdf in werk.volg("Brieven", bezig):
            try:
                yield rij, een if isinstance(een, ClmFout) else voltooi(werk, een, vormen, pdf)
            except ClmFout as fout:
                yield rij, fout
    finally:  # who breaks off waits for none of the rest
        zetters.shutdown(cancel_futures=True)


def _gevraagd(werk: Werk, rij: Aanleiding, soort: str, gezegd: Mapping[str, object]) -> Gevraagd:
    """The letter that is waiting; what is said goes before what follows, save who handles it."""
    wie = behandelaar(rij.dossier, werk.vandaag)
    alles = {**rij.gezegd, **gezegd, **({"behandelaar": wie} if wie else {})}
    return Gevraagd(soort, bij=rij.bij, gezegd=alles, staart=rij.staart)


def _waarom_niet(rij: Aanleiding, fout: ClmFout) -> str:
    redenen = "; ".join(m.tekst for m in fout.meldingen) or fout.tekst
    return (
        f"{rij.dossier.id} kan nog niet ({rij.waarom}): {redenen} - {fout.nu}"
        if fout.nu
        else f"{rij.dossier.id} kan nog niet: {redenen}"
    )


def _geen(soort: str, dossier: Dossier | None, kan_niet: Sequence[str]) -> ClmFout:
    waarom = "" if not kan_niet else "\n  " + "\n  ".join(kan_niet)
    bij = f" bij {dossier.id}" if dossier else ""
    return ClmFout(
        f"Er is nu geen brief '{soort}' te maken{bij}.{waarom}",
        nu="vul aan wat ontbreekt, en geef de opdracht opnieuw"
        if kan_niet
        else "clm werklijst --alles toont wat er wacht",
    )
