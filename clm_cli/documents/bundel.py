"""Floor 6, bundel: what a stranger needs to follow a case from its papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clm_cli.bestand import Bestand
from clm_cli.derivations.bundel import Bundelstuk, is_bekend, van_feit
from clm_cli.derivations.escalatie.stand import stand_van
from clm_cli.derivations.escalatie.vervolg import getoetst
from clm_cli.derivations.escalatie.zaken import contract_van, genomen_in, tekortkomingen
from clm_cli.derivations.feitzinnen import zin_van
from clm_cli.derivations.termijnen import lees_vraag
from clm_cli.derivations.werklijst import alle_werkpunten
from clm_cli.documents.veilig import veil as als_markdown
from clm_cli.dossier import Escalatie
from clm_cli.kijk import Dossierblik
from clm_cli.persoonsgegevens import gemaskeerd
from clm_cli.records.basis import Deel, Feit
from clm_cli.records.contact import Signaal
from clm_cli.records.maatregel import Maatregel
from clm_cli.records.overeenkomst import Artikelen
from clm_cli.tijd.datum import datum_lang, datum_vol
from clm_cli.tijd.termijn import Berekening


@dataclass(frozen=True, slots=True)
class Bundelinhoud:
    """What goes into a bundle, chosen for who will read it."""

    blik: Dossierblik
    zaken: tuple[Escalatie, ...]
    feiten: tuple[Bestand[Deel], ...]
    stukken: tuple[Bundelstuk, ...]
    wederpartij: bool
    """Whether it is for the other party: then only with what they know already."""
    gemaakt: str
    """When and with what it was made."""
    bladen: dict[str, int]
    """On which page of the PDF each document begins; empty while that is not known."""


def markdown(inhoud: Bundelinhoud) -> str:
    """The whole text."""
    delen = [
        f"# Bundel {veil(inhoud.blik.dossier.roepnaam(inhoud.blik.vandaag))}",
        _wederpartij(inhoud),
        *_waarover(inhoud),
        *_afspraken(inhoud),
        *_tijdlijn(inhoud),
        *_stappen(inhoud),
        *_termijnen(inhoud),
        *_lezingen(inhoud),
        *([] if inhoud.wederpartij else _wie_wist(inhoud)),
        *_stukken(inhoud),
        *_gemaakt(inhoud),
    ]
    return "\n\n".join(delen) + "\n"


def veil(tekst: str) -> str:
    """Text of the record, masked before its signs are escaped: an escaped number is no number."""
    return als_markdown(gemaskeerd(tekst))


def _wederpartij(inhoud: Bundelinhoud) -> str:
    if inhoud.wederpartij:
        return "Exemplaar voor de wederpartij: alleen wat partijen over en weer hebben gedeeld."
    return "Exemplaar van de opdrachtgever, ook met intern werk."


def _tabel(kop: Sequence[str], rijen: Sequence[Sequence[str]]) -> str:
    regels = [kop, ["---"] * len(kop), *([veil(cel) for cel in rij] for rij in rijen)]
    return "\n".join(f"| {' | '.join(rij)} |" for rij in regels)


def _waarover(inhoud: Bundelinhoud) -> Iterator[str]:
    blik, org = inhoud.blik, inhoud.blik.register.organisatie
    naam = blik.dossier.naam(blik.vandaag)
    yield "## 1. Waar het over gaat"
    rijen = [("Opdrachtgever", org.naam), ("Wederpartij", naam.statutair if naam else "onbekend")]
    for contract in blik.dossier.contracten:
        gemeenten = ", ".join(contract.gemeenten)
        rijen.append((f"Contract {contract.id}", f"{contract.kaart.record.nummer}; {gemeenten}"))
        rijen.append(("Regels van het contract", contract.regime.id))
    for zaak in inhoud.zaken:
        stand = stand_van(blik, zaak)
        nu = f"{'open' if stand.open else 'gesloten'}, trede {stand.trede}, hoogst {stand.hoogst}"
        rijen.append((f"Escalatie {zaak.id}", "-" if inhoud.wederpartij else nu))
    yield _tabel(("Wat", ""), rijen)
    overeenkomsten = {c.overeenkomst.id for c in blik.dossier.contracten if c.overeenkomst}
    volmachten = [v for v in org.volmachten if v.overeenkomst in overeenkomsten]
    if volmachten:
        yield "### Volmachten van de gemeenten"
        yield _tabel(
            ("Gemeente", "Tot en met trede", "Van", "Tot", "Stuk"),
            [
                (
                    *(v.gemeente, str(v.tot_en_met_trede), datum_vol(v.van)),
                    *(datum_vol(v.tot) if v.tot else "-", v.stuk),
                )
                for v in volmachten
            ],
        )


def _afspraken(inhoud: Bundelinhoud) -> Iterator[str]:
    yield "## 2. Wat er is afgesproken"
    gezien: set[str] = set()
    for contract in inhoud.blik.dossier.contracten:
        if contract.overeenkomst is None or contract.overeenkomst.id in gezien:
            continue
        gezien.add(contract.overeenkomst.id)
        for kaart in contract.overeenkomst.van(Artikelen):
            for artikel in kaart.record.artikelen:
                waar = f"{artikel.titel or artikel.document}, versie {artikel.versie}"
                yield f"**{veil(f'{waar}, {artikel.nummer}')}**: {veil(artikel.tekst)}"
    for zaak in inhoud.zaken:
        genoemd = _genoemd(inhoud, zaak)
        if genoemd:
            yield f"### {veil(f'Wat er niet werd nagekomen ({zaak.id})')}"
            yield "\n".join(f"- {veil(rij)}" for rij in genoemd)


def _genoemd(inhoud: Bundelinhoud, zaak: Escalatie) -> list[str]:
    """The shortcomings; for the other party those of measures that were made known."""
    bekend = {
        naam
        for feit in zaak.van(Maatregel)
        if is_bekend(inhoud.blik, feit)
        for naam in feit.record.tekortkomingen
    }
    return [
        f"{rij.id}: {rij.wat} ({rij.verplichting})"
        for rij in tekortkomingen(zaak)
        if not inhoud.wederpartij or rij.id in bekend
    ]


def _tijdlijn(inhoud: Bundelinhoud) -> Iterator[str]:
    yield "## 3. Tijdlijn"
    rijen = []
    for feit in inhoud.feiten:
        record = feit.record
        if isinstance(record, Feit):
            eigen = van_feit(inhoud.blik.dossier, feit, inhoud.stukken)
            stuk = ", ".join(s.nummer for s in eigen)
            dag = datum_vol(record.vastgelegd.date())
            rij = [datum_vol(record.datum), dag, f"{feit.soort}: {zin_van(feit)}", stuk]
            rijen.append(rij if inhoud.wederpartij else [*rij, feit.pad])
    kop = ("Gebeurd", "Vastgelegd", "Wat", "Stuk", "Bron")
    yield _tabel(kop[:4] if inhoud.wederpartij else kop, rijen)


def _stappen(inhoud: Bundelinhoud) -> Iterator[str]:
    """Each measure as the case stood on its day."""
    yield "## 4. De stappen, zoals zij op die dag stonden"
    for zaak in inhoud.zaken:
        for genomen in sorted(genomen_in(inhoud.blik, zaak), key=lambda g: g.record.datum):
            if inhoud.wederpartij and not is_bekend(inhoud.blik, genomen.maatregel):
                continue
            record = genomen.record
            kop = f"Trede {record.trede}: {record.instrument}, {datum_vol(record.datum)}"
            yield f"### {veil(kop)}"
            regels = [
                f"voor {', '.join(record.tekortkomingen)}; gaat in op {datum_vol(record.ingaat)}",
                f"reden: {record.reden}",
                f"besloten door {inhoud.blik.register.naam_van(record.besloten_door)}",
            ]
            if genomen.brief is not None:
                regels.append(f"meegedeeld met brief {genomen.brief.id}")
            yield "\n".join(f"- {veil(regel)}" for regel in regels)
            if not inhoud.wederpartij:
                yield from _voorwaarden(inhoud, zaak, genomen.maatregel)


def _voorwaarden(
    inhoud: Bundelinhoud, zaak: Escalatie, maatregel: Bestand[Maatregel]
) -> Iterator[str]:
    blik = inhoud.blik
    stap = getoetst(blik.register, blik.dossier, zaak, maatregel)
    if stap is None:
        yield "De voorwaarden zijn niet na te gaan: dit instrument staat niet in de regels."
        return
    yield "Voorwaarden, met waar zij uit blijken:"
    yield _tabel(
        ("Voorwaarde", "Hard", "Vervuld", "Omdat"),
        [
            (
                rij.titel,
                "ja" if rij.hard else "met reden",
                rij.uitspraak.antwoord,
                rij.uitspraak.tekst,
            )
            for rij in stap.voorwaarden
        ],
    )
    toen = next(
        (z for z in blik.toen(maatregel.record.datum).dossier.escalaties if z.id == zaak.id), None
    )
    stand = stand_van(blik.toen(maatregel.record.datum), toen) if toen else None
    for herstel in stand.herstel if stand else ():
        redenen = "; ".join(reden.tekst for reden in herstel.verzuim.omdat)
        yield veil(f"{herstel.tekortkoming}: verzuim {herstel.verzuim.antwoord} ({redenen}).")


def _termijnen(inhoud: Bundelinhoud) -> Iterator[str]:
    yield "## 5. Termijnen, met hun telling"
    bekend = {f.pad for f in inhoud.feiten}
    gezien = 0
    for zaak in inhoud.zaken:
        for punt in alle_werkpunten(inhoud.blik):
            eigen = punt.plek.pad.startswith(f"{zaak.pad}/") and punt.plek.pad in bekend
            if not eigen or punt.uiterlijk is None or (inhoud.wederpartij and punt.bij == "wij"):
                continue
            gezien += 1
            naam = veil(f"{punt.wat} ({punt.grond})")
            yield f"**{naam}**: uiterlijk {datum_lang(punt.uiterlijk)}"
            if punt.berekening is not None:
                yield veil(telling(punt.berekening))
            if punt.genoemd:
                dagen = ", ".join(datum_vol(rij.datum) for rij in punt.genoemd)
                yield veil(f"De brief noemt: {dagen}.")
    if not gezien:
        yield "Er loopt op deze dag geen termijn in de zaak."


def telling(rekening: Berekening) -> str:
    """How a term was counted, day by day, in one paragraph."""
    niet = [
        f"{datum_vol(dag.datum)} ({dag.reden})"
        for dag in rekening.dagen
        if not dag.telt and dag.reden
    ]
    over = f" Niet geteld: {', '.join(niet)}." if niet else ""
    return (
        f"{rekening.duur} na {datum_lang(rekening.start)}, kalender {rekening.kalender.naam}; "
        f"de dag zelf telt niet mee.{over}"
    )


def _lezingen(inhoud: Bundelinhoud) -> Iterator[str]:
    yield "## 6. Hoe wij het contract lazen"
    blik, gezien = inhoud.blik, set[str]()
    for zaak in inhoud.zaken:
        contract = contract_van(blik.dossier, zaak)
        for vraag in contract.regime.vragen if contract else ():
            if contract is None or vraag.id in gezien:
                continue
            lezing = lees_vraag(blik.register, contract.regime, vraag.id, blik.vandaag)
            if lezing.keuze is None or (inhoud.wederpartij and lezing.reden is None):
                continue
            gezien.add(vraag.id)
            yield f"- **{veil(vraag.tekst)}** {veil(lezing.tekst)}"
    if not gezien:
        yield "Er is geen lezing vastgelegd."


def _wie_wist(inhoud: Bundelinhoud) -> Iterator[str]:
    """For the duty to complain in time (6:89 BW)."""
    yield "## 7. Wie wist wat wanneer (art. 6:89 BW)"
    rijen = [
        (
            signaal.record.wat,
            datum_vol(signaal.record.gebeurd) if signaal.record.gebeurd else "onbekend",
            "; ".join(f"{rij.wie} {datum_vol(rij.op)}" for rij in signaal.record.bekend_bij) or "-",
            datum_vol(signaal.record.datum),
        )
        for signaal in inhoud.blik.dossier.van(Signaal)
        if any(f.pad == signaal.pad for f in inhoud.feiten)
    ]
    kop = ("Wat", "Gebeurd", "Bekend bij", "Signaal van")
    yield _tabel(kop, rijen) if rijen else "Geen signalen."


def _stukken(inhoud: Bundelinhoud) -> Iterator[str]:
    yield "## 8. Brieven en verslagen zoals zij zijn verzonden"
    for stuk in inhoud.stukken:
        blad = inhoud.bladen.get(stuk.nummer)
        waar = f"bladzijde {blad} van bundel.pdf" if blad else "alleen als bestand in stukken/"
        yield f"### {veil(f'{stuk.nummer} {stuk.titel}, {datum_vol(stuk.datum)}')}"
        regels = [
            waar,
            f"sha256 bij het vastleggen: {stuk.sha256 or 'niet vastgelegd'}",
            *stuk.bewijs,
        ]
        yield "\n".join(f"- {veil(regel)}" for regel in regels)
    if not inhoud.stukken:
        yield "Er zijn geen stukken die bij deze bundel horen."


def _gemaakt(inhoud: Bundelinhoud) -> Iterator[str]:
    yield "## 9. Hoe deze bundel is gemaakt"
    yield veil(inhoud.gemaakt)
    yield (
        "Nakijken kan zonder clm: *sha256sum -c SHA256SUMS* in deze map zegt of een bestand nog is"
        " wat het was."
    )
