"""Floor 7, dossier: a new dossier, a new contract, and the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from clm_cli.cli.documenten import als_stukken, stel_op
from clm_cli.cli.opties import maak_functie, optie, woord
from clm_cli.cli.schrijven import Werk
from clm_cli.kijk import blik_op
from clm_cli.meldingen import ClmFout

_VORMEN = ["md", "pdf", "docx"]
_Kvk = Annotated[str | None, typer.Option("--kvk", help="het KvK-nummer; nodig in Nederland")]
_Land = Annotated[str | None, typer.Option("--land", help="het land, als dat niet Nederland is")]
_Email = Annotated[str | None, typer.Option("--email", help="het e-mailadres voor formele post")]
_Registratie = Annotated[
    str | None, typer.Option("--registratie", help="buiten Nederland: het register en het nummer")
]


def nieuw(
    ctx: typer.Context,
    naam: Annotated[
        str, typer.Argument(metavar="NAAM", help="de statutaire naam van de aanbieder")
    ],
    straat: Annotated[str, typer.Option("--straat", help="straat en huisnummer, of de postbus")],
    postcode: Annotated[str, typer.Option("--postcode", help="zoals 1234 AB")],
    plaats: Annotated[str, typer.Option("--plaats", help="de plaats")],
    kvk: _Kvk = None,
    land: _Land = None,
    registratie: _Registratie = None,
    roepnaam: Annotated[
        str | None,
        typer.Option("--roepnaam", help="de naam in het dagelijks gebruik; ook de naam van de map"),
    ] = None,
    rechtsvorm: Annotated[
        str | None, typer.Option("--rechtsvorm", help="zoals stichting of besloten vennootschap")
    ] = None,
    email: _Email = None,
    agb: Annotated[list[str] | None, typer.Option("--agb", help="de AGB-code; mag vaker")] = None,
    contactpersoon: Annotated[
        list[str] | None,
        typer.Option(
            "--contactpersoon",
            help="zoals \"id=h-van-dalen naam='Henk van Dalen' functie=bestuurder\"; mag vaker",
        ),
    ] = None,
    contractmanager: Annotated[
        str | None, typer.Option("--contractmanager", help="wie bij ons; standaard uzelf")
    ] = None,
    zaaknummer: Annotated[
        str | None, typer.Option("--zaaknummer", help="het zaaknummer in het eigen zaaksysteem")
    ] = None,
) -> int:
    """Maakt een dossier voor een aanbieder, klaar om mee te werken."""
    from clm_cli.acts.dossier import nieuw as maak
    from clm_cli.commands.getypt import als_boom
    from clm_cli.records.aanbieder import Aanbieder
    from clm_cli.records.vorm import velden

    werk = Werk(ctx.obj)
    mensen = next(veld for veld in velden(Aanbieder) if veld.naam == "contactpersonen")
    kaart = {
        "kvk": kvk,
        "registratie": registratie,
        "land": land,
        "straat": straat,
        "postcode": postcode,
        "plaats": plaats,
        "roepnaam": roepnaam,
        "rechtsvorm": rechtsvorm,
        "email": email,
        "agb": agb,
        "contactpersonen": als_boom(mensen, contactpersoon or []),
        "contractmanager": contractmanager,
        "zaaknummer": zaaknummer,
    }
    return werk.leg_vast(maak(werk.register, naam, kaart, werk.om.vandaag, werk.kop.door))


@dataclass(frozen=True)
class Contractkaart:
    """`clm contract nieuw`: the card of a contract."""

    __doc__ = "Voegt een contract toe aan een dossier."

    def maak(self) -> Callable[..., int]:
        """The function, with an option for every field of the card."""
        from clm_cli.records.overeenkomst import Contract
        from clm_cli.records.vorm import velden

        woorden = [
            woord("dossier", "DOSSIER", "het dossier, of een uniek begin van de naam"),
            woord("id_", "CONTRACT", "de naam van de map, zoals ambulant"),
        ]
        return maak_functie(self.__doc__, [*woorden, *map(optie, velden(Contract))], self._voer_uit)

    def _voer_uit(self, ctx: typer.Context, gegeven: dict[str, Any]) -> int:
        from clm_cli.acts.dossier import contract
        from clm_cli.cli.invoer import vraag_ontbrekend
        from clm_cli.commands.getypt import als_boom
        from clm_cli.records.overeenkomst import Contract
        from clm_cli.records.vorm import velden

        werk = Werk(ctx.obj)
        dossier, id_ = werk.dossier(gegeven.pop("dossier")), gegeven.pop("id_")
        rijen = {veld.naam: veld for veld in velden(Contract)}
        boom = {
            naam: als_boom(rijen[naam], w) for naam, w in gegeven.items() if w not in (None, [], ())
        }
        vraag_ontbrekend(Contract, boom)
        try:
            return werk.leg_vast(
                contract(
                    werk.register,
                    dossier,
                    id_,
                    {n: boom[n] for n in Contract.model_fields if n in boom},
                )
            )
        except ClmFout as fout:
            raise werk.bewaard(f"{dossier.id}-{id_}", boom, fout) from None


def plan(
    ctx: typer.Context,
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER", help="het dossier")],
    doel: Annotated[
        list[str] | None,
        typer.Option(
            "--doel", help="bij een nieuw plan: wat dit jaar de aandacht vraagt; mag vaker"
        ),
    ] = None,
    vorm: Annotated[
        list[str] | None,
        typer.Option(
            "--vorm",
            metavar="VORM",
            help="md, pdf, docx of html; mag vaker; standaard md, pdf en docx",
        ),
    ] = None,
    alleen_stuk: Annotated[
        bool,
        typer.Option(
            "--alleen-stuk",
            help="maak het stuk opnieuw, zonder het plan als bijgesteld vast te leggen",
        ),
    ] = False,
) -> int:
    """Maakt het contractmanagementplan, of legt vast dat het vandaag is bijgesteld.

    En maakt het stuk.
    """
    from clm_cli.acts.dossier import plan as plankaart
    from clm_cli.derivations.contracten import loopt
    from clm_cli.documents.plan import plan as gegevens_van
    from clm_cli.records.aanbieder import Plan
    from clm_cli.voorstel import Voorstel

    werk = Werk(ctx.obj)
    eigen = werk.dossier(dossier)
    lopend = [c.id for c in eigen.contracten if loopt(c, werk.om.vandaag)] or [
        c.id for c in eigen.contracten
    ]
    kaart, wijziging = (
        (None, None)
        if alleen_stuk
        else plankaart(eigen, eigen.kaart(Plan), lopend, doel or [], werk.om.vandaag)
    )
    if kaart or wijziging:
        werk.leg_vast(
            Voorstel(
                f"{eigen.id}: plan {'opgesteld' if kaart else 'bijgesteld'}.",
                nieuw=(kaart,) if kaart else (),
                wijzigingen=(wijziging,) if wijziging else (),
            )
        )
        if werk.om.proef:
            return 0
        werk = Werk(ctx.obj)
        eigen = werk.dossier(dossier)
    document, _ = stel_op(
        werk, "plan", gegevens_van(blik_op(werk.register, eigen, werk.om.vandaag)), concept=False
    )
    stukken = als_stukken(werk, eigen.id, "plan", document, vorm or _VORMEN)
    return werk.leg_vast(
        Voorstel("Plan gemaakt.", stukken=stukken, nu=f"clm gesprek gepland {eigen.id}")
    )


OPDRACHTEN = ((nieuw, "nieuw"), (plan, "plan"))
CONTRACT = ((Contractkaart(), "nieuw"),)
