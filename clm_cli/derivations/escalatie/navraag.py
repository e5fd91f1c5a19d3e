"""Floor 4, navraag: what the conditions of a step ask to be said with it, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from clm_cli.derivations.bevoegdheid import tekenbevoegd
from clm_cli.derivations.escalatie.stap import Stap, laatste
from clm_cli.derivations.escalatie.vervolg import Vervolgstap, Voorwaardestand, stap_op, weeg
from clm_cli.derivations.escalatie.voorwaarden.bevoegd import gemachtigd
from clm_cli.derivations.escalatie.voorwaarden.spoed import (
    UITGESTELD,
    kan_direct,
    tegen_spoed,
    zonder_gevaar,
)
from clm_cli.derivations.escalatie.voorwaarden.volgorde import open_treden
from clm_cli.derivations.escalatie.voorwaardeopdracht import leg_vast
from clm_cli.derivations.termijnen import kalender_op, regimetermijn, termijnbeleid
from clm_cli.derivations.zinnen import opsomming, treden
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.records.escalatie import Onderzoek, Opening
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.termijn import bereken
from clm_cli.voorstel import Navraag, Vermoeden
from clm_cli.woorden import kort, zijn

_VEILIG = "veiligheid"
_DIRECT = "; per direct kan dit achteraf, met --spoed"
PER_TEKORTKOMING = ("hersteltermijnen",)
"""What is said for each shortcoming apart."""


def wegen(
    blik: Dossierblik,
    escalatie: Escalatie,
    welk: tuple[str, int],
    ids: Iterable[str],
    dag: date,
    gemeenten: Iterable[str] = (),
) -> Vervolgstap | None:
    """An instrument of a trede on a day, only looked at; None when the case began later."""
    stap = stap_op(blik, escalatie, welk, dag, tuple(ids))
    return weeg(replace(stap, gezegd_voor=tuple(gemeenten))) if stap else None


def in_de_weg(stap: Vervolgstap, *, spoed: bool = False) -> tuple[str, ...]:
    """The hard conditions that nothing said with the step can meet, with the command that helps.

    `spoed`: it was said that the step is taken at once; where that is possible and was not said,
    the condition that it lifts says so.
    """
    rijen = [r for r in stap.mist() if r.hard and "gemeenten" not in r.uitspraak.velden]
    gevaar: list[str] = []
    if spoed and tegen_spoed(stap.stap) is None:
        rijen = [rij for rij in rijen if rij.naam not in UITGESTELD]
        gevaar += [zin] if (zin := zonder_gevaar(stap.stap)) else []
    direct = {*UITGESTELD} if kan_direct(stap.stap) else set()
    regels = (
        f"{rij.kort}: {rij.uitspraak.tekst}{_DIRECT if rij.naam in direct else ''}"
        f"{_helpt(stap.stap, rij)}"
        for rij in rijen
    )
    return (*gevaar, *regels)


def _helpt(stap: Stap, rij: Voorwaardestand) -> str:
    eerste = next(iter(leg_vast(stap, rij.naam, rij.uitspraak)), None)
    return f" ({eerste})" if eerste else ""


def te_zeggen(stap: Vervolgstap) -> tuple[Navraag, ...]:
    """What is asked for the step, in the order of its conditions, each field once."""
    per_veld: dict[str, Navraag] = {}
    for rij in sorted(stap.voorwaarden, key=lambda rij: rij.naam != "volgorde"):
        for vraag in _van_voorwaarde(stap.stap, rij):
            eerder = per_veld.get(vraag.veld)
            samen = tuple(dict.fromkeys((*eerder.delen, *vraag.delen))) if eerder else vraag.delen
            per_veld[vraag.veld] = replace(eerder or vraag, delen=samen)
    if {"overslaan", "ernst"} <= per_veld.keys():
        # who says why treden are skipped, says how serious it is
        per_veld["ernst"] = replace(per_veld.pop("ernst"), tenzij="overslaan")
    per_tekort = [
        replace(per_veld[veld], vast={"tekortkoming": id_})
        for veld in PER_TEKORTKOMING
        if veld in per_veld
        for id_ in stap.stap.ids()
    ]
    per_veld = {veld: rij for veld, rij in per_veld.items() if veld not in PER_TEKORTKOMING}
    eigen = (*_meer_contact(stap.stap), *_noodzaak(stap.stap), *_afwijkingen(stap))
    return (*per_veld.values(), *per_tekort, *eigen)


def _meer_contact(stap: Stap) -> Iterable[Navraag]:
    """Of a measure that is more contact: how much, until when and which talks (J52, LAD432)."""
    if stap.instrument.contact == "ja":
        waarom = "Wat niet is gezegd, kan niet worden uitgevoerd en later niet worden bewezen."
        yield Navraag("intensivering", ("gesprekken",), waarom)


def _van_voorwaarde(stap: Stap, rij: Voorwaardestand) -> Iterable[Navraag]:
    velden: dict[str, list[str]] = {}
    for veld, _, deel in (naam.partition(".") for naam in rij.uitspraak.velden):
        velden.setdefault(veld, []).extend([deel] if deel else [])
    velden.pop("afwijkingen", None)
    for veld, delen in velden.items():
        vermoed = _VERMOED.get(veld, _niets)(stap)
        yield Navraag(veld, tuple(delen), rij.titel, vermoed=vermoed)


def _niets(_: Stap) -> dict[str, Vermoeden]:
    return {}


def _overslaan(stap: Stap) -> dict[str, Vermoeden]:
    """Skipped is what was not taken: that follows from the case (J37, S09)."""
    over = open_treden(stap)
    uit = {
        "treden": Vermoeden(
            [str(nr) for nr in over], f"{treden(over)} {zijn(len(over))} niet gezet"
        )
    }
    lichter = next((f.record.afweging.lichter for f in stap.van(Opening)), None)
    if lichter:  # what was weighed when the case was opened
        uit["reden"] = Vermoeden(lichter, f"bij de opening overwogen: {kort(lichter)}")
    return uit


def _reikwijdte(stap: Stap) -> dict[str, Vermoeden]:
    """It may end when all that is demanded is met, and is looked at again by our own policy."""
    return {**_eindigt(stap), **_herzien(stap)}


def _eindigt(stap: Stap) -> dict[str, Vermoeden]:
    eisen = [t.eis for t in stap.tekortkomingen]
    if not eisen or not all(eisen):
        return {}
    tekst = " ".join(f"{str(eis).rstrip('.')}." for eis in eisen)
    return {"eindigt_als": Vermoeden(tekst, f"wat is geëist: {kort(tekst)}")}


def _herzien(stap: Stap) -> dict[str, Vermoeden]:
    beleid = termijnbeleid(stap.register, stap.dag)
    if beleid.herziening is None:
        return {}
    kalender = kalender_op(stap.register, stap.dag, stap.contract)
    dag = bereken(stap.dag, beleid.herziening, kalender).uiterlijk
    zin = f"{datum_vol(dag)}: {beleid.herziening} na de maatregel, uw eigen beleid"
    return {"herzien": Vermoeden(dag.isoformat(), zin)}


def _gemeenten(stap: Stap) -> dict[str, Vermoeden]:
    """A step may be taken for the municipalities that gave a power of attorney for it (J40)."""
    ids = gemachtigd(stap)
    namen = {g.id: g.naam for g in stap.register.organisatie.gemeenten}
    gaven = opsomming([namen.get(id_, id_) for id_ in ids])
    return {"gemeenten": Vermoeden(ids, f"alleen wie volmacht gaf: {gaven}")}


_VERMOED: dict[str, Callable[[Stap], dict[str, Vermoeden]]] = {
    "gemeenten": _gemeenten,
    "overslaan": _overslaan,
    "reikwijdte": _reikwijdte,
}


def _noodzaak(stap: Stap) -> Iterable[Navraag]:
    """Whether an objection would stop the measure rests on this, where one can be made (J47)."""
    noodzaak, naam = stap.regime.noodzaak, stap.instrument.instrument
    if noodzaak is None or regimetermijn(stap.contract, naam, "bezwaar") is None:
        return
    yield Navraag("noodzaak", waarom=f"Nodig voor {noodzaak.titel}? Een bezwaar schorst dan niet.")
    yield Navraag("noodzaak_voor", mits="noodzaak", vermoed=_waarvoor(stap))
    ids = set(stap.ids())
    gevonden = [f for f in stap.van(Onderzoek) if ids & set(f.record.tekortkomingen)]
    laatst = laatste(gevonden)
    zin = f"de bevindingen: {kort(laatst.record.bevindingen)}" if laatst else ""
    vermoed = {"noodzaak_reden": Vermoeden(laatst.record.bevindingen, zin)} if laatst else {}
    yield Navraag("noodzaak_reden", mits="noodzaak", vermoed=vermoed)


def _waarvoor(stap: Stap) -> dict[str, Vermoeden]:
    """Safety, where a shortcoming is about it; of fraud the record says nothing."""
    over = [t.id for t in stap.tekortkomingen if t.raakt_veiligheid == "ja" or _VEILIG in t.soort]
    if not over:
        return {}
    gaan = "gaat" if len(over) == 1 else "gaan"
    return {"noodzaak_voor": Vermoeden([_VEILIG], f"{opsomming(over)} {gaan} over {_VEILIG}")}


def _afwijkingen(stap: Vervolgstap) -> Iterable[Navraag]:
    """A condition that may be set aside with a reason, and that is not met now."""
    for rij in stap.voorwaarden:
        eigen = set(rij.uitspraak.velden) - {"afwijkingen"}
        if rij.hard or rij.uitspraak.antwoord == "ja" or eigen:
            continue
        waarom = f"{rij.titel} Nu niet: {rij.uitspraak.tekst}. Wijkt u daarvan af?"
        yield Navraag("afwijkingen", waarom=waarom, vast={"voorwaarde": rij.naam})


def bevoegden(stap: Stap) -> tuple[str, ...]:
    """Who may decide a step that asks a mandate; none where that does not matter."""
    if "mandaat" not in dict(stap.voorwaarden_van(stap.instrument)):
        return ()
    mag = tekenbevoegd(stap.register, stap.trede, stap.dag)
    return tuple(p.id for p in stap.register.organisatie.personen if p.id in mag)
