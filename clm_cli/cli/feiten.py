"""Floor 8, feiten: the table of commands that write one fact.

And what each fills in from the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clm_cli.cli import briefleven, escalatie
from clm_cli.cli.feitopdracht import Feitopdracht
from clm_cli.cli.schrijven import Werk
from clm_cli.meldingen import ClmFout

if TYPE_CHECKING:
    from clm_cli.bestand import Map
    from clm_cli.register import Dossier


def _gedeeld(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    """The report as it lies in the folder, the seal on the card, and with whom it was shared."""
    from clm_cli.files.stukken import sha256_van
    from clm_cli.register import Gesprek

    assert isinstance(ding, Gesprek)
    gehouden = ding.kaart.record.gehouden
    if gehouden is None:
        raise ClmFout(
            "Dit gesprek is nog niet vastgelegd; er is dus nog geen verslag om te delen.",
            nu=f"clm gesprek gehouden {dossier.id} {ding.id}",
        )
    if "verslag" not in boom:
        boom["verslag"] = next(
            (
                n
                for n in ("verslag.pdf", "verslag.docx", "verslag.md")
                if (werk.wortel / ding.pad / n).is_file()
            ),
            None,
        ) or _geen_verslag(dossier, ding)
    boom["kaart_sha256"] = sha256_van(werk.wortel / ding.kaart.pad)
    boom.setdefault("versie", str(1 + sum(b.soort == "gedeeld" for b in ding.bestanden)))
    if "aan" not in boom:
        aanwezig = [g for g in (*gehouden.aanwezig, *gehouden.afwezig) if g.partij == "aanbieder"]
        boom["aan"] = [_naam(dossier, g) for g in aanwezig]
    return (
        f"clm gesprek reactie {dossier.id} {ding.id}  of, zonder reactie, clm gesprek vastgesteld "
        f"{dossier.id} {ding.id}"
    )


def _geen_verslag(dossier: Dossier, ding: Map) -> str:
    raise ClmFout(
        "Er ligt nog geen verslag bij dit gesprek.", nu=f"clm verslag {dossier.id} {ding.id}"
    )


def _naam(dossier: Dossier, genodigde: Any) -> str:
    mensen = dossier.aanbieder.record.contactpersonen if dossier.aanbieder else ()
    return genodigde.naam or next(
        (p.naam for p in mensen if p.id == genodigde.persoon), genodigde.persoon
    )


def _reactie(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    """A reaction answers the last sharing; its points get numbers."""
    assert ding is not None
    gedeeld = [b for b in ding.bestanden if b.soort == "gedeeld"]
    if not gedeeld:
        raise ClmFout(
            "Het verslag van dit gesprek is nog niet gedeeld.",
            nu=f"clm gesprek gedeeld {dossier.id} {ding.id}",
        )
    boom.setdefault("bij", max(gedeeld, key=lambda b: b.record.datum).stam)
    boom.setdefault("ontvangen", boom["datum"])
    for nummer, punt in enumerate(boom.get("punten", []), 1):
        if isinstance(punt, dict) and "id" not in punt:
            punt["id"] = str(nummer)
    return (
        f"clm verslag {dossier.id} {ding.id}  en daarna clm gesprek vastgesteld "
        f"{dossier.id} {ding.id}"
    )


def _vastgesteld(
    werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]
) -> str | None:
    """The settled report: every remark has an outcome; silence is written down as silence."""
    from clm_cli.records.gesprek import Gedeeld, Gespreksreactie

    assert ding is not None
    gedeeld = ding.van(Gedeeld)
    if not gedeeld:
        raise ClmFout(
            "Het verslag van dit gesprek is nog niet gedeeld.",
            nu=f"clm gesprek gedeeld {dossier.id} {ding.id}",
        )
    reacties = ding.van(Gespreksreactie)
    if not reacties:
        boom.setdefault("wijze", "geen reactie ontvangen")
    elif boom.get("wijze") == "geen reactie ontvangen":
        raise ClmFout(
            f"Er is wel gereageerd ({reacties[0].stam}); 'geen reactie ontvangen' klopt dus niet.",
            nu='geef --wijze schriftelijk of --wijze "in gesprek"',
        )
    verwerkt = boom.setdefault("verwerkt", [])
    genoemd = {rij.get("punt") for rij in verwerkt if isinstance(rij, dict)}
    open_ = []
    for reactie in reacties:
        for punt in reactie.record.punten:
            ref = f"{reactie.stam}#{punt.id}"
            if ref in genoemd:
                continue
            if punt.verwerking == "open":
                open_.append(ref)
            else:
                verwerkt.append(
                    {
                        "punt": ref,
                        "verwerking": punt.verwerking,
                        **({"reden": punt.reden} if punt.reden else {}),
                    }
                )
    if open_:
        raise ClmFout(
            f"Nog niet verwerkt: {', '.join(open_)}.",
            nu=(
                f'geef --verwerkt "punt={open_[0]} verwerking=overgenomen" (of deels, niet; met '
                "reden=…)"
            ),
        )
    boom.setdefault("verslag", str(gedeeld[-1].record.verslag.bestand))
    return f"clm toon {dossier.id}"


def _uitvraag(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    """Asks the municipalities of the signal, within the time of the own policy."""
    from clm_cli.acts.signalen import uitvraagtermijn
    from clm_cli.records.contact import Signaal

    doel = dossier.vind(str(boom.get("bij", "")))
    if doel is None or not isinstance(doel.bestand.record, Signaal):
        raise ClmFout(
            "Een uitvraag gaat over een signaal.",
            nu=(
                "noem het signaal: "
                f"{', '.join(b.id for b in dossier.van(Signaal)) or 'er is er nog geen'}"
            ),
        )
    boom["bij"] = doel.bestand.id
    gemeenten = doel.bestand.record.gemeenten or tuple(
        g for c in dossier.contracten for g in c.gemeenten
    )
    boom.setdefault("gemeenten", list(dict.fromkeys(gemeenten)))
    if "uiterlijk" not in boom and (dag := uitvraagtermijn(werk.register, boom["datum"])):
        boom["uiterlijk"] = dag.isoformat()
    return f"clm signaal antwoord {dossier.id}"


def _signaal(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    """A signal: the day of the knowledge on our side is at least today's."""
    boom.setdefault(
        "bekend_bij", [{"wie": werk.kop.door, "op": boom.get("ontvangen", boom["datum"])}]
    )
    boom.setdefault("ernst", "feitelijk")
    if boom.get("acuut") == "ja":
        return (
            "bij acuut gevaar: bel nu, en leg het onderzoek vast met clm escalatie opening "
            f"{dossier.id}"
        )
    return f"clm signaal uitvraag {dossier.id} en daarna clm actie afgerond {dossier.id}"


