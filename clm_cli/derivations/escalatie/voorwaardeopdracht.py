"""Floor 4, voorwaardeopdracht: the command that records what a condition waits for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from clm_cli.advies import Advies, advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.escalatie.aanleidingen import ongenoemd
from clm_cli.derivations.escalatie.stap import Stap, van_laatste_dag
from clm_cli.derivations.escalatie.uitspraak import Uitspraak
from clm_cli.derivations.escalatie.voorwaarden.horen import aan_te_vullen
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.dossier import Dossier, Escalatie
from clm_cli.records.contact import Contactmoment, Signaal
from clm_cli.records.escalatie import (
    Beoordeling,
    Bewijs,
    Onderzoek,
    Opening,
    Tekortkomingfeit,
    Wederhoor,
)
from clm_cli.records.maatregel import Maatregel


def verbeter(dossier: str, stam: str, *wordt: str) -> Advies:
    """The correction of a fact, with every field that is needed at once."""
    woorden = ("correctie", dossier, stam, "--reden", "…")
    velden = tuple(woord for veld in wordt for woord in ("--wordt", veld))
    getypt = " ".join(f'--wordt "{veld}"' for veld in wordt)
    return Advies(f"clm {' '.join(woorden)} {getypt}", ((*woorden, *velden),))


def verbeter_tekortkomingen(
    dossier: Dossier, escalatie: Escalatie, ids: tuple[str, ...], gezegd: str
) -> tuple[Advies, ...]:
    """The corrections that give some shortcomings a field: one for each fact they stand in."""
    uit = []
    for feit in escalatie.van(Opening):
        rijen = [t.id for t in feit.record.tekortkomingen]
        if set(rijen) & set(ids):
            # a correction gives the whole list: who is left out of it, falls away
            delen = (
                f"tekortkomingen=id={id_}" + (f" {gezegd}" if id_ in ids else "") for id_ in rijen
            )
            uit.append(verbeter(dossier.id, feit.stam, *delen))
    uit += [
        verbeter(dossier.id, feit.stam, f"tekortkoming=id={feit.record.tekortkoming.id} {gezegd}")
        for feit in escalatie.van(Tekortkomingfeit)
        if feit.record.tekortkoming.id in ids
    ]
    return tuple(uit)


def noem_signaal(
    dossier: Dossier, opening: Bestand[Opening], los: Sequence[Bestand[Signaal]]
) -> Advies:
    """How the signal that a case rests on comes to stand at its opening; `los` are recorded."""
    namen = [*opening.record.signalen, *(rij.id for rij in los)] if los else ["…"]
    wordt = [woord for naam in namen for woord in ("--wordt", f"signalen={naam}")]
    noem = opdracht("correctie", dossier.id, opening.id, *wordt, reden="…")
    if los:
        return noem
    signaal = opdracht("signaal", "signaal", dossier.id)
    zin = "leg het signaal vast met {signaal}, en noem het bij de opening met {noem}"
    return advies(zin, signaal=signaal, noem=noem)


def leg_vast(stap: Stap, naam: str, uitspraak: Uitspraak) -> tuple[Advies, ...]:
    """What records the fact, or the field of the opening or investigation, that is waited for."""
    if naam == "eis-genoemd":
        return _verbeter(stap, "eis='…'", *(t.id for t in stap.tekortkomingen if not t.eis))
    onderzocht = {id_ for f in stap.van(Onderzoek) for id_ in f.record.tekortkomingen}
    if naam == "onderzoek" or (naam == "risico-benoemd" and uitspraak.antwoord == "onbekend"):
        is_rond = onderzocht >= {*stap.ids()}
        nieuw = zaakopdracht(stap.dossier, stap.escalatie, "onderzoek", niet_nakoming="…")
        return () if is_rond else (nieuw,)
    if naam == "risico-benoemd":
        voor = set(stap.instrument.risico)
        buiten = [
            t.id
            for t in stap.tekortkomingen
            if not voor & {*t.soort, *(["veiligheid"] if t.raakt_veiligheid == "ja" else [])}
        ]
        return (*_alleen_voor(stap, buiten), *_andere_soort(stap, buiten))
    if naam == "aanleiding":
        los, opening = ongenoemd(stap.blik, stap.escalatie, stap.contract), stap.escalatie.opening
        return (noem_signaal(stap.dossier, opening, los),) if opening else ()
    if naam == "gebleken":
        return _niet_nakoming(stap)
    if naam == "preventie-doorlopen":
        return _niet_nakoming(stap) + _preventie(stap) + _ernst(stap)
    if naam == "sturing-onvoldoende":
        return _preventie(stap) + _ernst(stap)
    if naam == "feitelijk":
        return (opdracht("escalatie", "tekortkoming", stap.dossier.id, stap.escalatie.id),)
    return _feit(stap, naam, uitspraak) if onderzocht else ()


def _alleen_voor(stap: Stap, buiten: Collection[str]) -> Iterator[Advies]:
    """The measure for the shortcomings that can carry it, where some of the case cannot."""
    wel = [id_ for id_ in stap.ids() if id_ not in buiten]
    if buiten and wel:
        keuze = [woord for id_ in wel for woord in ("--tekortkoming", id_)]
        woorden = (stap.dossier.id, stap.instrument.instrument, stap.escalatie.id, *keuze)
        neem = opdracht("escalatie", "maatregel", *woorden)
        yield advies(f"kan het zonder {', '.join(buiten)}, {{neem}}", neem=neem)


def _andere_soort(stap: Stap, buiten: Collection[str]) -> Iterator[Advies]:
    for beter in _verbeter(stap, "soort=…", *buiten):
        yield advies("is de soort onjuist, {beter}", beter=beter)


def _feit(stap: Stap, naam: str, uitspraak: Uitspraak) -> tuple[Advies, ...]:
    """The fact of its own that a condition waits for, once there are findings."""
    waarover = {reden.plek.pad for reden in uitspraak.omdat if reden.plek}
    if naam in ("wederhoor", "nieuws-gehoord") and (rest := _gehoord(stap, waarover)):
        return rest
    if naam == "wederhoor":
        onderzoeken = van_laatste_dag(stap.van(Onderzoek))
        horen = zaakopdracht(stap.dossier, stap.escalatie, "wederhoor", onderzoeken[0])
        return (horen, *_anders(stap, waarover))
    if naam == "nieuws-gehoord":
        rijen = (*stap.van(Bewijs), *stap.van(Beoordeling))
        # where a reason may do instead of a hearing, the answer names no fact
        nieuws = [f for f in rijen if f.pad in waarover] or van_laatste_dag([*rijen])
        zaak = zaakopdracht(stap.dossier, stap.escalatie, "wederhoor").opdrachten[0]
        return tuple(opdracht(*zaak, bij=f.stam) for f in nieuws)
    if naam == "herstel-uitgebleven" and uitspraak.antwoord == "onbekend":
        over = [f for f in stap.van(Maatregel) if f.pad in waarover]
        return tuple(
            zaakopdracht(stap.dossier, stap.escalatie, "beoordeling", f, over="herstel")
            for f in over
        )
    if naam == "instemming":
        return (zaakopdracht(stap.dossier, stap.escalatie, "afstemming", instemming="…"),)
    soort = {"facturenlijst": "facturen", "bewijs": "bewijs", "bewijs-vastgesteld": "bewijs"}
    return (zaakopdracht(stap.dossier, stap.escalatie, soort[naam]),) if naam in soort else ()


def _gehoord(stap: Stap, waarover: Collection[str]) -> tuple[Advies, ...]:
    """What was left unsaid of a hearing that was held, added to it in one correction each."""
    rijen = [f for f in stap.van(Wederhoor) if f.pad in waarover]
    mist = {f.stam: [f"{veld}=…" for veld in aan_te_vullen(stap, f)] for f in rijen}
    return tuple(verbeter(stap.dossier.id, naam, *rest) for naam, rest in mist.items() if rest)


def _anders(stap: Stap, waarover: Collection[str]) -> tuple[Advies, ...]:
    """What ends a contact that may be an answer to the findings, when it was something else."""
    return tuple(
        advies("was het iets anders, {af}", af=opdracht("actie", "afgerond", stap.dossier.id, f.id))
        for f in stap.dossier.van(Contactmoment)
        if f.pad in waarover
    )


def _preventie(stap: Stap) -> tuple[Advies, ...]:
    """The judgement of what was tried, or else a measure on a level that has none (S03, S20)."""
    gedaan = [m.genomen for m in stap.eerdere() if m.genomen.record.preventief]
    open_ = [
        zaakopdracht(stap.dossier, stap.escalatie, "beoordeling", g.maatregel, over="effect")
        for g in gedaan
        if not any(f.record.over == "effect" for f in g.bij(Beoordeling))
    ]
    gehad = {g.record.preventief.niveau for g in gedaan if g.record.preventief}
    nodig = {rij.niveau for rij in stap.regime.niveaus if rij.eerst_sturen == "ja"}
    namen = [i.instrument for i in stap.regime.instrumenten if "preventief" in i.voorwaarden.hard]
    zaak = zaakopdracht(stap.dossier, stap.escalatie, "toon").opdrachten[0][3:]
    eerst = [
        opdracht("escalatie", "maatregel", stap.dossier.id, naam, *zaak)
        for naam in namen
        if not gedaan or nodig - gehad
    ]
    return (*open_, *eerst)


def _verbeter(stap: Stap, gezegd: str, *ids: str) -> tuple[Advies, ...]:
    return verbeter_tekortkomingen(stap.dossier, stap.escalatie, ids, gezegd)


def _ernst(stap: Stap) -> tuple[Advies, ...]:
    """A serious shortcoming takes the other way (S03, S20); nobody said whether it is one."""
    open_ = (t.id for t in stap.tekortkomingen if t.ernstig == "onbekend")
    return tuple(
        advies("is zij ernstig, {beter}", beter=beter)
        for beter in _verbeter(stap, "ernstig=ja", *open_)
    )


def _niet_nakoming(stap: Stap) -> tuple[Advies, ...]:
    """The last investigations that do not say whether the provider performs (J34, S08)."""
    uit = []
    for id_ in stap.ids():
        rijen = [f for f in stap.van(Onderzoek) if id_ in f.record.tekortkomingen]
        uit += [f for f in van_laatste_dag(rijen) if f.record.niet_nakoming == "onbekend"]
    stammen = dict.fromkeys(f.stam for f in uit)
    return tuple(verbeter(stap.dossier.id, stam, "niet_nakoming=…") for stam in stammen)
