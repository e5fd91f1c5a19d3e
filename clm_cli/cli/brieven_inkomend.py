"""Floor 8, brieven_inkomend: the command that records a letter of the provider."""

from __future__ import annotations

import sys
from collections.abc import Callable

import typer

from clm_cli.cli.antwoord import Vraag
from clm_cli.cli.invoer import ALS_OPTIE, ingevuld, nodig_antwoord, vraag_velden
from clm_cli.cli.opties import Opties, bestandsoptie, maak_functie, parameter, woord
from clm_cli.cli.schrijven import Werk
from clm_cli.commands.brieven.inkomend import EERST, NODIG, SOORT, contracten, leg_vast
from clm_cli.derivations.zinnen import klein
from clm_cli.dossier import Dossier
from clm_cli.meldingen import ClmFout

_KANALEN = "aangetekend, gewone post, e-mail, koerier, portaal of uitgereikt"
_OPTIES: tuple[tuple[str, str, str | None, str], ...] = (
    ("onderwerp", "--onderwerp", None, "waar hun brief over gaat (nodig)"),
    (
        "document",
        "--document",
        "BESTAND",
        "de scan of het bestand; het komt in het dossier, met zijn sha256 (nodig)",
    ),
    ("soort", "--soort", None, klein(SOORT.uitleg).rstrip(".")),
    ("kanaal", "--kanaal", None, f"hoe hij binnenkwam: {_KANALEN} (nodig)"),
    ("datum", "--datum", "DATUM", "de dag van ontvangst (nodig)"),
    ("tijd", "--tijd", None, "hoe laat, als bewijs"),
    ("verzonden", "--verzonden", "DATUM", "de dag waarop zij verzonden, als die blijkt"),
    (
        "verzonden_bewijs",
        "--verzonden-bewijs",
        None,
        "waaruit die dag blijkt, zoals het poststempel",
    ),
    (
        "gedateerd",
        "--gedateerd",
        "DATUM",
        "de datum op hun brief; standaard de dag van verzending of ontvangst",
    ),
    ("kenmerk", "--kenmerk", None, "hun kenmerk"),
    ("bij", "--bij", "FEIT", "onze brief, of het feit, waarop zij reageren"),
    ("contracten", "--contract", None, "over welk contract; mag vaker"),
    ("antwoord_uiterlijk", "--antwoord-uiterlijk", "DATUM", "de dag waarop zij antwoord vragen"),
    ("naam", "--naam", "NAAM", "een korte naam; standaard de soort"),
)


class Binnengekomen:
    """`clm brief binnengekomen`: a letter of the provider, its scan and the day of receipt."""

    def maak(self) -> Callable[..., int]:
        """The function that typer calls."""
        opties = [
            parameter(
                naam,
                list[str] | None if naam == "contracten" else str | None,
                typer.Option(optie, metavar=vorm, help=uitleg),
            )
            for naam, optie, vorm, uitleg in _OPTIES
        ]
        bestand = "lees de invoer uit een YAML-bestand, of - voor de invoer; opties gaan voor"
        dossier = woord("dossier", "DOSSIER", "het dossier, of een deel van de naam")
        return maak_functie([dossier, *opties, bestandsoptie(bestand)], self._voer_uit)

    def _voer_uit(self, ctx: typer.Context, gegeven: Opties) -> int:
        werk = Werk(ctx.obj)
        dossier, bestand = werk.dossier(gegeven.pop("dossier")), gegeven.pop("bestand_")
        boom = ingevuld(werk.om, bestand) | {
            veld: waarde for veld, waarde in gegeven.items() if waarde not in (None, [], ())
        }
        try:
            nodig = NODIG
            if sys.stdin.isatty():
                _vraag_eerst(werk, dossier, boom)
            else:
                over = contracten(dossier, boom)
                nodig = (*EERST, *((over,) if over else ()), *NODIG)
            vraag_velden(boom, nodig, werk.vandaag, gebeurd=True)
            return werk.leg_vast(leg_vast(werk, dossier, boom))
        except ClmFout as fout:
            raise werk.bewaard(f"{dossier.id}-binnengekomen", boom, fout) from None


def _vraag_eerst(werk: Werk, dossier: Dossier, boom: Opties) -> None:
    """The letter itself and what it is about, before the day on which it came."""
    vraag_velden(boom, EERST, werk.vandaag)
    if "soort" not in boom and (soort := Vraag(SOORT, SOORT.naam).stel()):
        boom["soort"] = soort
    if veld := contracten(dossier, boom):
        vraag = Vraag(veld, veld.naam, werk.kijk.blik(dossier))
        boom[veld.naam] = nodig_antwoord(vraag, ALS_OPTIE)


binnengekomen = Binnengekomen()
