"""Floor 7, regime: the contracts as rules: those that ship with clm and those of the register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from clm_cli import resources
from clm_cli.acts import regime as acts
from clm_cli.advies import advies, opdracht
from clm_cli.commands.brieven.bestand import lees_brief
from clm_cli.commands.lezing import leg_vast as vastgelegd
from clm_cli.commands.lezing import lezing as gevolgen
from clm_cli.commands.lezing import met_antwoord
from clm_cli.commands.register import Gelezen, bron
from clm_cli.commands.werk import Werk
from clm_cli.derivations.regime.contracttekst import artikelen, citaten
from clm_cli.derivations.regime.dekking import dekking as afgeleid
from clm_cli.derivations.regime.proef import Proef
from clm_cli.derivations.regime.proef import proef as speel
from clm_cli.derivations.regime.woorden import veldenlijst, verwant, woordenlijsten
from clm_cli.files.gate import lees_bestand
from clm_cli.files.halfgelezen import leesbaar_deel
from clm_cli.files.lader import lees_record, regimes_van_clm, regimes_van_clm_met_plaats
from clm_cli.files.schijf import inhoud_van
from clm_cli.kijk import Kijk
from clm_cli.meldingen import ClmFout, Geweigerd, Plek
from clm_cli.records.regime import Lezing, Regime, Vraag
from clm_cli.register import Register
from clm_cli.rules.regime.bron import bronmeldingen
from clm_cli.rules.toets import controleer_regime
from clm_cli.views.regime.bladzijde import Regimeblad
from clm_cli.views.regime.controle import Regimecontrole
from clm_cli.views.regime.dekking import Dekkingsblad
from clm_cli.views.regime.lezing import Lezingblad
from clm_cli.views.regime.lijst import Foutregime, Regimelijst
from clm_cli.views.regime.woorden import Woordenblad
from clm_cli.voorstel import Voorstel
from clm_cli.woorden import bedoelt, tekst_uit, zoals

_MAP = "regimes/"
_ONBEKEND = Regime.onbekend()


def lijst(gelezen: Gelezen | None) -> Regimelijst:
    """Every regime with where it comes from; outside a register only clm's."""
    van_clm = regimes_van_clm()
    alle = gelezen.register.regimes if gelezen else van_clm
    return Regimelijst(
        tuple(("clm" if id_ in van_clm else "register", regime) for id_, regime in alle.items()),
        _met_fouten(gelezen.wortel, gelezen.register) if gelezen else (),
    )


def _met_fouten(wortel: Path, register: Register) -> tuple[Foutregime, ...]:
    """The regimes of a register whose files have faults; nothing uses them, and they are shown."""
    uit = []
    for pad in register.gedeeld.kapot:
        if pad.startswith(_MAP):
            tekst = lees_bestand(wortel, pad)
            deel = leesbaar_deel(Regime, tekst.boom) if tekst.boom else None
            id_ = pad.removeprefix(_MAP).removesuffix(".yaml")
            uit.append(Foutregime(id_, tuple(lees_record(pad, tekst)[1]), deel or _ONBEKEND))
    return tuple(uit)


def toon(gelezen: Gelezen | None, id_: str) -> Regimeblad:
    """One regime by its exact name; one with faults with those in front."""
    alle = lijst(gelezen)
    bekend = {regime.id: regime for _, regime in alle.regimes}
    fout = {rij.id: rij for rij in alle.met_fouten}
    naam = _bestaand(id_, [*bekend, *fout])
    lezingen = [feit.record for feit in gelezen.register.van(Lezing)] if gelezen else []
    if naam in fout:
        return Regimeblad(fout[naam].regime, tuple(lezingen), fouten=fout[naam].fouten)
    return Regimeblad(bekend[naam], tuple(lezingen))


def woorden(naam: str | None) -> Woordenblad:
    """The words that a regime may hold: all lists, one of them, or where a word stands."""
    if naam is None:
        return Woordenblad(woordenlijsten())
    naam, alle = naam.casefold(), (*woordenlijsten(), veldenlijst())
    een = tuple(lijst for lijst in alle if lijst.naam == naam)
    met = tuple(
        replace(lijst, woorden=rijen)
        for lijst in alle
        if (rijen := tuple(w for w in lijst.woorden if naam in f"{w.woord} {w.betekenis}".lower()))
    )
    if not een and not met:
        raise ClmFout(
            f"Er is geen lijst '{naam}', en geen woord waar dat in voorkomt.",
            nu=_bedoeld(naam, [lijst.naam for lijst in alle]),
        )
    return Woordenblad(een or met, verwant(naam))


def _bedoeld(naam: str, lijsten: Sequence[str]) -> str:
    """Where else to look: words of the same meaning, or the names of the lists."""
    if eigen := verwant(naam):
        zoek = [opdracht("regime", "woorden", woord) for woord in eigen]
        namen = {f"o{nr}": rij for nr, rij in enumerate(zoek)}
        return advies("zoek met " + " of ".join(f"{{{nr}}}" for nr in namen), **namen)
    alles = opdracht("regime", "woorden")
    return bedoelt(naam, lijsten, advies("{alles} toont ze alle", alles=alles))


