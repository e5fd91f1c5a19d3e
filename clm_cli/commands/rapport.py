"""Floor 7, rapport: periodic reports, where each number comes from, and the manager's sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from clm_cli.acts.feit import feit, lees_dag
from clm_cli.acts.rapport import tekst as tekstkaart
from clm_cli.advies import opdracht
from clm_cli.commands.documenten import VORMEN, als_stukken, stel_op
from clm_cli.commands.werk import Werk
from clm_cli.derivations.escalatie.zaken import gesloten
from clm_cli.derivations.namen import Gevonden, kies, namen_overal
from clm_cli.derivations.rapport.getal import vind
from clm_cli.derivations.rapport.venster import AANBIEDER, PUBLIEKEN, Venster
from clm_cli.documents.rapport.gegevens import HOOFDSTUKKEN, Rapport, eigen_teksten, rapport
from clm_cli.files.schijf import inhoud_van
from clm_cli.kijk import Kijk
from clm_cli.meldingen import ClmFout
from clm_cli.records.lijsten import Rapportverspreid
from clm_cli.records.soorten import feitsoort
from clm_cli.tijd.datum import datum_vol
from clm_cli.tijd.periode import Periode, lees_periode
from clm_cli.views.rapport import Herkomst
from clm_cli.voorstel import Voorstel
from clm_cli.woorden import bedoelt, met_punt

__all__ = ["HOOFDSTUKKEN", "VORMEN", "herkomst", "maak", "tekst", "venster", "verspreid"]


def _gelezen(periode: str) -> Periode:
    try:
        return lees_periode(periode)
    except ValueError as fout:
        raise ClmFout(met_punt(str(fout))) from None


def venster(kijk: Kijk, periode: str, voor: str, dossier: str | None) -> Venster:
    """What a report looks at. Raises ClmFout for a period or readers that do not exist."""
    gelezen = _gelezen(periode)
    if gelezen.eerste > kijk.vandaag:
        dag = datum_vol(gelezen.eerste)
        raise ClmFout(f"De periode {gelezen} begint pas op {dag}.", nu="kies een eerdere periode")
    mogelijk = ("intern", AANBIEDER) if dossier else PUBLIEKEN
    gemeenten = {} if dossier else namen_overal(kijk.register, "gemeente")
    gevonden = kies({**dict.fromkeys(mogelijk, ()), **gemeenten}, voor)
    voor = gevonden.id if isinstance(gevonden, Gevonden) else voor
    kort = Venster(kijk, gelezen, voor, dossier=dossier)
    if voor in mogelijk:
        return kort
    if not dossier and kijk.register.gemeente(voor):
        return replace(kort, publiek="gemeente", gemeente=voor)
    rest = () if dossier else tuple(g.id for g in kijk.register.organisatie.gemeenten)
    raise ClmFout(
        f"'{voor}' is niet iemand voor wie clm dit rapport maakt.",
        nu=bedoelt(voor, (*mogelijk, *rest)),
    )


def maak(werk: Werk, kijk: Venster, vormen: Sequence[str]) -> Voorstel:
    """The report in some formats, in the folder of its period."""
    gemaakt = _met_opdracht(kijk, rapport(kijk))
    _houd_namen_binnen(kijk)
    map_ = f"{kijk.dossier or ''}/rapporten/{kijk.periode}".lstrip("/")
    voor = kijk.gemeente or kijk.publiek
    naam = f"{'rapport' if kijk.dossier else 'regio'}-{voor}"
    wie = gemaakt.gegevens["aanbieder"] or gemaakt.gegevens["regio"]
    opgesteld = stel_op(
        werk,
        "rapport",
        gemaakt.gegevens,
        titel=f"Rapport {wie} {kijk.periode}",
        figuren=gemaakt.figuren,
    )
    return Voorstel(
        f"Rapport {kijk.periode} gemaakt.",
        stukken=als_stukken(werk, map_, naam, opgesteld.document, vormen),
        nu=_schrijf(kijk, gemaakt.te_schrijven),
        let_op=_te_schrijven(gemaakt.te_schrijven),
        onderweg=opgesteld.onderweg,
    )


def _te_schrijven(open_: Sequence[str]) -> tuple[str, ...]:
    return (f"nog te schrijven: {', '.join(open_)}",) if open_ else ()


def _schrijf(kijk: Venster, open_: Sequence[str]) -> str | None:
    if not open_:
        return None
    bij = {"dossier": kijk.dossier} if kijk.dossier else {}
    return opdracht("rapport", "tekst", str(kijk.periode), open_[0], "…", **bij)


def _met_opdracht(kijk: Venster, gemaakt: Rapport) -> Rapport:
    """With the command that shows where a number comes from, and a number to try."""
    over = ("aanbieder", kijk.dossier) if kijk.dossier else ("regio",)
    woorden = [w for w in ("rapport", *over, str(kijk.periode)) if w]
    voor = kijk.gemeente or kijk.publiek
    bruikbaar = [g.tekst for g in gemaakt.getallen if g.waarde and g.omdat]
    eerste = next((t for t in bruikbaar if "," in t), next(iter(bruikbaar), "1"))
    extra = {
        "opdracht": " ".join(["clm", *woorden, *([] if voor == "intern" else ["--voor", voor])]),
        "voorbeeld": eerste.lstrip("≥≤\u00a0").partition("\u00a0")[0],
    }
    return replace(gemaakt, gegevens={**gemaakt.gegevens, **extra})


def _houd_namen_binnen(kijk: Venster) -> None:
    """Raises ClmFout where the manager's own sentences name a provider that is in a case."""
    if kijk.noemt_namen:
        return
    namen = {
        naam
        for blik in kijk.kijk.blikken
        if any(not gesloten(zaak) for zaak in blik.dossier.escalaties)
        for naam in blik.dossier.namen
    }
    for hoofdstuk, tekst_ in eigen_teksten(kijk).items():
        genoemd = next((naam for naam in sorted(namen) if naam.lower() in tekst_.lower()), None)
        if genoemd:
            raise ClmFout(
                f"In uw tekst bij '{hoofdstuk}' staat {genoemd}, die in een escalatie zit; "
                "zo'n naam blijft intern. Er is niets gemaakt.",
                nu=f"haal de naam weg uit rapporten/{kijk.periode}/teksten.yaml",
            )


