"""Floor 5, rules on conditions: each measure against them on its own day, and as it was changed."""

from __future__ import annotations

from collections.abc import Iterator

from clm_cli.advies import opdracht
from clm_cli.derivations.escalatie.afwijkingen import mist_aan_afwijking
from clm_cli.derivations.escalatie.alsnog import alsnog_gehoord
from clm_cli.derivations.escalatie.vervolg import (
    Vervolgstap,
    Voorwaardestand,
    te_noemen,
    verloren,
)
from clm_cli.derivations.escalatie.voorwaarden.lijst import korte_naam
from clm_cli.derivations.escalatie.zaakopdracht import zaakopdracht
from clm_cli.derivations.escalatie.zaken import Genomen, instrumenten
from clm_cli.meldingen import AL_VAST, Reden
from clm_cli.records.escalatie import Aanpassing, Wederhoor
from clm_cli.rules.escalatie.vormen import per_maatregel, per_stap
from clm_cli.rules.grond import eis_van, grond_van
from clm_cli.rules.regel import FOUT, INFO, WAARSCHUWING, Bevond, regel
from clm_cli.tijd.datum import datum_lang


def _eis(stap: Vervolgstap, voorwaarde: str) -> str | None:
    """The clause that a condition keeps; else that of the instrument, or of its trede."""
    regime, gekozen = stap.stap.contract.regime, stap.stap.instrument
    bewaakt = (
        rij.grond
        for rij in (*regime.uitgangspunten, *regime.verplichtingen)
        if voorwaarde in rij.bewaakt_door
    )
    treden = (t.grond for t, i in instrumenten(stap.stap.contract) if i is gekozen)
    return eis_van(*bewaakt, gekozen.grond, *treden)


@regel("LAD401", FOUT, per_stap)
def harde_voorwaarde_niet_vervuld(z: Genomen, stap: Vervolgstap) -> Iterator[Bevond]:
    """Een maatregel is genomen terwijl een harde voorwaarde niet was vervuld.

    Waarom: wie een stap zet zonder dat aan de voorwaarden van het contract is voldaan, verliest die
    stap bij de rechter.
    Fout: een ingebrekestelling zonder dat de aanbieder is gehoord.
    Goed: op de dag van de maatregel ligt bij elke harde voorwaarde vast dat zij is vervuld.
    Wat nu: clm escalatie toon noemt de voorwaarden en wat ontbreekt; leg eerst dat vast.
    """
    for rij in stap.voorwaarden:
        if rij.hard and rij.uitspraak.antwoord != "ja":
            yield Bevond(
                z.maatregel.plek(),
                f"{stap.stap.instrument.titel}: {_hoe(rij)} - {rij.uitspraak.tekst}",
                _nu(z, te_noemen(stap).get(rij.naam)),
                (Reden(rij.titel), *rij.uitspraak.omdat),
                _eis(stap, rij.naam),
            )


def _hoe(rij: Voorwaardestand) -> str:
    """That a condition was not met, or that nobody can tell."""
    return f"{rij.kort} is {'niet vervuld' if rij.uitspraak.antwoord == 'nee' else 'onbekend'}"


def _nu(z: Genomen, noem: str | None) -> str:
    """What helps: the option that says it with the measure, or where the case stands."""
    if noem is None:
        return opdracht("escalatie", "toon", z.dossier.id, z.escalatie.id)
    return f"{noem}{AL_VAST}{opdracht('correctie', z.dossier.id, z.maatregel.stam)}"


@regel("LAD402", FOUT, per_stap)
def afgeweken_zonder_reden(z: Genomen, stap: Vervolgstap) -> Iterator[Bevond]:
    """Van een voorwaarde is afgeweken zonder vastgelegde reden.

    Waarom: van sommige voorwaarden mag worden afgeweken, maar alleen met een reden die bij de
    maatregel staat. Zonder verzuim kan het alleen als nakomen onmogelijk is (6:265 lid 2 BW;
    bij een boete: blijvend, 6:74 lid 2 en 6:93 BW); wat zonder mandaat is besloten, telt pas als
    iemand met mandaat het bekrachtigt (3:69 BW).
    Fout: een cliëntenstop zonder bewijs in een van de vormen van het contract, en zonder afwijking.
    Goed: `afwijkingen: [{voorwaarde: bewijs, reden: …, door: …, datum: …}]`; bij verzuim ook
    `onmogelijk: blijvend`, bij mandaat met als `door` wie het wel mocht.
    Wat nu: geef --afwijking bij de maatregel, of vervul de voorwaarde.
    """
    over = _overgeslagen(stap)
    for rij in stap.voorwaarden:
        if rij.hard or rij.uitspraak.antwoord == "ja" or rij.naam in over:
            continue
        if mist := mist_aan_afwijking(stap.stap, rij.naam, z.vandaag):
            noem = te_noemen(stap).get(rij.naam)
            of = f"{noem}, of " if noem is not None else ""
            ook = " onmogelijk=…" if rij.naam == "verzuim" else ""
            yield Bevond(
                z.maatregel.plek(),
                f"{stap.stap.instrument.titel}: {_hoe(rij)} en {mist} - {rij.uitspraak.tekst}",
                f'{of}geef --afwijking "voorwaarde={rij.naam} reden=… door=… datum=…{ook}"',
                (Reden(rij.titel), *rij.uitspraak.omdat),
                _eis(stap, rij.naam),
            )


