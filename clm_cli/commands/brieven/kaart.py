"""Floor 7, kaart: which letter is asked for: a new card, or the one that is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date

from clm_cli.acts.brieven import kaart as act
from clm_cli.acts.brieven.wachtend import VOORAF
from clm_cli.acts.feit import eigen_naam, eis_contract, gezegde_dag
from clm_cli.advies import advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.commands.dingen import bedoeld, eis_open
from clm_cli.commands.optiewaarden import met_opties
from clm_cli.commands.werk import Werk
from clm_cli.derivations.brieven.soort import Briefsoort
from clm_cli.derivations.brieven.soorten import BRIEFSOORTEN, briefsoort
from clm_cli.derivations.escalatie.zaken import instrumenten
from clm_cli.dossier import Dossier
from clm_cli.files.emitter import schrijf_yaml
from clm_cli.files.gate import lees
from clm_cli.files.lader import lees_record
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.brief import Briefkaart, Verzonden
from clm_cli.tijd.datum import datum_vol
from clm_cli.value import value
from clm_cli.woorden import bedoelt

_VAN_CLM = ("genoemd", "ontbreekt", "concept", "document", "markdown_sha256", "versies")
"""Fields of a card that clm works out anew at each making."""
_EEN_REGEL = 3
"""So many kinds of letters are named in one sentence."""


@value
class Gevraagd:
    """A letter as it is asked for: a kind, or the name of one that is there, and what is said."""

    soort: str
    escalatie: str | None = None
    bij: str | None = None
    datum: str | None = None
    gezegd: Mapping[str, object] = field(default_factory=dict)
    staart: str = ""
    """What makes its name differ from the others of that day."""
    eerder: int = 0
    """How many letters go before it in a batch: they take a number each."""


@value
class Kaart:
    """The card of a letter as it will stand in its folder."""

    map: str
    boom: dict[str, object]
    is_nieuw: bool
    aangenomen: tuple[str, ...] = ()
    """What nobody said, and somebody could have wanted otherwise."""

    @property
    def id(self) -> str:
        """The name of the letter: its folder."""
        return self.map.rsplit("/", 1)[-1]

    @property
    def pad(self) -> str:
        """Where the card stands."""
        return f"{self.map}/brief.yaml"

    def record(self) -> Briefkaart:
        """The card as a record; raises ClmFout with what does not fit."""
        record, meldingen = lees_record(self.pad, lees(schrijf_yaml(self.boom), self.pad))
        if not isinstance(record, Briefkaart):
            fout = Geweigerd(
                "De kaart van deze brief klopt niet",
                meldingen=tuple(m.van_voorstel() for m in meldingen),
            )
            raise met_opties(fout)
        return record


def _met_contracten(werk: Werk, dossier: Dossier, gevraagd: Gevraagd) -> Gevraagd:
    """The same with the contracts by their ids, however they were named."""
    genoemd = gevraagd.gezegd.get("contracten")
    if not isinstance(genoemd, (list, tuple)):
        return gevraagd
    blik = werk.kijk.blik(dossier)
    ids = [bedoeld(blik, "contract", str(een)) for een in genoemd]
    return replace(gevraagd, gezegd={**gevraagd.gezegd, "contracten": ids})


def kaart_van(werk: Werk, dossier: Dossier, gevraagd: Gevraagd) -> Kaart:
    """The card: a new one, or the one that is there as long as it was not sent."""
    gevraagd = _met_contracten(werk, dossier, replace(gevraagd, soort=gevraagd.soort.lower()))
    naam = gevraagd.soort.removeprefix("brieven/")
    bestaand = next((b for b in dossier.brieven if naam == b.id), None)
    if bestaand is None:
        return _nieuw(werk, dossier, gevraagd)
    if bestaand.van(Verzonden):
        raise ClmFout(
            f"{bestaand.id} is al verzonden en verandert niet meer.",
            nu=f"maak een nieuwe brief met --vervangt brieven/{bestaand.id}",
        )
    gezegd = act.met_kenmerken(dossier, gevraagd.gezegd, bestaand.id)
    boom = {**als_boom(bestaand.kaart), **gezegd}
    if gevraagd.datum:
        boom["datum"] = _dag(gevraagd.datum, werk).isoformat()
    return Kaart(bestaand.pad, boom, is_nieuw=False)


def _nieuw(werk: Werk, dossier: Dossier, gevraagd: Gevraagd) -> Kaart:
    rij = _soort(dossier, gevraagd.soort)
    eis_contract(dossier, act.WAAROVER)
    zaak = act.kies_escalatie(dossier, gevraagd.escalatie, rij)
    if zaak and not (gevraagd.escalatie or gevraagd.bij):
        for stap in rij.over:
            eis_open(dossier, zaak, stap)
    contracten = gevraagd.gezegd.get("contracten")
    over = act.kies_feit(
        dossier, zaak, rij, gevraagd.bij, contracten if isinstance(contracten, list) else ()
    )
    dag = _dag(gevraagd.datum, werk)
    gezegd = dict(gevraagd.gezegd)
    if vooraf := VOORAF.get(gevraagd.soort):
        gezegd = vooraf(werk.kijk.blik(dossier), gezegd)
    basis = "-".join(filter(None, (dag.isoformat(), gevraagd.soort, gevraagd.staart, werk.van_wie)))
    elders = werk.elders_in(f"{dossier.id}/brieven")
    id_ = eigen_naam(basis, {*elders, *(b.id for b in dossier.brieven)})
    boom = act.kaart(
        *(werk.register, dossier, rij, zaak, over, gezegd),
        dag=dag,
        id_=id_,
        door=werk.kop.door,
        eerder=gevraagd.eerder,
    )
    if not boom.get("contracten") and len(dossier.contracten) > 1:
        namen = [contract.id for contract in dossier.contracten]
        raise Geweigerd(
            "Over welk contract gaat deze brief?",
            nu=f"geef --contract: {', '.join(namen)}; mag vaker",
        )
    _geen_tweede(dossier, boom)
    zelf = [] if gevraagd.datum else [f"datum {datum_vol(dag)}"]
    if over is not None and gevraagd.bij is None:
        zelf.append(f"bij {over.stam}")
    if "uitnodiging" in boom and "uitnodiging" not in gevraagd.gezegd:
        zelf.append("uitnodiging zoals het gesprek op directieniveau is gepland")
    return Kaart(f"{dossier.id}/brieven/{id_}", boom, is_nieuw=True, aangenomen=tuple(zelf))


def _geen_tweede(dossier: Dossier, boom: Mapping[str, object]) -> None:
    """Refuse a second draft of what already lies there: two would be sent, or one forgotten."""
    velden = ("soort", "escalatie", "bij", "contracten", "onderwerp", "vervangt")
    gevraagd = [boom.get(naam) for naam in velden]
    for brief in dossier.brieven:
        kaart = als_boom(brief.kaart)
        if not brief.van(Verzonden) and [kaart.get(naam) for naam in velden] == gevraagd:
            raise Geweigerd(
                f"Deze brief ligt er al, nog niet verzonden: {brief.id}.",
                nu=advies(
                    "{opnieuw} maakt hem opnieuw, met wat u erbij geeft",
                    opnieuw=opdracht("brief", "maak", dossier.id, brief.id),
                ),
            )


def nog_niet_bekend(dossier: Dossier, kaart: Kaart) -> None:
    """Refuse a second letter that makes one measure known: whose day would hold is not clear."""
    boom = kaart.boom
    if not kaart.is_nieuw or boom.get("vervangt"):
        return
    for brief in dossier.brieven:
        eerder = brief.kaart.record
        zelfde = (eerder.soort, eerder.bij) == (boom.get("soort"), boom.get("bij"))
        if zelfde and brief.van(Verzonden) and _soort(dossier, eerder.soort).maakt_bekend:
            raise Geweigerd(
                f"Deze maatregel is al meegedeeld, met {brief.id}.",
                nu=f"vervangt een nieuwe brief hem, geef dan --vervangt brieven/{brief.id}",
            )


def als_boom(kaart: Bestand[Briefkaart]) -> dict[str, object]:
    """The card as texts again, without what clm itself works out at each making."""
    boom: dict[str, object] = kaart.record.model_dump(
        mode="json", exclude_none=True, exclude_defaults=True
    )
    return {naam: waarde for naam, waarde in boom.items() if naam not in _VAN_CLM}


def _soort(dossier: Dossier, soort: str) -> Briefsoort:
    for regime in (*(c.regime for c in dossier.contracten), None):
        if gevonden := briefsoort(soort, regime):
            return gevonden
    namen = [rij.soort for rij in BRIEFSOORTEN]
    over = [rij.soort for rij in BRIEFSOORTEN if soort in rij.over]  # named by what it tells
    stappen = (i for c in dossier.contracten for _, i in instrumenten(c))
    over += dict.fromkeys(i.brief for i in stappen if i.instrument == soort and i.brief != "geen")
    nu = f"bedoelt u {' of '.join(over)}?" if 0 < len(over) <= _EEN_REGEL else ""
    raise ClmFout(f"'{soort}' is geen soort brief.", nu=nu or bedoelt(soort, namen))


def _dag(tekst: str | None, werk: Werk) -> date:
    return gezegde_dag(tekst, werk.vandaag) if tekst else werk.vandaag
