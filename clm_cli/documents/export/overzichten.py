"""Floor 6, overzichten: what the page of the team and that of one provider are filled with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from clm_cli.derivations.cijfers import Beeld, beelden
from clm_cli.derivations.classificatie import huidige
from clm_cli.derivations.contracten import duurstand, loopt
from clm_cli.derivations.escalatie.hoogste import hoogste_stap
from clm_cli.derivations.escalatie.zaken import gesloten
from clm_cli.derivations.filter import Filter
from clm_cli.derivations.gesprekken import dag_van, eerste_gedeeld
from clm_cli.derivations.opvolging import behandelaar, stand
from clm_cli.derivations.rapport.cijfers import stand_in_woorden
from clm_cli.derivations.verplichtingen import open_dagen, plichten
from clm_cli.derivations.werklijst import Werklijst, werklijst
from clm_cli.documents.document import Gegevens
from clm_cli.documents.grafiek import Figuur, Lijn, figuur, merk
from clm_cli.kijk import Dossierblik, Kijk
from clm_cli.records.gesprek import GesprekVervallen
from clm_cli.tijd.datum import datum_vol, getal
from clm_cli.value import value


@value
class Blad:
    """The data of a page with its pictures."""

    gegevens: Gegevens
    figuren: Mapping[str, Figuur] = field(default_factory=dict)


def teamblad(kijk: Kijk) -> Blad:
    """Everything that is due, where each provider stands, the figures and the talks to come."""
    lijst, dossiers = werklijst(kijk, Filter()), kijk.register.dossiers
    per: dict[str, list[Gegevens]] = {}
    for regel in lijst.regels:
        punt = regel.punt
        per.setdefault(regel.kop, []).append(
            {
                "uiterlijk": datum_vol(punt.uiterlijk) if punt.uiterlijk else "–",
                "dossier": dossiers[punt.dossier].roepnaam(kijk.vandaag),
                "wat": punt.wat,
                "bij": punt.bij,
                "wie": kijk.register.naam_van(punt.wie) if punt.wie else "?",
                "grond": punt.grond,
            }
        )
    return Blad(
        {
            **_kop(kijk),
            "groepen": list(per.items()),
            "regio": list(_regio(lijst)),
            "standen": [_stand(blik) for blik in kijk.blikken],
            "cijfers": [rij for blik in kijk.blikken for rij in _cijfers(blik)],
            "gesprekken": sorted(
                (rij for blik in kijk.blikken for rij in _gesprekken(blik)),
                key=lambda rij: (str(rij["sleutel"]), str(rij["dossier"])),
            ),
        }
    )


def _regio(lijst: Werklijst) -> Iterable[Gegevens]:
    """What belongs to no provider: reports that have to go out, and what nobody watches."""
    for punt in lijst.rapporten:
        yield {"uiterlijk": datum_vol(punt.uiterlijk), "wat": punt.wat, "grond": "beleid"}
    for rij in lijst.overeenkomsten:
        yield {"uiterlijk": "–", "wat": rij.wat, "grond": rij.grond.eis if rij.grond else "beleid"}


def _kop(kijk: Kijk) -> Gegevens:
    return {
        "organisatie": kijk.register.organisatie.naam or "onbekend",
        "dag": kijk.vandaag,
        "fictief": kijk.register.organisatie.fictief == "ja",
    }


def _stand(blik: Dossierblik) -> Gegevens:
    dossier, dag = blik.dossier, blik.vandaag
    lopend = [c for c in dossier.contracten if loopt(c, dag)]
    feiten = (huidige(dossier, c.id, dag) for c in lopend)
    wie = behandelaar(dossier, dag)
    return {
        "dossier": dossier.roepnaam(dag),
        "manager": blik.register.naam_van(wie) if wie else "?",
        "contracten": len(lopend),
        "categorie": "/".join(sorted({str(f.record.categorie) for f in feiten if f})) or "–",
        "trede": hoogste_stap(blik) or "–",
        "zaken": sum(not gesloten(zaak) for zaak in dossier.escalaties) or "–",
    }


def _cijfers(blik: Dossierblik) -> Iterable[Gegevens]:
    for beeld in beelden(blik):
        laatste, kpi = beeld.laatste, beeld.kpi
        waarde = laatste.waarde
        yield {
            "dossier": blik.dossier.roepnaam(blik.vandaag),
            "contract": beeld.contract.id,
            "titel": kpi.titel,
            "periode": str(laatste.periode),
            "waarde": f"{getal(waarde)} {kpi.eenheid}" if waarde is not None else "onbekend",
            "norm": getal(laatste.norm) if laatste.norm is not None else "–",
            "stand": stand_in_woorden(laatste.oordeel),
            "op_rij": beeld.op_rij,
            "beweging": beeld.beweging or "–",
        }


def _gesprekken(blik: Dossierblik) -> Iterable[Gegevens]:
    for gesprek in blik.dossier.gesprekken:
        kaart, dag = gesprek.kaart.record, dag_van(gesprek).datum
        if dag >= blik.vandaag and not kaart.gehouden and not gesprek.van(GesprekVervallen):
            yield {
                "sleutel": dag.isoformat(),
                "dag": datum_vol(dag),
                "tijd": f"{kaart.tijd:%H.%M} uur" if kaart.tijd else "–",
                "dossier": blik.dossier.roepnaam(dag),
                "contracten": ", ".join(kaart.contracten),
                "plaats": kaart.plaats or "–",
            }


def aanbiederblad(blik: Dossierblik) -> Blad:
    """What a provider may see of its own dossier: agreements, figures, talks; nothing internal."""
    dossier, dag = blik.dossier, blik.vandaag
    figuren = {f"{b.contract.id}-{b.kpi.id}": figuur(_lijn(b)) for b in beelden(blik)}
    return Blad(
        {
            **_kop(blik.kijk),
            "aanbieder": dossier.roepnaam(dag),
            "contracten": [
                {
                    "nummer": c.kaart.record.nummer,
                    "zorgvormen": ", ".join(c.kaart.record.zorgvormen),
                    "tot": datum_vol(tot) if (tot := duurstand(c, dag).tot) else "onbekend",
                }
                for c in dossier.contracten
                if loopt(c, dag)
            ],
            "plichten": [
                {
                    "id": p.rij.id,
                    "wat": p.rij.wat,
                    "wie": _partij(p.rij.partij),
                    "dag": datum_vol(d),
                }
                for p in plichten(blik)
                if not p.vervallen
                for d in open_dagen(p)
            ],
            "acties": list(_acties(blik)),
            "cijfers": [
                {**rij, "figuur": merk(naam), "beschrijving": figuren[naam].alt}
                for rij, naam in zip(_cijfers(blik), figuren, strict=True)
            ],
            "gesprekken": list(_gesprekken(blik)),
        },
        figuren,
    )


def _partij(partij: str) -> str:
    return "u" if partij == "aanbieder" else "wij"


def _lijn(beeld: Beeld) -> Lijn:
    cijfers = beeld.cijfers[-6:]
    return Lijn(
        titel=f"{beeld.kpi.titel[0].upper()}{beeld.kpi.titel[1:]}, {beeld.contract.id}",
        eenheid=beeld.kpi.eenheid,
        labels=tuple(str(c.periode) for c in cijfers),
        waarden=tuple(c.waarde for c in cijfers),
        normen=tuple(c.norm for c in cijfers),
        goed=tuple(
            {"voldoet": True, "onder": False, "boven": False}.get(c.oordeel) for c in cijfers
        ),
    )


def _acties(blik: Dossierblik) -> Iterable[Gegevens]:
    """The actions of reports that were shared, as they now stand."""
    for gesprek in blik.dossier.gesprekken:
        gehouden = gesprek.kaart.record.gehouden
        for actie in gehouden.acties if gehouden and eerste_gedeeld(gesprek) else ():
            na = stand(blik.dossier, f"{gesprek.kaart.id}#{actie.id}")
            uiterlijk = na.uiterlijk or actie.uiterlijk
            if na.gesloten is None:
                yield {
                    "id": actie.id,
                    "wat": actie.wat,
                    "wie": na.wie or actie.wie,
                    "dag": datum_vol(uiterlijk) if uiterlijk else "geen dag afgesproken",
                }
