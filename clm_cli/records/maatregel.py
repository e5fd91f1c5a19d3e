"""Floor 2, maatregel: one instrument put in force, with all that has to be said when it is."""

from typing import Literal

from clm_cli.records.basis import Deel, Feit
from clm_cli.records.gesprek import Zorglandschap
from clm_cli.records.velden import (
    Bedrag,
    Datum,
    Geheel,
    Gemeenteid,
    Getal,
    Instrumentid,
    JaNee,
    Niveau,
    PeriodeVeld,
    Persoonsid,
    Regel,
    Slug,
    Tekortkomingid,
    Tekst,
    Termijn,
    Verwijzing,
)

Noodzaakgrond = Literal["veiligheid", "fraude"]


class Overslaan(Deel):
    """Treden that were skipped, with severity and reason."""

    treden: tuple[Geheel, ...]
    """De overgeslagen treden."""
    ernst: Tekst
    """Hoe ernstig de tekortkoming is."""
    kpis: Tekst | None = None
    """Welke KPI's niet zijn gehaald, als het contract die grond ook vraagt."""
    reden: Tekst
    """Waarom de lichtere trede niet volstaat."""
    acuut: JaNee = "nee"
    """Of zij zijn overgeslagen omdat het contract bij acuut gevaar deze trede direct toestaat."""


class Aankondiging(Deel):
    """That a measure was announced before it takes effect."""

    ontvangen: Datum
    """De dag waarop de aanbieder de aankondiging ontving."""
    brief: Verwijzing | None = None
    """De brief, mail of het gesprek waarmee is aangekondigd; dan telt de ontvangst daarvan."""


class Afwijking(Deel):
    """A motivated condition that was set aside."""

    voorwaarde: Slug
    """De voorwaarde waarvan is afgeweken."""
    reden: Tekst
    """Waarom."""
    door: Persoonsid
    """Wie dat besloot."""
    datum: Datum
    """De dag van dat besluit."""
    onmogelijk: Literal["blijvend", "tijdelijk"] | None = None
    """Bij verzuim: of nakomen blijvend of tijdelijk onmogelijk is; alleen dan is verzuim niet
    nodig."""


class Spoed(Deel):
    """Acting at once, before the hearing, with what must still be done."""

    door: Persoonsid
    """Wie het besloot."""
    reden: Tekst
    """Welk acuut gevaar of welke voortdurende fraude."""
    alsnog: Regel
    """Wat er alsnog moet gebeuren."""
    alsnog_uiterlijk: Datum
    """De dag waarop dat uiterlijk moet."""


class Hersteltermijn(Deel):
    """The cure term of one shortcoming."""

    tekortkoming: Tekortkomingid
    """De tekortkoming."""
    termijn: Termijn
    """De termijn, vanaf ontvangst van de brief."""
    redelijk: Tekst
    """Waarom deze termijn redelijk is."""


class Reikwijdte(Deel):
    """The scope of a stop or transfer."""

    wat: Regel
    """Wat er stopt of overgaat."""
    eindigt_als: Tekst | None = None
    """Wanneer de maatregel eindigt."""
    herzien: Datum | None = None
    """De dag waarop hij opnieuw wordt bekeken."""
    toegewezen: Tekst | None = None
    """Bij een stop: of wie al een toewijzing of opdracht heeft en nog niet is begonnen, nog mag
    beginnen."""
    ontvangers: tuple[Regel, ...] = ()
    """De aanbieders die cliënten overnemen."""


class Geldelijk(Deel):
    """An amount, share or base of a payment measure."""

    bedrag: Bedrag | None = None
    """Het bedrag."""
    procent: Getal | None = None
    """Het percentage."""
    grondslag: Verwijzing | None = None
    """De grondslag van een percentage."""
    perioden: tuple[PeriodeVeld, ...] = ()
    """Over welke perioden het bedrag gaat, als het contract het per periode uitrekent."""
    uiterlijk: tuple[Datum, ...] = ()
    """Voor welke dag waarop iets uiterlijk moest het bedrag is, als het contract het per dag te
    laat uitrekent."""
    vordering: Tekst | None = None
    """De opeisbare vordering en de samenhang."""
    reden: Tekst
    """Waarom dit bedrag of deel."""


class Bestuurlijk(Deel):
    """Whether the step was aligned at board level."""

    relevant: JaNee
    """Of bestuurlijke afstemming hier relevant is."""
    met: Regel | None = None
    """Met wie is afgestemd."""
    datum: Datum | None = None
    """De dag van de afstemming."""
    reden: Tekst | None = None
    """Waarom niet, als dat zo is."""


class Preventief(Deel):
    """Which preventive measure was taken, on which level and with what aim (S03, S10)."""

    maatregel: Slug
    """De preventieve maatregel uit het regime, of een eigen naam."""
    niveau: Niveau
    """Op welk niveau hij is genomen."""
    doel: Literal["herstel", "kwaliteitsborging", "continuiteit"]
    """Waar hij op is gericht."""
    wie: Regel
    """Wie wat doet."""


class Noodzaak(Deel):
    """Whether a measure is necessary as far as one shortcoming goes (J47)."""

    tekortkoming: Tekortkomingid
    """De tekortkoming."""
    noodzaak: JaNee
    """Of de maatregel hiervoor nodig is voor de veiligheid van cliënten of tegen verdere fraude."""
    reden: Tekst
    """Waaruit dat blijkt."""
    voor: tuple[Noodzaakgrond, ...] = ()
    """Waarvoor: de veiligheid van cliënten, het voorkomen van verdere fraude, of beide."""