def herkomst(kijk: Venster, gezocht: str) -> Herkomst:
    """What a printed number is and what it was worked out from. Raises ClmFout when it is none."""
    getallen = rapport(kijk).getallen
    gevonden = vind(getallen, gezocht)
    if not gevonden:
        raise ClmFout(
            f"Het getal '{gezocht}' staat niet in dit rapport.",
            nu="neem het over zoals het er staat, zoals 71,4",
        )
    return Herkomst(gezocht, gevonden)


def verspreid(
    werk: Werk, periode: str, voor: str, aan: Sequence[str], datum: str | None, bestand: str | None
) -> Voorstel:
    """That the report of a period went out. Raises ClmFout when it was not made yet."""
    kijk = venster(werk.kijk, periode, voor, None)
    soort = feitsoort(Rapportverspreid)
    map_ = f"rapporten/{kijk.periode}"
    naam = bestand or f"regio-{voor}.pdf"
    inhoud = inhoud_van(werk.wortel, f"{map_}/{naam}")
    if inhoud is None:
        raise ClmFout(
            f"Het rapport {map_}/{naam} is er niet.",
            nu=opdracht("rapport", "regio", str(kijk.periode), voor=voor),
        )
    stuk = {"bestand": naam, "sha256": sha256(inhoud).hexdigest()}
    kop = werk.kop
    dag = lees_dag(datum, kop)
    boom = {"voor": voor, "aan": list(aan), "rapport": stuk}
    zin = f"Rapport {kijk.periode} voor {voor} verspreid op {datum_vol(dag)}."
    return Voorstel(
        zin,
        nieuw=(feit(soort, map_, boom, kop, dag),),
        aangenomen=() if datum else (f"datum {datum_vol(dag)}",),
    )


def tekst(werk: Werk, periode: str, hoofdstuk: str, zin: str, dossier: str | None) -> Voorstel:
    """The manager's own sentences in a chapter; what stands there already is never replaced."""
    gelezen = _gelezen(periode)
    if hoofdstuk not in HOOFDSTUKKEN:
        raise ClmFout(
            f"'{hoofdstuk}' is geen hoofdstuk van een rapport.",
            nu=bedoelt(hoofdstuk, HOOFDSTUKKEN),
        )
    eigen = werk.dossier(dossier).id if dossier else None
    return tekstkaart(werk.register, gelezen, hoofdstuk, zin, eigen, werk.kop)