def controleer(gelezen: Gelezen | None, ids: Sequence[str], vandaag: date) -> Regimecontrole:
    """What is not right in regimes, of some when they are named."""
    van_clm = regimes_van_clm_met_plaats()
    geladen = gelezen.geladen if gelezen else van_clm
    register = gelezen.register if gelezen else van_clm.register.zoals(vandaag)
    bestanden = {b.record.id: b for b in (*van_clm.register.van(Regime), *register.van(Regime))}
    onleesbaar = {
        pad.removeprefix(_MAP).removesuffix(".yaml"): pad
        for pad in register.gedeeld.kapot
        if pad.startswith(_MAP)
    }
    namen = [*bestanden, *onleesbaar]
    gekozen = [_bestaand(id_, namen) for id_ in ids] if ids else namen
    paden = {bestanden[id_].pad for id_ in gekozen if id_ in bestanden} | {
        onleesbaar[id_] for id_ in gekozen if id_ in onleesbaar
    }
    meldingen = [m for m in geladen.meldingen if m.plek and m.plek.pad in paden]
    bladen = []
    for bestand in (bestanden[id_] for id_ in gekozen if id_ in bestanden):
        tekst = _contracttekst(gelezen, bestand.record)
        meldingen += controleer_regime(register, bestand, vandaag)
        meldingen += bronmeldingen(bestand, tekst) if tekst is not None else ()
        bladen.append(_dekking(bestand.record, tekst))
    samen = replace(geladen, nieuw={**van_clm.nieuw, **geladen.nieuw})
    eigen = bron(gelezen.wortel if gelezen else Path(), geladen)
    meegeleverd = bron(resources.pakket(), van_clm)

    def regel(plek: Plek) -> str | None:
        return meegeleverd(plek) or eigen(plek)

    return Regimecontrole(tuple(meldingen), samen.plaats, regel, dekking=tuple(bladen))


def dekking(gelezen: Gelezen | None, id_: str) -> Dekkingsblad:
    """What clm does with each article of one regime."""
    regime = _zonder_fouten(gelezen, id_)
    return _dekking(regime, _contracttekst(gelezen, regime))


def proef(gelezen: Gelezen | None, id_: str, dag: date) -> Proef:
    """A made-up case that goes up the whole ladder of one regime."""
    regime = _zonder_fouten(gelezen, id_)
    register = gelezen.register if gelezen else regimes_van_clm_met_plaats().register.zoals(dag)
    return speel(register, regime, dag)


def _zonder_fouten(gelezen: Gelezen | None, id_: str) -> Regime:
    alle = lijst(gelezen)
    bekend = {regime.id: regime for _, regime in alle.regimes}
    fout = [rij.id for rij in alle.met_fouten]
    if (naam := _bestaand(id_, [*bekend, *fout])) in fout:
        raise ClmFout(
            f"In het bestand van regime {naam} staat iets fout; niets gebruikt het.",
            nu=advies("{toon} toont de fouten", toon=opdracht("regime", "toon", naam)),
        )
    return bekend[naam]


def _contracttekst(gelezen: Gelezen | None, regime: Regime) -> str | None:
    """The text of a contract that lies beside the regimes of a register; None when it does not.

    Raises ClmFout when it is there and cannot be read: then no quotation was looked up.
    """
    if gelezen is None or regime.bron.bestand is None:
        return None
    inhoud = inhoud_van(gelezen.wortel, f"{_MAP}{regime.bron.bestand}")
    return tekst_uit(inhoud) if inhoud is not None else None


def _dekking(regime: Regime, tekst: str | None) -> Dekkingsblad:
    rijen = afgeleid(regime, artikelen(tekst) if tekst is not None else ())
    aantal = sum(1 for _ in citaten(regime)) if tekst is not None else None
    return Dekkingsblad(regime.id, rijen, regime.bron.bestand, aantal)


def lezing(gelezen: Gelezen | None, id_: str, vraag: str | None, dag: date) -> Lezingblad:
    """What the answers to an open question change: in a made-up case, and in the register."""
    regime = _zonder_fouten(gelezen, id_)
    van_clm = regimes_van_clm_met_plaats().register
    return gevolgen(regime, gelezen.kijk if gelezen else Kijk(van_clm.zoals(dag), dag), vraag)


def beantwoordbaar(werk: Werk, id_: str, vraag: str, keuze: str) -> tuple[Regime, Vraag]:
    """A regime and its open question that has this answer. Raises ClmFout when there is none."""
    regime = _zonder_fouten(Gelezen(werk.wortel, werk.geladen, werk.kijk), id_)
    return regime, met_antwoord(regime, vraag, keuze)


def leg_lezing_vast(
    werk: Werk, id_: str, vraag: str, keuze: str, gezegd: Mapping[str, object]
) -> Voorstel:
    """How the organisation reads an open question of a contract."""
    return vastgelegd(werk, *beantwoordbaar(werk, id_, vraag, keuze), keuze, gezegd)


def nieuwe_naam(werk: Werk, id_: str) -> None:
    """Raises Geweigerd when a regime has this name."""
    bekend = [*werk.register.regimes, *(rij.id for rij in _met_fouten(werk.wortel, werk.register))]
    if id_ in bekend:
        raise Geweigerd(
            f"Regime {id_} bestaat al",
            nu=f"clm regime toon {id_}, of kies een andere naam, met het jaar erin",
        )


def nieuw(werk: Werk, id_: str, uit: Path, titel: str | None, vanaf: date) -> Voorstel:
    """The begin of a regime from a contract text, which is kept beside it."""
    nieuwe_naam(werk, id_)
    gelezen = lees_brief(uit.parent, uit)
    tekst = tekst_uit(gelezen.inhoud) if gelezen.vorm == "md" else gelezen.tekst
    return acts.nieuw(id_, tekst.replace("\r\n", "\n"), titel, vanaf)


def _bestaand(id_: str, namen: Sequence[str]) -> str:
    if (gewoon := zoals(id_, namen)) in namen:
        return gewoon
    raise ClmFout(f"Er is geen regime '{id_}'.", nu=bedoelt(id_, namen, "clm regime lijst"))