def _contact(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    from clm_cli.acts.nummers import volgende

    boom.setdefault("richting", "uitgaand")
    for punt in boom.get("toezeggingen", []):
        if isinstance(punt, dict) and "id" not in punt:
            punt["id"] = volgende(dossier, "TZ", boom)
    return None


def _informeer(werk: Werk, dossier: Dossier, ding: Map | None, boom: dict[str, Any]) -> str | None:
    """The provider is told of its latest classification (J14)."""
    from clm_cli.records.aanbieder import Classificatie

    rijen = dossier.van(Classificatie)
    if "bij" not in boom and rijen:
        boom["bij"] = rijen[-1].stam
    return f"clm plan {dossier.id}"


_OP, _GE, _CO, _SI = "*/opvolging", "*/gesprekken/*", "*/contracten/*", "*/signalen"

ACTIES = tuple(
    (Feitopdracht(soort, _OP, uitleg, los="bij"), soort)
    for soort, uitleg in (
        (
            "afgerond",
            "Legt vast dat een actie, toezegging of signaal is afgerond, met het resultaat.",
        ),
        ("verzet", "Geeft een actie of toezegging een nieuwe dag, met de reden."),
        ("overgedragen", "Geeft een actie of toezegging een nieuwe eigenaar."),
        ("vervallen", "Legt vast dat een actie, toezegging of signaal vervalt."),
        ("herroepen", "Legt vast dat een besluit buiten een gesprek is herroepen."),
        ("geparkeerd", "Zet iets weg tot een dag."),
        ("wacht", "Legt vast op wie wij wachten."),
    )
)
GESPREKFEITEN = (
    (
        Feitopdracht(
            "gedeeld",
            _GE,
            "Legt vast dat het verslag is gedeeld; kaart en verslag zijn daarna verzegeld.",
            ding="gesprek",
            vul=_gedeeld,
        ),
        "gedeeld",
    ),
    (
        Feitopdracht(
            "reactie",
            _GE,
            "Legt een reactie op het verslag vast, per opmerking.",
            ding="gesprek",
            vul=_reactie,
        ),
        "reactie",
    ),
    (
        Feitopdracht(
            "vastgesteld",
            _GE,
            "Legt vast dat het verslag is vastgesteld, en wat met opmerkingen is gedaan.",
            ding="gesprek",
            vul=_vastgesteld,
        ),
        "vastgesteld",
    ),
    (
        Feitopdracht("verzet", _GE, "Verzet een gesprek naar een andere dag.", ding="gesprek"),
        "verzet",
    ),
    (
        Feitopdracht("vervallen", _GE, "Legt vast dat een gesprek niet doorgaat.", ding="gesprek"),
        "vervallen",
    ),
)
CONTRACTFEITEN = tuple(
    (Feitopdracht(soort, _CO, uitleg, ding="contract"), soort)
    for soort, uitleg in (
        ("verlenging", "Legt vast dat een optie is gebruikt."),
        (
            "niet-verlengd",
            (
                "Legt vast dat een optie niet wordt gebruikt of een contract niet wordt "
                "voortgezet, met de reden."
            ),
        ),
        ("wijziging", "Legt een wijziging van het contract vast."),
        ("overname", "Legt vast dat het contract overgaat naar een andere aanbieder."),
        ("einde", "Legt vast dat en hoe het contract eindigt."),
    )
)
SIGNALEN = (
    (Feitopdracht("signaal", _SI, "Legt een signaal vast.", los="wat", vul=_signaal), "signaal"),
    (
        Feitopdracht(
            "uitvraag",
            _SI,
            "Vraagt gemeenten of zij een signaal herkennen.",
            los="bij",
            vul=_uitvraag,
        ),
        "uitvraag",
    ),
    (
        Feitopdracht(
            "antwoord", _SI, "Legt het antwoord van een gemeente op een uitvraag vast.", los="bij"
        ),
        "antwoord",
    ),
)
LOSSE = (
    (
        Feitopdracht(
            "contact",
            "*/contacten",
            "Legt een telefoontje, e-mail of bezoek vast.",
            los="kern",
            vul=_contact,
        ),
        "noteer",
    ),
    (
        Feitopdracht(
            "geinformeerd",
            "*/classificaties",
            "Legt vast dat de aanbieder over zijn classificatie is geïnformeerd.",
            vul=_informeer,
        ),
        "geinformeerd",
    ),
    (Feitopdracht("meting", "*/metingen", "Legt cijfers over een periode vast."), "meting"),
    (
        Feitopdracht(
            "overgeslagen", "*/overgeslagen", "Zet een melding opzij, met de reden.", los="bij"
        ),
        "overgeslagen",
    ),
)
_GROEPEN = {
    "actie": ACTIES,
    "gesprek": GESPREKFEITEN,
    "contract": CONTRACTFEITEN,
    "signaal": SIGNALEN,
    "escalatie": escalatie.OPDRACHTEN,
    "brief": briefleven.BRIEFFEITEN,
}
OPDRACHTEN = {
    **{f"{groep} {woord}": een for groep, rijen in _GROEPEN.items() for een, woord in rijen},
    **{woord: een for een, woord in LOSSE},
}
"""Every command that writes one fact, by its words."""
