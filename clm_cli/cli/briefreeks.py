"""Floor 7, briefreeks: all letters of one kind that are waiting, made in one go.

Shown first, written together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clm_cli.cli.uitvoer import meld
from clm_cli.meldingen import ClmFout

if TYPE_CHECKING:
    from clm_cli.acts.brieven.reeks import Aanleiding
    from clm_cli.cli.schrijven import Werk
    from clm_cli.register import Dossier
    from clm_cli.voorstel import Voorstel


def maak_alle(
    werk: Werk,
    dossier: Dossier | None,
    soort: str,
    gezegd: dict[str, Any],
    vormen: list[str],
    *,
    concept: bool,
) -> int:
    """One proposal with every letter that can be made.

    What cannot be made yet is said, and stops nothing else.
    """
    from clm_cli.acts.brieven.reeks import aanleidingen
    from clm_cli.kijk import Kijk
    from clm_cli.voorstel import Voorstel

    dossiers = (dossier,) if dossier else tuple(werk.register.dossiers.values())
    rijen = aanleidingen(Kijk(werk.register, werk.om.vandaag), dossiers, soort)
    gemaakt: list[Voorstel] = []
    kan_niet: list[str] = []
    for rij in rijen:
        try:
            gemaakt.append(_brief(werk, rij, soort, gezegd, vormen, concept=concept))
        except ClmFout as fout:
            redenen = "; ".join(m.tekst for m in fout.meldingen) or fout.tekst
            kan_niet.append(
                f"{rij.dossier.id} kan nog niet ({rij.waarom}): {redenen} - {fout.nu}"
                if fout.nu
                else f"{rij.dossier.id} kan nog niet: {redenen}"
            )
        else:
            meld(f"  {rij.dossier.id}: {rij.waarom}")
    if not gemaakt:
        waarom = "" if not kan_niet else "\n  " + "\n  ".join(kan_niet)
        raise ClmFout(
            (
                f"Er is nu geen brief '{soort}' te "
                f"maken{f' bij {dossier.id}' if dossier else ''}.{waarom}"
            ),
            nu="clm werklijst --alles toont wat er wacht"
            if not kan_niet
            else "vul aan wat ontbreekt, en geef de opdracht opnieuw",
        )
    zin = f"{len(gemaakt)} {'brief' if len(gemaakt) == 1 else 'brieven'} gemaakt ({soort})."
    nu = (
        "clm brief lijst toont ze; verstuur elke brief, en leg dat vast met clm brief verzonden "
        "DOSSIER BRIEF"
    )
    return werk.leg_vast(
        Voorstel(
            zin,
            nieuw=tuple(b for v in gemaakt for b in v.nieuw),
            stukken=tuple(s for v in gemaakt for s in v.stukken),
            nu=nu,
            let_op=(*kan_niet, *(regel for v in gemaakt for regel in v.let_op)),
            vraag=True,
        )
    )


def _brief(
    werk: Werk,
    rij: Aanleiding,
    soort: str,
    gezegd: dict[str, Any],
    vormen: list[str],
    *,
    concept: bool,
) -> Voorstel:
    from clm_cli.cli.briefopstel import brief_kaart, stel_brief_op
    from clm_cli.cli.classificatiebrief import classificatiebrief
    from clm_cli.derivations.opvolging import behandelaar

    if soort == "classificatie":
        return classificatiebrief(werk, rij.dossier, gezegd, vormen)
    wie = behandelaar(rij.dossier, werk.om.vandaag)
    alles = {**rij.gezegd, **gezegd, **({"behandelaar": wie} if wie else {})}
    map_, boom, nieuw = brief_kaart(
        werk, rij.dossier, soort, None, rij.bij, None, alles, staart=rij.staart
    )
    return stel_brief_op(werk, rij.dossier, map_, boom, vormen, nieuw=nieuw, concept=concept)
