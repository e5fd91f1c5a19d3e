"""Floor 6, gegevens: what the report on the region or on one provider is filled with (J33)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import get_args

from clm_cli.derivations.rapport import gesprekken, termijnen, themas, zorgen
from clm_cli.derivations.rapport.cijfers import kpis, samen
from clm_cli.derivations.rapport.getal import AFGESCHERMD, Getal, aantal, alle, veelvoud
from clm_cli.derivations.rapport.herzien import herzieningen
from clm_cli.derivations.rapport.telling import Telrij, alleen, tel, totaal
from clm_cli.derivations.rapport.venster import AANBIEDER, Venster
from clm_cli.documents.document import Gegevens
from clm_cli.documents.grafiek import Figuur
from clm_cli.documents.rapport.prestaties import Kpideel, kpideel
from clm_cli.meldingen import Reden
from clm_cli.records.aanbieder import Plan
from clm_cli.records.lijsten import Rapporthoofdstuk, Rapporttekst
from clm_cli.value import value
from clm_cli.woorden import geschreven

HOOFDSTUKKEN: tuple[str, ...] = get_args(Rapporthoofdstuk)
_KOPPEN = {
    "kwaliteit": "Kwaliteit",
    "doelmatigheid": "Doelmatigheid",
    "continuiteit": "Continuïteit",
}
_PUBLIEK = {
    "intern": "intern: noemt aanbieders, niet verspreiden",
    "bestuur": "bestuurlijk: zonder namen van aanbieders",
    "openbaar": "openbaar: zonder namen en kleine aantallen",
    AANBIEDER: "voor de aanbieder: zonder wat intern is of van een ander",
}


@value
class Rapport:
    """A report before it has a form: its data, its pictures, and what nobody wrote yet."""

    gegevens: Gegevens
    figuren: Mapping[str, Figuur]
    te_schrijven: tuple[str, ...]

    @property
    def getallen(self) -> list[Getal]:
        """Every number that is printed in it."""
        return alle(self.gegevens)


def rapport(venster: Venster) -> Rapport:
    """All that is counted over a period, for whom it is made."""
    delen = [(kpi.id, kpideel(venster, kpi)) for kpi in kpis(venster)]
    teksten = eigen_teksten(venster)
    gegevens: Gegevens = {
        **_kop(venster),
        **_bijeen(venster, [deel for _, deel in delen]),
        "teksten": teksten,
        "te_schrijven": [geschreven(n) for n in HOOFDSTUKKEN if n not in teksten],
        "kpis": [deel.gegevens for _, deel in delen],
        "termijnen": termijnen.termijnen(venster),
        "gesprekken": gesprekken.gesprekken(venster),
        "acties": gesprekken.acties(venster),
        "themas": () if venster.publiek == AANBIEDER else themas.themas(venster),
        "onderwerpen": themas.onderwerpen(venster) if _volledig(venster) else (),
        "koppen": list(_koppen(venster)),
        "herzien": herzieningen(venster),
        "grens": _keuze("grens voor kleine aantallen", venster.grens),
        "groepsgrens": _keuze("kleinste groep om mee te vergelijken", venster.groep),
    }
    weg = [Reden(g.wat) for g in alle(gegevens) if g.tekst == AFGESCHERMD]
    gegevens["afgeschermd"] = aantal("getallen die niet zijn getoond", weg)
    eigen = () if venster.publiek == AANBIEDER else HOOFDSTUKKEN
    open_ = tuple(naam for naam in eigen if naam not in teksten)
    return Rapport(gegevens, {naam: deel.figuur for naam, deel in delen}, open_)


def _volledig(venster: Venster) -> bool:
    """Whether it may say of how many providers something is known: not where counts are hidden."""
    return venster.publiek in ("intern", "bestuur")


def _keuze(wat: str, n: int) -> Getal:
    """A number of our own policy; others see five where the organisation set nothing."""
    return Getal(str(n), wat, Decimal(n), (Reden("beleid in organisatie.yaml, anders 5"),))


def eigen_teksten(venster: Venster) -> dict[str, str]:
    """The manager's own sentences by chapter: of the region, or of this provider."""
    map_ = f"{venster.dossier}/rapporten/" if venster.dossier else "rapporten/"
    return {
        rij.hoofdstuk: rij.tekst.strip()
        for bestand in venster.kijk.register.bestanden
        if venster.publiek != AANBIEDER  # what we wrote about a provider is ours
        and isinstance(bestand.record, Rapporttekst)
        and bestand.record.periode == venster.periode
        and bestand.pad.startswith(map_)
        for rij in bestand.record.hoofdstukken
    }


def _kop(venster: Venster) -> Gegevens:
    register = venster.kijk.register
    gemeente = register.gemeente(venster.gemeente) if venster.gemeente else None
    eigen = register.dossiers[venster.dossier] if venster.dossier else None
    naam = eigen.naam(venster.peil) if eigen else None
    return {
        "organisatie": register.organisatie.naam or "onbekend",
        "regio": register.organisatie.regio or "onbekend",
        "aanbieder": naam.statutair if naam else venster.dossier,
        "gemeente": gemeente.naam if gemeente else None,
        "periode": str(venster.periode),
        "vorige": str(venster.vorig.periode),
        "titel": venster.titel,
        "stand": venster.kijk.vandaag,
        "peil": venster.peil,
        "publiek": f"voor gemeente {gemeente.naam}: zonder namen en kleine aantallen"
        if gemeente
        else _PUBLIEK[venster.publiek],
        "intern": venster.intern,
        "noemt_namen": venster.noemt_namen,
        "na_te_gaan": venster.publiek in ("intern", "bestuur"),
        "voor_aanbieder": venster.publiek == AANBIEDER,
        "frequentie": _frequentie(venster),
        **_aanlevering(venster),
    }


