"""Floor 4, herstel: what a formal notice has to have led to."""

from __future__ import annotations

from collections.abc import Iterable

from clm_cli.derivations.brieven.post import geldige_kanalen
from clm_cli.derivations.escalatie.contactpost import ongelezen
from clm_cli.derivations.escalatie.geeist import niet_geeist
from clm_cli.derivations.escalatie.herstelmelding import onbeoordeeld
from clm_cli.derivations.escalatie.hersteltermijn import Herstelstand
from clm_cli.derivations.escalatie.overgang import OVERGEGAAN, overgegaan
from clm_cli.derivations.escalatie.stand import Maatregelstand
from clm_cli.derivations.escalatie.stap import Stap
from clm_cli.derivations.escalatie.uitspraak import (
    Uitspraak,
    alle,
    een,
    genoemd,
    ja,
    nee,
    onbekend,
)
from clm_cli.derivations.escalatie.voorwaarden.bevoegd import voor_wie
from clm_cli.derivations.escalatie.zaken import Genomen
from clm_cli.derivations.zinnen import opsomming
from clm_cli.tijd.datum import datum_vol


def voorafgaande(stap: Stap, tekortkoming: str) -> list[Maatregelstand]:
    """The running measures for a shortcoming that have to go before this step."""
    na = stap.instrument.na.instrument if stap.instrument.na else ""
    return [
        m
        for m in stap.eerdere()
        if m.loopt
        and m.genomen.record.instrument == na
        and tekortkoming in m.genomen.record.tekortkomingen
    ]


def na_ontvangen(stap: Stap) -> Uitspraak:  # J41
    """De maatregel die vooraf moet gaan is ontvangen, en dat ligt vast."""
    return alle(_ontvangen(stap, id_) for id_ in stap.ids())


def _ontvangen(stap: Stap, tekortkoming: str) -> Uitspraak:
    uit = []
    for m in voorafgaande(stap, tekortkoming):
        anker = m.genomen.ontvangst
        # J41 asks that the notice was received (3:37 lid 3 BW); a letter that came back was not.
        if anker is None:
            uit.append(
                nee(
                    f"{tekortkoming}: de brief is niet verzonden of kwam terug",
                    m.genomen.maatregel.plek(),
                )
            )
        else:
            zeker = not anker.voorlopig and anker.datum <= stap.dag
            antwoord = ja if zeker else onbekend
            uit.append(antwoord(f"{tekortkoming}: {anker.reden.tekst}", anker.reden.plek))
    na = stap.instrument.na.instrument if stap.instrument.na else "?"
    ontvangen = een(uit, f"{tekortkoming}: er is geen {na} die nog loopt")
    # 3:60, 6:82 BW: who was not named in the notice, demanded nothing by it
    wel = [m.genomen for m in voorafgaande(stap, tekortkoming)]
    mist = namens_niemand(stap, wel) if ontvangen.antwoord == "ja" else ""
    return nee(f"{tekortkoming}: {_heet(wel, na)} was niet namens {mist}") if mist else ontvangen


def _heet(genomen: Iterable[Genomen], na: str) -> str:
    """How to call the letters of some measures: without a term (6:83 BW) none was a notice."""
    return "de brief" if any(g.record.verzuimgrond for g in genomen) else f"de {na}"


def namens_niemand(stap: Stap, genomen: Iterable[Genomen]) -> str:
    """The municipalities of a step for which none of some measures was taken, as one text."""
    voor = {gemeente for g in genomen for gemeente in g.gemeenten}
    namen = {g.id: g.naam for g in stap.register.organisatie.gemeenten}
    return opsomming([namen.get(g, g) for g in voor_wie(stap) if g not in voor])


def na_aangetekend(stap: Stap) -> Uitspraak:  # J40
    """De maatregel die vooraf moet gaan, is aangetekend verzonden."""
    return alle(
        een((_aangetekend(m, id_) for m in vorige), "")
        if (vorige := [m for m in voorafgaande(stap, id_) if _kanalen(m)])
        # What was not taken or not sent is said by the condition of its receipt.
        else ja(f"{id_}: er is geen verzonden brief")
        for id_ in stap.ids()
    )


def _kanalen(m: Maatregelstand) -> list[str]:
    brief = m.genomen.brief
    return sorted(geldige_kanalen(m.genomen.dossier, brief)) if brief else []


def _aangetekend(m: Maatregelstand, tekortkoming: str) -> Uitspraak:
    kanalen, plek = _kanalen(m), m.genomen.maatregel.plek()
    if "aangetekend" in kanalen:
        return ja(f"{tekortkoming}: de brief ging aangetekend", plek)
    hoe = " en ".join(kanalen)
    return nee(f"{tekortkoming}: de brief ging per {hoe}, en niet aangetekend", plek)


