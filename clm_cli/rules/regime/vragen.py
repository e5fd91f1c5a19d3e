"""Floor 5, rules on what a contract leaves open: its contradictions, questions, slips and gaps."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.advies import advies, opdracht
from clm_cli.derivations.regime.lezing import zelfde_gevolg
from clm_cli.kijk import Kijk
from clm_cli.meldingen import Plek, Reden
from clm_cli.records.regime import Lezing, Vraag
from clm_cli.register import vraag_van
from clm_cli.rules.bekende_namen import van_spelling
from clm_cli.rules.regel import FOUT, INFO, WAARSCHUWING, Bevond, per_register, regel
from clm_cli.rules.regime.blik import Regimeblik, per_regime
from clm_cli.tijd.datum import datum_vol


def _stand(blik: Regimeblik, vraag: Vraag) -> str:
    """Whether a question was decided here, is read as proposed, or has to be asked first.

    One without choices is answered case by case.
    """
    if blik.kijk.register.lezing(blik.regime.id, vraag.id, blik.kijk.vandaag) is not None:
        return "lezing"
    return "voorstel" if vraag.voorstel else "vragen" if vraag.keuzes else "per geval"


def _vragen(
    blik: Regimeblik, soorten: tuple[str, ...], standen: tuple[str, ...], nu: str = ""
) -> Iterator[Bevond]:
    """What the questions of some kinds leave open, where nobody decided on them."""
    for nr, vraag in enumerate(blik.regime.vragen):
        if vraag.soort in soorten and _stand(blik, vraag) in standen:
            yield _bevond(vraag, blik.plek("vragen", nr), nu or _leg_vast(blik, vraag))


def _leg_vast(blik: Regimeblik, vraag: Vraag) -> str:
    if vraag.keuzes:
        toon = opdracht("regime", "lezing", blik.regime.id, vraag.id)
        return advies("{toon} toont de keuzes; leg uw lezing vast met clm lezing", toon=toon)
    return "leg het antwoord per geval vast, met de reden"


def _bevond(vraag: Vraag, plek: Plek, nu: str) -> Bevond:
    """What a question leaves open, its proposal, and what hangs on it."""
    voorstel = next((keuze.tekst for keuze in vraag.keuzes if keuze.keuze == vraag.voorstel), None)
    hoe = (
        f"voorlopige lezing: {voorstel}"
        if voorstel
        else "er is geen voorstel: eerst vragen"
        if vraag.keuzes
        else "een vaste keuze is er niet"
    )
    return Bevond(
        plek,
        f"{vraag.id}: {vraag.tekst}",
        nu,
        (
            Reden(f"{vraag.grond.eis}: {vraag.grond.tekst}"),
            Reden(hoe),
            Reden(f"gevolg: {' '.join(vraag.gevolg.split())}"),
            *(
                [Reden("een aantekening: geen regel gebruikt het antwoord")]
                if vraag.notitie == "ja"
                else []
            ),
        ),
        vraag.grond.eis,
    )


@regel("REG720", WAARSCHUWING, per_regime)
def contract_spreekt_zichzelf_tegen(blik: Regimeblik) -> Iterator[Bevond]:
    """Het contract spreekt zichzelf tegen, en er is nog geen eigen lezing.

    Waarom: op zo'n punt kan de aanbieder het contract anders lezen dan u; clm volgt alleen een
    voorstel, of niets.
    Fout: geen lezing van de vraag in `lezingen/`.
    Goed: een lezing met reden, vastgesteld door uw jurist.
    Wat nu: leg vast hoe uw organisatie de bepaling leest.
    """
    return _vragen(blik, ("tegenspraak",), ("voorstel", "vragen", "per geval"))


@regel("REG721", WAARSCHUWING, per_regime)
def open_zonder_voorstel(blik: Regimeblik) -> Iterator[Bevond]:
    """Het contract laat iets open, er is geen voorstel, en er is nog geen lezing.

    Waarom: wat ervan afhangt, blijft onbekend tot u kiest.
    Fout: een boete terwijl niet is gekozen over welk jaar de omzet wordt genomen.
    Goed: een lezing met een van de keuzes en de reden.
    Wat nu: leg vast hoe uw organisatie de bepaling leest.
    """
    return _vragen(blik, ("open", "verschrijving", "verwijzing"), ("vragen",))


@regel("REG722", INFO, per_regime)
def voorlopige_lezing(blik: Regimeblik) -> Iterator[Bevond]:
    """Een open vraag wordt gelezen zoals clm voorstelt: een voorlopige lezing.

    Waarom: het voorstel is een voorbeeld; uw jurist heeft het nog niet vastgesteld.
    Fout: niet van toepassing; dit is informatie.
    Goed: een eigen lezing, ook als zij gelijk is aan het voorstel.
    Wat nu: leg vast hoe uw organisatie de bepaling leest.
    """
    return _vragen(blik, ("open",), ("voorstel",))


@regel("REG723", INFO, per_regime)
def per_geval_te_beantwoorden(blik: Regimeblik) -> Iterator[Bevond]:
    """Een open vraag wordt per geval beantwoord.

    Waarom: het contract noemt geen maat of keuze; bij elk geval hoort een antwoord met reden.
    Fout: niet van toepassing; dit is informatie.
    Goed: het antwoord ligt vast bij het feit waar het om gaat.
    Wat nu: geef bij elk feit het antwoord en de reden.
    """
    return _vragen(blik, ("open",), ("per geval",))


@regel("REG724", INFO, per_regime)
def eigen_lezing_besliste(blik: Regimeblik) -> Iterator[Bevond]:
    """Over een vraag besliste een eigen lezing.

    Waarom: een tweede lezer hoort te zien wat het contract openlaat en hoe u het leest.
    Fout: niet van toepassing; dit is informatie.
    Goed: een lezing met status vastgesteld.
    Wat nu: is de lezing nog een voorbeeld, laat uw jurist haar dan vaststellen.
    """
    register, regime = blik.kijk.register, blik.regime
    for nr, vraag in enumerate(regime.vragen):
        lezing = register.lezing(regime.id, vraag.id, blik.kijk.vandaag)
        if lezing is None:
            continue
        record = lezing.record
        wie = f"{register.naam_van(record.door)}, {datum_vol(record.datum)}"
        reden = f"{record.keuze} ({wie}): {' '.join(record.reden.split())}"
        yield Bevond(
            blik.plek("vragen", nr),
            f"{vraag.id}: {vraag.tekst}",
            "laat uw jurist de lezing vaststellen"
            if record.status == "voorbeeld"
            else opdracht("regime", "toon", regime.id),
            (Reden(reden, lezing.plek("keuze")),),
            vraag.grond.eis,
        )


@regel("REG725", INFO, per_regime)
def verschrijving_in_het_contract(blik: Regimeblik) -> Iterator[Bevond]:
    """Het contract bevat een verschrijving, of gebruikt twee woorden voor één zaak.

    Waarom: een citaat blijft zoals het is; u hoort te weten dat clm de fout heeft gezien en hoe hij
    is gelezen.
    Fout: niet van toepassing; dit is informatie.
    Goed: het citaat letterlijk, de lezing ernaast.
    Wat nu: meld het aan wie het contract beheert.
    """
    nu = "meld het aan wie het contract beheert"
    return _vragen(blik, ("verschrijving",), ("voorstel", "per geval"), nu)


@regel("REG726", INFO, per_regime)
def contract_verwijst_naar_niets(blik: Regimeblik) -> Iterator[Bevond]:
    """Het contract verwijst naar iets dat er niet staat.

    Waarom: wat daar zou staan, is onbekend; clm vult het niet in.
    Fout: niet van toepassing; dit is informatie.
    Goed: het stuk ligt erbij, of het oordeel noemt stuk, versie en nummer.
    Wat nu: vraag het stuk op.
    """
    return _vragen(blik, ("verwijzing",), ("voorstel", "per geval"), "vraag het stuk op")


@regel("REG727", INFO, per_regime)
def stuk_niet_ingezien(blik: Regimeblik) -> Iterator[Bevond]:
    """Een stuk waarnaar het contract verwijst, is niet ingezien.

    Waarom: wat in dat stuk staat, zit niet in het regime.
    Fout: niet van toepassing; dit is informatie.
    Goed: een oordeel dat op het stuk rust, noemt het met versie en nummer.
    Wat nu: vraag het stuk op en lees het na.
    """
    for nr, rij in enumerate(blik.regime.niet_ingezien):
        yield Bevond(
            blik.plek("niet_ingezien", nr),
            f"niet ingezien: {rij.stuk}",
            "vraag het stuk op",
            (Reden(f"{rij.grond.eis}: {rij.grond.tekst}"),),
            rij.grond.eis,
        )


@regel("LAD430", FOUT, per_regime)
def antwoord_verandert_niets(blik: Regimeblik) -> Iterator[Bevond]:
    """Een vraag heeft keuzes waar niets van afhangt, twee die hetzelfde doen, of heet ten onrechte
    een aantekening.

    Waarom: wie een lezing vastlegt, rekent erop dat clm haar volgt; verandert zij niets, dan hoort
    dat erbij te staan.
    Fout: een vraag met keuzes die geen termijn, voorwaarde of andere regel noemt.
    Goed: een regel die de vraag noemt, of `notitie: ja` bij de vraag.
    Wat nu: laat het regime de vraag gebruiken, of zet er `notitie: ja` bij; `clm regime lezing`
    toont wat elk antwoord verandert.
    """
    gebruikt = set(_gebruikt(blik.regime.model_dump(exclude={"vragen"})))
    for nr, vraag in enumerate(blik.regime.vragen):
        telt = vraag.id in gebruikt
        if vraag.keuzes and telt == (vraag.notitie == "ja"):
            zin = (
                "heet een aantekening, en het regime gebruikt het antwoord"
                if telt
                else "heeft keuzes, en geen regel gebruikt het antwoord"
            )
            nu = "laat het regime de vraag gebruiken, of zet er 'notitie: ja' bij"
            yield Bevond(blik.plek("vragen", nr), f"{vraag.id} {zin}", nu, grond=vraag.grond.eis)
        for een, ander in zelfde_gevolg(blik.regime, vraag):
            yield Bevond(
                blik.plek("vragen", nr, "keuzes"),
                f"{vraag.id}: '{een}' en '{ander}' doen overal hetzelfde",
                "noem het ene antwoord bij wat ervan afhangt, of maak er één keuze van",
                grond=vraag.grond.eis,
            )


def _gebruikt(waarde: object) -> Iterator[str]:
    """The questions that any part of a regime names."""
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            if sleutel == "vraag" and isinstance(deel, str):
                yield deel
            yield from _gebruikt(deel)
    elif isinstance(waarde, (list, tuple)):
        for deel in waarde:
            yield from _gebruikt(deel)


@regel("REG728", FOUT, per_register)
def lezing_kiest_wat_er_niet_staat(kijk: Kijk) -> Iterator[Bevond]:
    """Een lezing kiest iets dat niet bij de vragen van het regime staat.

    Waarom: zo'n lezing beslist niets, en wat ervan afhangt blijft onbekend.
    Fout: `vraag: begin-bezwar`, of een keuze die de vraag niet kent.
    Goed: een vraag en een keuze uit clm regime toon.
    Wat nu: leg een nieuwe lezing vast met de juiste naam, of verbeter haar zolang zij niet is
    vastgelegd in git.
    """
    for feit in kijk.register.van(Lezing):
        regime = kijk.register.regimes.get(feit.record.regime)
        if regime is None:
            continue  # another check says that the regime is not known
        vraag = vraag_van(regime, feit.record.vraag)
        kan = [keuze.keuze for keuze in vraag.keuzes] if vraag else []
        nu = advies(
            "{toon} toont de vragen met hun keuzes", toon=opdracht("regime", "toon", regime.id)
        )
        if vraag is None:
            tekst = f"{regime.id} heeft geen vraag '{feit.record.vraag}'"
            bekend = [rij.id for rij in regime.vragen]
            yield Bevond(feit.plek("vraag"), tekst, van_spelling(feit.record.vraag, bekend, nu))
        elif feit.record.keuze not in kan:
            tekst = (
                f"vraag {vraag.id} heeft geen keuze '{feit.record.keuze}'; wel: {', '.join(kan)}"
                if kan
                else f"vraag {vraag.id} heeft geen vaste keuzes; leg het antwoord per geval vast"
            )
            raad = van_spelling(feit.record.keuze, kan, nu)
            yield Bevond(feit.plek("keuze"), tekst, raad, grond=vraag.grond.eis)