def _frequentie(venster: Venster) -> str:
    """Why a provider has fewer talks than the contract takes as its starting point (J17)."""
    eigen = venster.kijk.register.dossiers.get(venster.dossier or "")
    kaart = eigen.kaart(Plan) if eigen else None
    return (kaart.record.reden_frequentie or "") if kaart else ""


def _aanlevering(venster: Venster) -> Gegevens:
    """Of how many providers figures were due, and of how many all came in; of one, which."""
    bronnen = [b for kpi in kpis(venster) for b in samen(venster, kpi, venster.periode).bronnen]
    if venster.dossier:
        kwam = [b.reden for b in bronnen if b.waarde is not None]
        return {
            "volledig": aantal("cijfers die zijn aangeleverd", kwam),
            "verwacht": aantal("afgesproken cijfers", [b.reden for b in bronnen]),
            "verwachte": "afgesproken cijfers zijn aangeleverd",
        }
    per: dict[str, list[bool]] = {}
    for bron in bronnen:
        per.setdefault(bron.blik.dossier.id, []).append(bron.waarde is not None)
    namen = {b.blik.dossier.id: venster.mag(b.blik) for b in bronnen}
    redenen = {
        id_: Reden(f"{namen[id_]}: {sum(rij)} van {len(rij)} cijfers") for id_, rij in per.items()
    }
    volledig = [redenen[id_] for id_, rij in per.items() if all(rij)]
    return {
        "volledig": aantal("aanbieders die alle cijfers aanleverden", volledig),
        "verwacht": aantal("aanbieders met afgesproken cijfers", redenen.values()),
        "verwachte": "aanbieders leverden alle afgesproken cijfers aan",
    }


def _op_trede(venster: Venster) -> str:
    """What a provider with a running measure is called, where none of the contracts has treden."""
    contracten = [c for blik in venster.blikken for c in venster.contracten(blik)]
    telt = not contracten or any(c.regime.kent_treden for c in contracten)
    waar = "op een trede" if telt else "met een maatregel"
    return waar.capitalize() if venster.dossier else f"Aanbieders {waar}"


def _bijeen(venster: Venster, delen: list[Kpideel]) -> Gegevens:
    """The first page: each figure beside the one before, and the lists of what worries."""
    trede = totaal(venster, "aanbieders op een trede", zorgen.op_een_trede)
    signalen = totaal(venster, "signalen", zorgen.per_bron)
    op_trede = _op_trede(venster)
    rijen = [
        {
            naam: deel.gegevens[naam]
            for naam in ("titel", "norm", "eerder", "nu", "verschil", "stand")
        }
        for deel in delen
    ]
    rijen += [
        {
            "titel": titel,
            "norm": None,
            "eerder": rij.eerder,
            "nu": rij.nu,
            "stand": "–",
            "verschil": veelvoud(rij.eerder, rij.nu),
        }
        for titel, rij in ((op_trede, trede), ("Signalen", signalen))
        if venster.publiek != AANBIEDER
    ]
    uit: Gegevens = {
        "tegels": rijen,
        "treden": tel(venster, "escalaties", zorgen.per_trede),
    }
    uit["verloop"] = tel(venster, "escalaties", zorgen.verloop)
    if venster.publiek == AANBIEDER:  # what we think of risks and who told us is ours
        return {**uit, "signalen": (), "risicos": (), "leerpunten": (), "leerzinnen": ()}
    return {
        **uit,
        "signalen": tel(venster, "signalen", zorgen.per_bron),
        "open_signalen": alleen(venster, zorgen.open_signalen),
        "risicos": tel(venster, "risico's", zorgen.per_zwaarte),
        "risicozinnen": list(_risicozinnen(venster)),
        "leerpunten": tel(venster, "leerpunten", zorgen.per_bestemming, zorgen.BESTEMMINGEN),
        "leerzinnen": zorgen.zinnen(venster) if venster.publiek in ("intern", "bestuur") else (),
    }


def _risicozinnen(venster: Venster) -> Iterator[Gegevens]:
    """The risks in words, only inside: they tell of one provider."""
    for blik, risico, reden in zorgen.risicos(venster) if venster.intern else ():
        yield {
            "id": risico.id,
            "aanbieder": venster.mag(blik),
            "wat": risico.wat,
            "zwaarte": f"kans {risico.kans}, gevolg {risico.gevolg}",
            "maatregel": risico.maatregel or "geen vastgelegd",
            "reden": reden,
        }


def _koppen(venster: Venster) -> Iterator[Gegevens]:
    """The three headings of J33, with the signals and shortcomings that fall under each."""
    signalen = {r.naam: r for r in tel(venster, "signalen", zorgen.per_kop)}
    tekort = {r.naam: r for r in tel(venster, "tekortkomingen", zorgen.tekortkomingen_per_kop)}
    for kop, titel in _KOPPEN.items():
        yield {
            "kop": kop,
            "titel": titel,
            "signalen": _rij(venster, f"signalen: {kop}", signalen.get(kop)),
            "tekortkomingen": _rij(venster, f"tekortkomingen: {kop}", tekort.get(kop)),
            "aflopend": alleen(venster, zorgen.aflopend) if kop == "continuiteit" else None,
        }


def _rij(venster: Venster, wat: str, rij: Telrij | None) -> Iterable[Getal]:
    if rij:
        return rij.eerder, rij.nu
    vroeger, nu = venster.vorig.periode, venster.periode
    return aantal(f"{wat}, {vroeger}", ()), aantal(f"{wat}, {nu}", ())