def termijn_verstreken(stap: Stap) -> Uitspraak:  # J41
    """De hersteltermijn is voorbij en staat niet stil."""
    return alle(_verstreken(stap, id_) for id_ in stap.ids())


def _verstreken(stap: Stap, tekortkoming: str) -> Uitspraak:
    uit = []
    for rij in _hersteltermijnen(stap, tekortkoming):
        plek = rij.genomen.maatregel.plek()
        if rij.stil or rij.termijn is None or rij.termijn.uiterlijk is None:
            uit.append(
                nee(
                    rij.stil.tekst if rij.stil else f"{tekortkoming}: er loopt geen hersteltermijn",
                    plek,
                )
            )
        elif rij.uiterlijk is None:
            uit.append(onbekend(rij.omdat[-1].tekst, plek))
        elif stap.dag > rij.uiterlijk and overgegaan(stap.dossier, stap.escalatie, rij.uiterlijk):
            uit.append(onbekend(f"{tekortkoming}: {OVERGEGAAN}", plek))
        elif stap.dag <= rij.uiterlijk:
            uit.append(
                nee(f"{tekortkoming}: de termijn loopt tot en met {datum_vol(rij.uiterlijk)}", plek)
            )
        else:
            antwoord = onbekend if rij.voorlopig else ja
            uit.append(
                antwoord(
                    (
                        f"{tekortkoming}: de termijn eindigde op "
                        f"{datum_vol(rij.uiterlijk)}{' (voorlopig)' if rij.voorlopig else ''}"
                    ),
                    plek,
                )
            )
    return een(uit, f"{tekortkoming}: er is geen hersteltermijn gesteld")


def _hersteltermijnen(stap: Stap, tekortkoming: str) -> list[Herstelstand]:
    paden = {m.genomen.maatregel.pad for m in voorafgaande(stap, tekortkoming)}
    return [rij for rij in stap.stand.tellend(tekortkoming) if rij.genomen.maatregel.pad in paden]


def herstel_uitgebleven(stap: Stap) -> Uitspraak:  # J41
    """Na het einde van de termijn is beoordeeld dat herstel uitbleef."""
    return alle(_uitgebleven(stap, id_) for id_ in stap.ids())


def _uitgebleven(stap: Stap, tekortkoming: str) -> Uitspraak:
    uit = []
    for rij in _hersteltermijnen(stap, tekortkoming):
        if rij.herstel == "hersteld":
            uit.append(nee(f"{tekortkoming}: hersteld", rij.genomen.maatregel.plek()))
        elif los := (
            ongelezen(rij.genomen)
            or onbeoordeeld(rij)
            or niet_geeist(rij.genomen, tekortkoming, rij.beoordeeld)
        ):
            uit.append(onbekend(f"{tekortkoming}: {los.tekst}", los.plek))
        elif (
            rij.herstel in ("niet", "deels")
            and not rij.stil
            and rij.uiterlijk
            and rij.beoordeeld
            and rij.beoordeeld > rij.uiterlijk
        ):
            deel = "voor een deel " if rij.herstel == "deels" else ""
            uit.append(
                ja(f"{tekortkoming}: herstel is {deel}uitgebleven", rij.genomen.maatregel.plek())
            )
        else:
            uit.append(
                onbekend(
                    f"{tekortkoming}: na het einde van de termijn is het herstel niet beoordeeld",
                    rij.genomen.maatregel.plek(),
                )
            )
    return een(uit, f"{tekortkoming}: er is geen hersteltermijn gesteld")


def verzuim(stap: Stap) -> Uitspraak:
    """De aanbieder is in verzuim (6:82, 6:83 en 6:265 BW)."""
    ids = stap.ids()
    return alle(genoemd(_verzuim(stap, id_), id_ if len(ids) > 1 else "") for id_ in ids)


def _verzuim(stap: Stap, tekortkoming: str) -> Uitspraak:
    """Default towards each municipality of the step: who demanded nothing, waits for nothing."""
    uit = stap.stand.verzuim(tekortkoming)
    standen = (rij for rij in stap.stand.herstel if rij.tekortkoming == tekortkoming)
    wel = [rij.genomen for rij in standen if rij.verzuim.antwoord == "ja"]
    mist = namens_niemand(stap, wel) if uit.antwoord == "ja" else ""
    return nee(f"{_heet(wel, 'ingebrekestelling')} was niet namens {mist}") if mist else uit
