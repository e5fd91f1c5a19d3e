"""Floor 7, escalatie: the commands of a case.

The facts that tell it, and the page that shows where it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clm_cli.cli.feitopdracht import Feitopdracht, kies_ding
from clm_cli.cli.schrijven import Werk
from clm_cli.kijk import blik_op
from clm_cli.meldingen import ClmFout

if TYPE_CHECKING:
    from clm_cli.bestand import Bestand, Map
    from clm_cli.derivations.escalatie.zaken import Zaak
    from clm_cli.register import Dossier

_ES = "*/escalaties/*"


def _lopend(werk: Werk, dossier: Dossier, ding: Map | None) -> list[Zaak]:
    """The running measures of the case, the highest trede last."""
    from clm_cli.derivations.escalatie.zaken import zaken

    eigen = [
        z
        for z in zaken(blik_op(werk.register, dossier, werk.om.vandaag))
        if ding and z.escalatie.id == ding.id
    ]
    return sorted(
        eigen, key=lambda z: (z.maatregel.record.trede, z.maatregel.record.datum, z.maatregel.pad)
    )


def _laatste(ding: Map | None, *soorten: str) -> Bestand[Any] | None:
    feiten = [b for b in ding.bestanden if b.soort in soorten] if ding else []
    return max(feiten, key=lambda b: (b.record.datum, b.pad), default=None)


def _zet_bij(
    boom: dict[str, Any], feit: Bestand[Any] | None, dossier: Dossier, wat: str, nu: str
) -> None:
    """What the fact answers, where it was not said: the only sensible thing.

    Else what has to come first.
    """
    if "bij" in boom:
        return
    if feit is None:
        raise ClmFout(
            f"Er is nog geen {wat} in deze escalatie.", nu=f"clm escalatie {nu} {dossier.id}"
        )
    boom["bij"] = feit.stam


def _bij_maatregel(
    kiest: Callable[[Zaak], bool] | None, volgende: str
) -> Callable[..., str | None]:
    def vul(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
        rijen = [z for z in _lopend(werk, dossier, ding) if kiest is None or kiest(z)]
        _zet_bij(
            boom,
            rijen[-1].maatregel if rijen else None,
            dossier,
            "maatregel die nog loopt",
            "maatregel",
        )
        return volgende.format(d=dossier.id)

    return vul


def _met_termijn(soort: str) -> Callable[[Zaak], bool]:
    def past(z: Zaak) -> bool:
        from clm_cli.derivations.escalatie.bezwaren import regeltermijn

        return regeltermijn(z, soort) is not None

    return past


def _bij_feit(
    soorten: tuple[str, ...], wat: str, nu: str, volgende: str
) -> Callable[..., str | None]:
    def vul(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
        _zet_bij(boom, _laatste(ding, *soorten), dossier, wat, nu)
        return volgende.format(d=dossier.id)

    return vul


def _opening(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    """The only contract, the coordinator, and ids for the shortcomings."""
    from clm_cli.derivations.opvolging import behandelaar

    if "contracten" not in boom and len(dossier.contracten) == 1:
        boom["contracten"] = [dossier.contracten[0].id]
    coordinator = behandelaar(dossier, werk.om.vandaag)
    if coordinator:
        boom.setdefault("coordinatie", coordinator)
    for nummer, rij in enumerate(boom.get("tekortkomingen", []), 1):
        if isinstance(rij, dict):
            rij.setdefault("id", f"T{nummer}")
    return f"clm escalatie onderzoek {dossier.id}"


def _onderzoek(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    _alle_tekortkomingen(ding, boom)
    return (
        "nodig de aanbieder uit op deze bevindingen, en leg het horen vast: clm escalatie "
        f"wederhoor {dossier.id}"
    )


def _alle_tekortkomingen(ding: Map | None, boom: dict[str, Any]) -> None:
    from clm_cli.derivations.escalatie.bezwaren import tekortkomingen
    from clm_cli.register import Escalatie

    if "tekortkomingen" not in boom and isinstance(ding, Escalatie):
        boom["tekortkomingen"] = [t.id for t in tekortkomingen(ding)]


def _maatregel(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    """The trede that the contract gives the instrument; the rules then check every condition."""
    from clm_cli.cli.nederlands import naaste
    from clm_cli.derivations.escalatie.zaken import contract_van, gesloten, instrumenten
    from clm_cli.register import Escalatie

    assert isinstance(ding, Escalatie)
    if gesloten(ding):
        raise ClmFout(
            "Deze escalatie is gesloten.", nu=f"clm escalatie heropening {dossier.id} {ding.id}"
        )
    contract = contract_van(dossier, ding)
    treden = {i.instrument: t.trede for t, i in instrumenten(contract)} if contract else {}
    instrument = str(boom.get("instrument", ""))
    if instrument not in treden:
        dichtbij = naaste(instrument, list(treden))
        regime = contract.regime.titel if contract and contract.regime else "dit contract"
        raise ClmFout(
            f"'{instrument or '(niets)'}' is geen instrument van {regime}.",
            nu=f"bedoelt u {dichtbij}?" if dichtbij else f"kies uit {', '.join(treden)}",
        )
    boom.setdefault("trede", str(treden[instrument]))
    boom.setdefault("ingaat", boom["datum"])
    _alle_tekortkomingen(ding, boom)
    brief = (
        next((i.brief for _, i in instrumenten(contract) if i.instrument == instrument), "geen")
        if contract
        else "geen"
    )
    return (
        f"clm escalatie toon {dossier.id}"
        if brief == "geen"
        else f"clm brief maak {dossier.id} {brief}"
    )


def _beoordeling(
    werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]
) -> str | None:
    """A judgement is about the last thing that asks for one of its kind."""
    over = str(boom.get("over", "herstel"))
    boom["over"] = over
    if over in ("reactie", "verbeterplan", "uitvoering"):
        soort = "reactie" if over == "reactie" else "verbeterplan"
        _zet_bij(boom, _laatste(ding, soort), dossier, soort, soort)
    else:
        rijen = [
            z
            for z in _lopend(werk, dossier, ding)
            if (z.maatregel.record.preventief is not None) == (over == "effect")
        ]
        _zet_bij(
            boom,
            rijen[-1].maatregel if rijen else None,
            dossier,
            "maatregel om te beoordelen",
            "maatregel",
        )
    return f"clm escalatie toon {dossier.id}"


def _facturen(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    """The instruments that a list of invoices is for are those of the contract."""
    from clm_cli.derivations.escalatie.zaken import contract_van, instrumenten
    from clm_cli.register import Escalatie

    _zet_bij(boom, _laatste(ding, "opening"), dossier, "opening", "opening")
    contract = contract_van(dossier, ding) if isinstance(ding, Escalatie) else None
    namen = (
        [
            i.instrument
            for _, i in instrumenten(contract)
            if "facturenlijst" in i.voorwaarden.hard or (i.maximum and i.maximum.per == "factuur")
        ]
        if contract
        else []
    )
    return f"clm escalatie maatregel {dossier.id} {' of '.join(namen)}".rstrip()


def _uitvoering(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    rijen = [z for z in _lopend(werk, dossier, ding) if z.maatregel.record.reikwijdte] or _lopend(
        werk, dossier, ding
    )
    _zet_bij(
        boom,
        rijen[-1].maatregel if rijen else None,
        dossier,
        "maatregel die nog loopt",
        "maatregel",
    )
    return None


def _bezwaar(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    """An objection belongs to the last measure; under a contract without objection that is said."""
    rijen = _lopend(werk, dossier, ding)
    _zet_bij(
        boom,
        rijen[-1].maatregel if rijen else None,
        dossier,
        "maatregel die nog loopt",
        "maatregel",
    )
    boom.setdefault("ontvangen", boom["datum"])
    if rijen and not any(_met_termijn("bezwaar")(z) for z in rijen):
        return (
            "dit contract kent hier geen bezwaar: het telt als reactie en schort niets op; "
            f"antwoord wel (clm escalatie toon {dossier.id})"
        )
    gesprek = (
        f", en plan het gesprek op directieniveau (clm escalatie geschil {dossier.id})"
        if any(_met_termijn("directiegesprek")(z) for z in rijen)
        else ""
    )
    return f"clm brief maak {dossier.id} bevestiging-bezwaar{gesprek}"


def _reactie(soort: str) -> Callable[..., str | None]:
    basis = _bij_maatregel(_met_termijn(soort), "clm escalatie beoordeling {d} --over " + soort)

    def vul(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
        boom.setdefault("ontvangen", boom["datum"])
        for nummer, punt in enumerate(boom.get("punten", []), 1):
            if isinstance(punt, dict):
                punt.setdefault("id", f"VP-{nummer}")
        return basis(werk, dossier, ding, boom)

    return vul


_TOON = "clm escalatie toon {d}"
_RIJEN: tuple[tuple[str, str, Callable[..., str | None] | None, str | None], ...] = (
    ("tekortkoming", "Legt een tekortkoming vast die later is gevonden.", None, None),
    ("onderzoek", "Legt een onderzoek met zijn bevindingen vast.", _onderzoek, None),
    (
        "wederhoor",
        "Legt vast dat de aanbieder is uitgenodigd, gehoord of zweeg.",
        _bij_feit(("onderzoek",), "onderzoek om op te horen", "onderzoek", _TOON),
        None,
    ),
    ("bewijs", "Legt bewijs vast, per element van de vorm uit het contract.", None, None),
    (
        "maatregel",
        "Neemt een maatregel van de ladder; elke voorwaarde wordt eerst gecontroleerd.",
        _maatregel,
        "instrument",
    ),
    (
        "reactie",
        "Legt het antwoord van de aanbieder op een maatregel vast.",
        _reactie("reactie"),
        None,
    ),
    (
        "verbeterplan",
        "Legt een binnengekomen verbeterplan vast, per punt.",
        _reactie("verbeterplan"),
        None,
    ),
    (
        "beoordeling",
        "Legt een oordeel vast over herstel, reactie, plan, uitvoering of effect.",
        _beoordeling,
        None,
    ),
    (
        "herstel",
        "Legt vast dat de aanbieder herstel meldt; het oordeel volgt apart.",
        _bij_maatregel(None, "clm escalatie beoordeling {d}"),
        None,
    ),
    ("bezwaar", "Legt een bezwaar vast.", _bezwaar, None),
    (
        "beslissing",
        "Legt onze beslissing op een bezwaar vast, met nieuwe dagen.",
        _bij_feit(("bezwaar", "geschil"), "bezwaar of geschil", "bezwaar", _TOON),
        None,
    ),
    (
        "geschil",
        "Legt een geschil over de inschaling en het gesprek op directieniveau vast.",
        _bij_feit(
            ("bezwaar", "maatregel"),
            "bezwaar of maatregel",
            "bezwaar",
            "clm escalatie beslissing {d}",
        ),
        None,
    ),
    (
        "schorsing",
        "Legt vast dat een maatregel door ons is geschorst.",
        _bij_maatregel(None, _TOON),
        None,
    ),
    (
        "hervatting",
        "Legt vast dat een geschorste maatregel weer loopt.",
        _bij_feit(("schorsing",), "schorsing", "schorsing", _TOON),
        None,
    ),
    ("aanpassing", "Legt vast dat een maatregel is aangepast.", _bij_maatregel(None, _TOON), None),
    (
        "uitvoering",
        "Legt vast wat één gemeente deed om een maatregel uit te voeren.",
        _uitvoering,
        None,
    ),
    ("opheffing", "Heft een maatregel op, of neemt haar terug.", _bij_maatregel(None, _TOON), None),
    ("facturen", "Legt de lijst met onrechtmatige facturen vast.", _facturen, None),
    (
        "betaling",
        "Legt een betaling, verrekening of creditnota vast.",
        _bij_maatregel(None, _TOON),
        None,
    ),
    (
        "afstemming",
        "Legt bestuurlijke afstemming vast.",
        _bij_feit(("opening",), "opening", "opening", _TOON),
        None,
    ),
    ("sluiting", "Sluit de escalatie; alle maatregelen eindigen.", None, None),
    (
        "heropening",
        "Heropent een gesloten escalatie; geen maatregel herleeft.",
        _bij_feit(("sluiting",), "sluiting", "sluiting", "clm escalatie onderzoek {d}"),
        None,
    ),
)


def toon(
    ctx: typer.Context,
    dossier: Annotated[str, typer.Argument(help="het dossier, of een uniek begin van de naam")],
    escalatie: Annotated[
        str | None,
        typer.Argument(
            metavar="ESCALATIE", help="welke escalatie: de map, of een deel van de naam"
        ),
    ] = None,
    wat_als: Annotated[
        str | None,
        typer.Option(
            "--wat-als",
            metavar="REGIME",
            help="dezelfde feiten onder een ander regime; er wordt niets vastgelegd",
        ),
    ] = None,
) -> None:
    """Toont waar een escalatie staat: ladder, termijnen, bezwaar, en wat nu kan en waarom niet."""
    from clm_cli.cli import registers
    from clm_cli.cli.uitvoer import breedte, druk, kleur, zeg_json
    from clm_cli.derivations.escalatie.stand import stand_van
    from clm_cli.derivations.escalatie.vervolg import vervolg
    from clm_cli.derivations.werklijst import alle_werkpunten
    from clm_cli.register import Escalatie
    from clm_cli.views.escalatie import bladzijde as view

    om = ctx.obj
    geladen = registers.laad(om)
    register = registers.bekeken(om, geladen)
    gekozen = registers.dossier(register, dossier)
    if wat_als:
        gekozen = _onder(register.regimes, gekozen, wat_als)
    zaak = kies_ding(gekozen, "escalatie", escalatie)
    assert isinstance(zaak, Escalatie)
    dag = om.peildatum
    blik = blik_op(register, gekozen, dag)
    stand, stappen = stand_van(blik, zaak), vervolg(blik, zaak)
    eigen = {feit.id for feit in zaak.bestanden}
    punten = [p for p in alle_werkpunten(blik) if p.verwijzing in eigen]
    if om.json:
        zeg_json("escalatie", view.als_json(stand, stappen, punten, geladen.plaats))
    else:
        druk(
            view.toon(
                blik,
                stand,
                stappen,
                punten,
                breedte(),
                kleur=kleur(),
                wat_als=wat_als,
            )
        )


def _onder(regimes: Any, dossier: Dossier, regime: str) -> Dossier:
    """The dossier with all its contracts under another regime."""
    from dataclasses import replace

    from clm_cli.cli.nederlands import naaste

    if regime not in regimes:
        dichtbij = naaste(regime, list(regimes))
        raise ClmFout(
            f"Er is geen regime '{regime}'.",
            nu=f"bedoelt u {dichtbij}?" if dichtbij else "clm regime lijst",
        )
    return replace(
        dossier, contracten=tuple(replace(c, regime=regimes[regime]) for c in dossier.contracten)
    )


OPDRACHTEN = (
    (
        Feitopdracht(
            "opening",
            _ES,
            "Opent een escalatie, met de tekortkomingen en de afweging.",
            vul=_opening,
            opent=True,
        ),
        "opening",
    ),
    *(
        (Feitopdracht(soort, _ES, uitleg, ding="escalatie", los=los, vul=vul), soort)
        for soort, uitleg, vul, los in _RIJEN
    ),
    (toon, "toon"),
)