class Intensivering(Deel):
    """How much more contact there is, until when, and which extra talks (J52)."""

    contact: Regel
    """Hoeveel vaker er contact is, zoals 'elke maand in plaats van elk kwartaal'."""
    tot: Datum
    """Tot en met welke dag; dan volgt een besluit of het eindigt of doorgaat."""
    gesprekken: tuple[Datum, ...] = ()
    """De dagen van de extra gesprekken."""


class Eisenoordeel(Deel):
    """The buyer's reasoned judgement that requirements are not met (S12)."""

    eisen: tuple[Verwijzing, ...]
    """De eisen uit de aanbestedingsdocumenten, met stuk, versie en nummer."""
    reden: Tekst
    """Waarom daaraan onvoldoende wordt voldaan."""


class Verzuimgrond(Deel):
    """Why default needs no term (6:82 lid 2, 6:83 BW)."""

    artikel: Literal["6:82 lid 2", "6:83 onder a", "6:83 onder b", "6:83 onder c"]
    """Het artikel waardoor geen hersteltermijn nodig is."""
    reden: Tekst
    """De feiten die daaronder vallen."""
    clausule: Regel | None = None
    """Bij 6:83 onder a: de bepaling met de dag die fataal is."""
    dag: Datum | None = None
    """Bij 6:83 onder a: die dag; bij onder c: de dag waarop de aanbieder zei te zullen
    tekortschieten."""


class Maatregel(Feit):
    """One instrument of one trede was put in force, or announced."""

    instrument: Instrumentid
    """Het instrument uit het regime; ook te lezen in de bestandsnaam."""
    trede: Geheel
    """De trede waar het instrument op staat."""
    tekortkomingen: tuple[Tekortkomingid, ...]
    """Waarvoor."""
    gemeenten: tuple[Gemeenteid, ...] = ()
    """Voor welke gemeenten; leeg is alle van de escalatie."""
    ingaat: Datum
    """De dag waarop de maatregel ingaat."""
    tot: Datum | None = None
    """De laatste dag waarop de maatregel geldt, als die vaststaat."""
    reden: Tekst
    """Waarom deze maatregel past bij de ernst."""
    ernst: Tekst | None = None
    """De ernst van de (dreigende) tekortkoming."""
    besloten_door: Persoonsid
    """Wie het besloot."""
    preventief: Preventief | None = None
    """Bij preventie: welke maatregel, op welk niveau en waarvoor; hij mag van vóór de opening zijn
    (--datum) en telt dan mee."""
    intensivering: Intensivering | None = None
    """Bij meer contact: hoeveel vaker, tot wanneer en welke extra gesprekken."""
    overslaan: Overslaan | None = None
    """Welke treden zijn overgeslagen."""
    aankondiging: Aankondiging | None = None
    """Wanneer de maatregel is aangekondigd, als het contract dat bij deze trede vraagt."""
    afwijkingen: tuple[Afwijking, ...] = ()
    """Van welke voorwaarden gemotiveerd is afgeweken."""
    spoed: Spoed | None = None
    """Of per direct is gehandeld."""
    hersteltermijnen: tuple[Hersteltermijn, ...] = ()
    """De hersteltermijn per tekortkoming."""
    verzuimgrond: Verzuimgrond | None = None
    """Waarom geen hersteltermijn nodig is, als dat zo is."""
    eisenoordeel: Eisenoordeel | None = None
    """Bij een verzoek om een verbeterplan: het gemotiveerde oordeel over de eisen."""
    gronden: tuple[Regel, ...] = ()
    """De gronden uit het regime waarop de maatregel berust, of een eigen grond waar dat kan."""
    uiterste: Tekst | None = None
    """Waarom herstel niet mogelijk blijkt en niets lichters volstaat."""
    antwoordtermijn: Termijn | None = None
    """De termijn die in het verzoek is gesteld, waar het contract die openlaat of een kortere
    toestaat."""
    antwoord_reden: Tekst | None = None
    """Waarom die termijn."""
    reikwijdte: Reikwijdte | None = None
    """De reikwijdte van een stop of overdracht."""
    geldelijk: Geldelijk | None = None
    """Het bedrag of deel."""
    noodzaak: JaNee = "onbekend"
    """Of de maatregel nodig is voor de veiligheid van cliënten of tegen verdere fraude."""
    noodzaak_voor: tuple[Noodzaakgrond, ...] = ()
    """Waarvoor hij nodig is: de veiligheid van cliënten, het voorkomen van verdere fraude, of
    beide."""
    noodzaak_reden: Tekst | None = None
    """Waaruit die noodzaak blijkt."""
    noodzaak_per: tuple[Noodzaak, ...] = ()
    """De noodzaak per tekortkoming, als die verschilt; een bezwaar kan dan de ene termijn
    stilzetten en de andere niet."""
    zorglandschap: Zorglandschap | None = None
    """Wat de maatregel betekent voor het zorglandschap."""
    bestuurlijk: Bestuurlijk | None = None
    """De bestuurlijke afstemming."""
    eigen_verplichtingen: JaNee = "onbekend"
    """Of wij onze eigen verplichtingen nakomen."""
    brief: Verwijzing | None = None
    """De brief waarmee de maatregel bekend is gemaakt."""
