"""Floor 4, tekortkomingen: what a letter says of each shortcoming."""

from __future__ import annotations

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.derivations.brieven.bepalingen import verplichting
from clm_cli.derivations.brieven.delen.gevonden import Gevonden, Mist
from clm_cli.derivations.brieven.inhoud import Inhoud
from clm_cli.derivations.escalatie.voorwaardeopdracht import verbeter_tekortkomingen
from clm_cli.records.escalatie import Tekortkoming
from clm_cli.records.lijsten import Verplichting


def _per_tekortkoming(i: Inhoud, veld: str) -> Gevonden:
    rijen = i.tekortkomingen
    if not rijen and i.soort.dreigend:
        return Mist(
            "ernst: dreigend (tekortkomingen)",
            advies(
                "deze brief is er alleen voor een dreigende tekortkoming: {leg_vast}",
                leg_vast=i.leg_vast("tekortkoming"),
            ),
        )
    leeg = [t.id for t in rijen if not getattr(t, veld)]
    if not rijen or leeg:
        wie = f" van {', '.join(leeg)}" if leeg else ""
        return Mist(
            f"{veld}{wie} (tekortkomingen)",
            _vul(i, veld, tuple(leeg)),
        )
    return tuple(getattr(t, veld) for t in rijen)


def _vul(i: Inhoud, veld: str, leeg: tuple[str, ...]) -> Advies:
    """The command that gives the shortcomings a field, or records the first of them."""
    beter = (
        verbeter_tekortkomingen(i.dossier, i.escalatie, leeg, f"{veld}='…'") if i.escalatie else ()
    )
    namen = {f"v{nummer}": een for nummer, een in enumerate(beter)}
    if not namen:
        return i.leg_vast("tekortkoming")
    return advies(" en ".join(f"{{{naam}}}" for naam in namen), **namen)


def tekortkoming(i: Inhoud) -> Gevonden:
    """Omschrijving van de tekortkoming."""
    return _per_tekortkoming(i, "wat")


def feiten(i: Inhoud) -> Gevonden:
    """De feiten, met datum en bron."""
    return _per_tekortkoming(i, "feiten")


def eis(i: Inhoud) -> Gevonden:
    """Wat moet verbeteren, meetbaar."""
    return _per_tekortkoming(i, "eis")


def vaststelling(i: Inhoud) -> Gevonden:
    """Hoe wordt vastgesteld of is hersteld."""
    return _per_tekortkoming(i, "vaststelling")


def verplichting_(i: Inhoud) -> Gevonden:
    """De verplichting, met haar woorden."""
    # the clause itself is quoted: a paraphrase could ask more or less than was agreed
    rijen = [(t, verplichting(i, t)) for t in i.tekortkomingen]
    leeg = [t.id for t, (_, tekst) in rijen if not tekst]
    if leeg:
        return Mist(
            f"verplichting van {', '.join(leeg)} (clausule)",
            _geef_woorden(i, tuple(t for t, (_, tekst) in rijen if not tekst)),
        )
    return tuple(tekst for _, (_, tekst) in rijen if tekst)


def _geef_woorden(i: Inhoud, leeg: tuple[Tekortkoming, ...]) -> Advies:
    """The command that gives each obligation its literal words, or names the obligation."""
    vanuit = f"{i.escalatie.pad}/" if i.escalatie else ""
    nu: dict[str, Advies] = {}
    for t in leeg:
        doel = i.dossier.vind(t.verplichting, vanuit)
        rij = doel.deel if doel else None
        if doel is None or not isinstance(rij, Verplichting):
            nu.setdefault("verplichting", _vul(i, "verplichting", tuple(t.id for t in leeg)))
            continue
        bundel = i.contract.overeenkomst
        gedeeld = bundel is not None and not doel.bestand.pad.startswith(f"{i.dossier.id}/")
        waar = {"overeenkomst": bundel.id} if bundel and gedeeld else {}
        bekend = rij.clausule.model_dump(exclude_none=True) if rij.clausule else {"document": "…"}
        delen = [f"{naam}='{waarde}'" for naam, waarde in (bekend | {"tekst": "…"}).items()]
        nu[rij.id] = opdracht(
            "lijst",
            "verplichtingen",
            *(() if gedeeld else (i.dossier.id,)),
            wijzig=rij.id,
            clausule=" ".join(delen),
            **waar,
        )
    namen = {f"v{nummer}": een for nummer, een in enumerate(nu.values())}
    return advies(" en ".join(f"{{{naam}}}" for naam in namen), **namen)


def risico(i: Inhoud) -> Gevonden:
    """Het risico voor veiligheid of kwaliteit."""
    rijen = [
        t
        for t in i.tekortkomingen
        if set(t.soort) & {"veiligheid", "kwaliteit"} or t.raakt_veiligheid == "ja"
    ]
    return tuple(t.wat for t in rijen) or Mist("soort (tekortkomingen)", i.leg_vast("tekortkoming"))
