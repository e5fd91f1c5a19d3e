"""Floor 6, verslagen: the report of a talk is shared, answered and settled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from clm_cli.acts.opgave import Aanvulling, Opgave, aangenomen, genummerd, stuk
from clm_cli.acts.vervolg import volgende
from clm_cli.advies import Advies, advies, opdracht
from clm_cli.bestand import Bestand
from clm_cli.derivations.adressen import deelnemers
from clm_cli.derivations.brieven.onverwerkt import onverwerkt_verslag
from clm_cli.derivations.gesprekken import dag_van
from clm_cli.derivations.zinnen import opsomming
from clm_cli.dossier import Dossier, Gesprek
from clm_cli.meldingen import ClmFout, Geweigerd
from clm_cli.records.gesprek import Gedeeld, Gespreksreactie, GesprekVervallen, Vastgesteld
from clm_cli.tijd.datum import datum_vol
from clm_cli.voorstel import Vermoeden
from clm_cli.woorden import met_hoofdletter

_VERSLAG = r"verslag(?:-(\d+))?\.(pdf|docx|md)"
_VORMEN = ("pdf", "docx", "md")
"""Of the formats of one report the first is the one that is shared and settled."""
_ZWIJGEN = "geen reactie ontvangen"


def verzet_of_vervallen(opgave: Opgave) -> Aanvulling:
    """A talk that was held is no longer moved, and does not fall through."""
    gesprek, dossier = opgave.als(Gesprek), opgave.dossier
    gehouden = gesprek.kaart.record.gehouden
    if gehouden is not None:
        raise Geweigerd(
            f"Dit gesprek is gehouden op {datum_vol(gehouden.datum)}",
            nu=advies(
                "klopt dat niet, verbeter dan wat is vastgelegd: {gehouden}",
                gehouden=opdracht("gesprek", "gehouden", dossier.id, gesprek.id),
            ),
        )
    return Aanvulling(nu=volgende(opgave.soort, dossier.id, gesprek.id))


def is_gehouden(dossier: Dossier, gesprek: Gesprek, vandaag: date) -> None:
    """Refuse the report of a talk that was not held, or of which nothing was recorded."""
    if gesprek.kaart.record.gehouden is not None:
        return
    if gesprek.van(GesprekVervallen):
        raise ClmFout(
            "Dit gesprek is niet doorgegaan; er is dus geen verslag.",
            nu=opdracht("gesprek", "gepland", dossier.id),
        )
    dag = dag_van(gesprek).datum
    if dag > vandaag:
        raise ClmFout(
            f"Het gesprek van {datum_vol(dag)} moet nog komen; er is dus nog geen verslag.",
            nu=opdracht("gesprek", "maak", "agenda", dossier.id, gesprek.id),
        )
    raise ClmFout(
        "Dit gesprek is nog niet vastgelegd; er is dus nog geen verslag.",
        nu=opdracht("gesprek", "gehouden", dossier.id, gesprek.id),
    )


def gedeeld(opgave: Opgave) -> Aanvulling:
    """The report as it lies in the folder, the seal on the card, and its version."""
    gesprek, dossier = opgave.als(Gesprek), opgave.dossier
    is_gehouden(dossier, gesprek, opgave.blik.vandaag)
    namen = _te_delen(opgave, gesprek)
    zelf = aangenomen(opgave, verslag=_enige(opgave, namen))
    verslag = opgave.boom.get("verslag", zelf.get("verslag"))
    kaart = opgave.stukken.sha256(gesprek.pad, "gesprek.yaml")
    versie = _versie(gesprek, _sha256(opgave, gesprek, verslag), kaart)
    zelf = {**zelf, **aangenomen(opgave, versie=versie)}
    nu = None
    if not gesprek.van(Vastgesteld):  # what was settled is settled once
        nu = advies(
            "{reactie}  of, zonder reactie, {vastgesteld}",
            reactie=opdracht("gesprek", "reactie", dossier.id, gesprek.id),
            vastgesteld=opdracht("gesprek", "vastgesteld", dossier.id, gesprek.id),
        )
    gehouden = gesprek.kaart.record.gehouden
    waren_er = deelnemers(opgave.blik, gehouden.aanwezig if gehouden else ())
    vermoed = {"aan": Vermoeden(list(waren_er), f"aanwezig waren {opsomming(waren_er)}")}
    return Aanvulling(
        {"kaart_sha256": kaart, **zelf},
        tuple(zelf),
        nu,
        {"verslag": namen},
        vermoed if waren_er else {},
    )


def na_verslag(dossier: Dossier, gesprek: Gesprek) -> Advies | None:
    """What follows when a report was made: it is shared, then settled; after that nothing."""
    gedeeld = opdracht("gesprek", "gedeeld", dossier.id, gesprek.id)
    if gesprek.van(Vastgesteld):
        return None
    if not gesprek.van(Gedeeld):
        return gedeeld
    return advies(
        "{vastgesteld}  of, als u het opnieuw deelt, {gedeeld}",
        vastgesteld=opdracht("gesprek", "vastgesteld", dossier.id, gesprek.id),
        gedeeld=gedeeld,
    )


def _verslagen(opgave: Opgave, gesprek: Gesprek) -> list[str]:
    """The reports in the folder of a talk, each in its first format, in order of making."""
    per: dict[int, dict[str, str]] = {}
    for naam in opgave.stukken.namen(gesprek.pad):
        if delen := re.fullmatch(_VERSLAG, naam):
            per.setdefault(int(delen[1] or 1), {})[delen[2]] = naam
    return [next(rij[v] for v in _VORMEN if v in rij) for _, rij in sorted(per.items())]


def _te_delen(opgave: Opgave, gesprek: Gesprek) -> list[str]:
    """The reports that can be shared: those that were not, or else all."""
    namen = _verslagen(opgave, gesprek)
    if not namen and "verslag" not in opgave.boom:
        raise ClmFout(
            "Er ligt nog geen verslag bij dit gesprek.",
            nu=opdracht("verslag", opgave.dossier.id, gesprek.id),
        )
    al = {feit.record.verslag.sha256 for feit in gesprek.van(Gedeeld)}
    return [n for n in namen if opgave.stukken.sha256(gesprek.pad, n) not in al] or namen


def _enige(opgave: Opgave, namen: Sequence[str]) -> Any:
    """The only report there is; of more the user says which."""
    return stuk(opgave, opgave.als(Gesprek).pad, namen[0]) if len(namen) == 1 else None


def _sha256(opgave: Opgave, gesprek: Gesprek, verslag: Any) -> str | None:
    """The sha256 of a report that clm found itself, or whose path was typed."""
    if isinstance(verslag, str):
        return opgave.stukken.sha256(gesprek.pad, verslag, getypt=True)
    return verslag.get("sha256") if isinstance(verslag, dict) else None


def _versie(gesprek: Gesprek, sha256: str | None, kaart: str | None) -> str:
    """The version of the report: that of an earlier sharing when it is the same document."""
    eerder = gesprek.van(Gedeeld)
    for feit in eerder:
        if (feit.record.verslag.sha256, feit.record.kaart_sha256) == (sha256, kaart):
            return feit.record.versie or "1"
    return str(1 + len(eerder))


def gespreksreactie(opgave: Opgave) -> Aanvulling:
    """A reaction answers the last sharing; its points get numbers."""
    gesprek, dossier = opgave.als(Gesprek), opgave.dossier
    laatste = max(_gedeeld(opgave), key=lambda feit: feit.record.datum)
    bij = aangenomen(opgave, bij=laatste.stam)
    nu = advies(
        "{verslag}  en daarna {vastgesteld}",
        verslag=opdracht("verslag", dossier.id, gesprek.id),
        vastgesteld=opdracht("gesprek", "vastgesteld", dossier.id, gesprek.id),
    )
    return Aanvulling({**bij, **genummerd(opgave.boom, "punten", str)}, tuple(bij), nu)


def vastgesteld(opgave: Opgave) -> Aanvulling:
    """The settled report: every remark has an outcome; that nobody answered has to be said."""
    gedeelde = _gedeeld(opgave)
    reacties = opgave.als(Gesprek).van(Gespreksreactie)
    if reacties and opgave.boom.get("wijze") == _ZWIJGEN:
        raise ClmFout(
            f"Er is wel gereageerd ({reacties[0].stam}); '{_ZWIJGEN}' klopt dus niet.",
            nu='geef --wijze schriftelijk of --wijze "in gesprek"',
        )
    gedeeld_als = [str(gedeelde[-1].record.verslag.bestand)]
    namen = list(dict.fromkeys((*gedeeld_als, *_verslagen(opgave, opgave.als(Gesprek)))))
    post = onverwerkt_verslag(opgave.blik, opgave.als(Gesprek))
    if post and opgave.boom.get("wijze") == _ZWIJGEN:
        raise ClmFout(
            f"{met_hoofdletter(post[0].tekst)}; '{_ZWIJGEN}' klopt dus niet.",
            nu=opdracht("gesprek", "reactie", opgave.dossier.id, opgave.als(Gesprek).id),
        )
    verslag = aangenomen(opgave, verslag=_enige(opgave, namen))
    return Aanvulling(
        {**verslag, "verwerkt": _verwerkt(opgave, reacties)},
        tuple(verslag),
        volgende(opgave.soort, opgave.dossier.id),
        {"verslag": namen},
    )


def bij_vastgesteld(opgave: Opgave) -> tuple[str, ...]:
    """That what was taken over does not stand in the report that is settled."""
    gesprek = opgave.als(Gesprek)
    sha256 = _sha256(opgave, gesprek, opgave.boom.get("verslag"))
    if sha256 not in {feit.record.verslag.sha256 for feit in gesprek.van(Gedeeld)}:
        return ()
    rijen = [rij for rij in opgave.boom.get("verwerkt", ()) if isinstance(rij, dict)]
    over = [str(rij["punt"]) for rij in rijen if rij.get("verwerking") in ("overgenomen", "deels")]
    return tuple(
        f"{punt} is overgenomen, en dit is het verslag zoals het is gedeeld; "
        f"{opdracht('verslag', opgave.dossier.id, gesprek.id)} maakt het met de reacties erin"
        for punt in over
    )


def _gedeeld(opgave: Opgave) -> tuple[Bestand[Gedeeld], ...]:
    gesprek = opgave.als(Gesprek)
    feiten = gesprek.van(Gedeeld)
    if not feiten:
        is_gehouden(opgave.dossier, gesprek, opgave.blik.vandaag)
        raise ClmFout(
            "Het verslag van dit gesprek is nog niet gedeeld.",
            nu=opdracht("gesprek", "gedeeld", opgave.dossier.id, gesprek.id),
        )
    return feiten


def _verwerkt(
    opgave: Opgave, reacties: tuple[Bestand[Gespreksreactie], ...]
) -> list[Mapping[str, Any]]:
    """What was done with every remark: as said now, else as said in the reaction itself."""
    rijen = list(opgave.boom.get("verwerkt", ()))
    genoemd = {rij.get("punt") for rij in rijen if isinstance(rij, dict)}
    genoemd |= {rij.punt for v in opgave.als(Gesprek).van(Vastgesteld) for rij in v.record.verwerkt}
    rest = [
        (f"{reactie.stam}#{punt.id}", punt)
        for reactie in reacties
        for punt in reactie.record.punten
        if f"{reactie.stam}#{punt.id}" not in genoemd
    ]
    if open_ := [ref for ref, punt in rest if punt.verwerking == "open"]:
        raise ClmFout(
            f"Nog niet verwerkt: {', '.join(open_)}.",
            nu=(
                f'geef --verwerkt "punt={open_[0]} verwerking=overgenomen" (of deels, niet; met '
                "reden=…)"
            ),
        )
    return [
        *rijen,
        *(
            {
                "punt": ref,
                "verwerking": punt.verwerking,
                **({"reden": punt.reden} if punt.reden else {}),
            }
            for ref, punt in rest
        ),
    ]