def _overgeslagen(stap: Vervolgstap) -> set[str]:
    """What needs no second reason: a plan whose trede was skipped with one (S09, S14)."""
    gegeven, na = stap.stap.voorstel, stap.stap.instrument.na
    over = gegeven.overslaan.treden if gegeven and gegeven.overslaan else ()
    treden = {i.instrument: t.trede for t, i in instrumenten(stap.stap.contract)}
    return {"plan-doorlopen"} if na and treden.get(na.instrument) in over else set()


@regel("LAD403", WAARSCHUWING, per_maatregel)
def gehandeld_voor_het_horen(z: Genomen) -> Iterator[Bevond]:
    """Er is per direct gehandeld, vóór het horen.

    Waarom: horen gaat vooraf; de uitzondering is smal en moet achteraf zijn hersteld.
    Fout: een stop met spoed waarna niemand de aanbieder hoorde.
    Goed: spoed met reden, en een wederhoor uiterlijk op de genoemde dag.
    Wat nu: hoor alsnog en leg het vast met clm escalatie wederhoor; de melding blijft, want een
    tweede lezer hoort dit te zien.
    """
    record = z.maatregel.record
    if record.spoed is None:
        return
    uiterlijk = datum_lang(record.spoed.alsnog_uiterlijk)
    gehoord = alsnog_gehoord(z.dossier, z.escalatie, z.maatregel, z.vandaag)
    stand = _toen(gehoord.record) if gehoord else f"nog niet gehoord, uiterlijk {uiterlijk}"
    yield Bevond(
        z.maatregel.plek("spoed"),
        f"per direct: {record.spoed.reden}; {stand}",
        "lees na of de reden standhoudt, en of het horen op tijd was"
        if gehoord
        else zaakopdracht(z.dossier, z.escalatie, "wederhoor"),
        (Reden(f"alsnog: {record.spoed.alsnog}, uiterlijk {uiterlijk}"),),
        grond_van([z.contract.regime], "onderzoek-en-wederhoor"),
    )


def _toen(gehoord: Wederhoor) -> str:
    if gehoord.gehoord:
        return f"gehoord op {datum_lang(gehoord.gehoord)}"
    return f"geen reactie tot en met {datum_lang(gehoord.termijn_tot)}"


@regel("LAD404", INFO, per_maatregel)
def afgeweken_met_reden(z: Genomen) -> Iterator[Bevond]:
    """Van een voorwaarde is met een reden afgeweken.

    Waarom: een afwijking mag, maar een tweede lezer hoort haar bij elke controle te zien.
    Fout: niet van toepassing; dit is informatie.
    Goed: de reden houdt stand als een rechter haar leest.
    Wat nu: lees de reden na, en of zij in de brief staat.
    """
    record = z.maatregel.record
    for nummer, rij in enumerate(record.afwijkingen):
        yield Bevond(
            z.maatregel.plek("afwijkingen", nummer),
            f"{z.naam}: afgeweken van {korte_naam(rij.voorwaarde)}: {rij.reden}",
            "lees de reden na",
            (Reden(f"{z.register.naam_van(rij.door)}, {datum_lang(rij.datum)}"),),
        )


@regel("LAD417", FOUT, per_maatregel)
def aanpassing_buiten_het_contract(z: Genomen) -> Iterator[Bevond]:
    """Een aanpassing brengt een maatregel buiten wat het contract toelaat.

    Waarom: wat voor de maatregel geldt, geldt ook voor wat er later van wordt gemaakt; anders is
    een maximum geen maximum.
    Fout: een boete van € 80.000, daarna aangepast naar € 150.000, terwijl er ruimte is tot €
    100.000.
    Goed: een aanpassing die aan dezelfde harde voorwaarden voldoet; minder geld mag altijd.
    Wat nu: pas het bedrag of de reikwijdte aan, of neem een nieuwe maatregel die aan zijn
    voorwaarden voldoet.
    """
    for feit in z.bij(Aanpassing):
        for rij in verloren(z.blik, z.escalatie, z.maatregel, feit):
            yield Bevond(
                feit.plek(),
                f"zo aangepast voldoet {z.naam} niet meer aan {rij.kort} - {rij.uitspraak.tekst}",
                opdracht("escalatie", "toon", z.dossier.id, z.escalatie.id),
                (Reden(rij.titel), *rij.uitspraak.omdat),
            )
