"""Floor 4, gezegd: what can be said with a measure, one row for the condition and the letter."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from operator import itemgetter

from clm_cli.records.maatregel import Maatregel
from clm_cli.records.regime import Regimeinstrument
from clm_cli.tijd.datum import bedrag, datum_vol, getal
from clm_cli.value import value

Zeggen = Callable[[Maatregel, Regimeinstrument | None], tuple[str, ...]]
"""The words with which a measure says something; none at all: it does not say it (wholly)."""


@value
class Gezegde:
    """One thing that is said with a measure.

    The condition that asks it and the part of the letter that shows it are both made from it, so
    that a letter is never content with less than the ladder.
    """

    veld: str
    """Where it stands in the measure, and the option of the command that says it."""
    zegt: Zeggen
    delen: tuple[str, ...] = ()
    """What of that field has to be there, where not all of it has."""
    voorwaarde: str = ""
    """The condition that asks it; without one only letters do."""
    vraag: str = ""
    """What that condition asks, in a sentence."""
    noem: str = ""
    """What the user is asked, for a step that is only looked at."""
    ontbreekt: str = ""
    """What is not there, for a step that was taken without it."""
    kort: Callable[[tuple[str, ...]], str] = itemgetter(0)
    """The answer of the condition, from the words of all its rows."""
    onderdeel: str = ""
    """The part of the letter that shows it; without one only conditions ask it."""
    titel: str = ""
    """What that part is."""
    vorm: str = "…"
    """How a correction writes it."""
    verplicht: bool = True
    """Whether a letter misses it; what is not skipped or set aside need not be told."""

    @property
    def optie(self) -> str:
        """The option of the command that takes the measure."""
        deel = f" {self.delen[0]}=…" if self.delen == ("ontvangers",) else ""
        return f"--{self.veld.replace('_', '-')}{deel}"

    @property
    def gezegd_in(self) -> tuple[str, ...]:
        """The field, or what of it has to be there, dotted; of 'bedrag of procent' both."""
        delen = [naam for deel in self.delen for naam in deel.split(" of ")]
        return tuple(f"{self.veld}.{naam}" for naam in delen) or (self.veld,)

    def mist(self, record: Maatregel | None) -> str:
        """What is not filled: the field, and what of it."""
        waarde = getattr(record, self.veld) if record else None
        leeg = [deel for deel in self.delen if not getattr(waarde, deel, None)] or self.delen
        return f"{self.veld} ({', '.join(leeg)})" if leeg else self.veld


_OPSCHORTEN = "vordering=… procent=… reden=…"
HEEL = 100
"""The whole of a payment, as a share."""


def _ernst(m: Maatregel, _: Regimeinstrument | None) -> tuple[str, ...]:
    """Skipping a trede asks the severity too (J37, S09): said there, it is said."""
    gezegd = m.ernst or (m.overslaan.ernst if m.overslaan else None)
    return (gezegd,) if gezegd else ()


def _vordering(m: Maatregel, _: Regimeinstrument | None) -> tuple[str, ...]:
    return (m.geldelijk.vordering,) if m.geldelijk and m.geldelijk.vordering else ()


def _deel(m: Maatregel, _: Regimeinstrument | None) -> tuple[str, ...]:
    """Nothing, less than nothing, or more than the whole is no part of a payment (6:52 BW)."""
    geld = m.geldelijk
    if geld is None:
        return ()
    if geld.bedrag is not None:
        return (bedrag(geld.bedrag), geld.reden) if geld.bedrag > 0 else ()
    deel = geld.procent or Decimal(0)
    return (f"{getal(deel)} %", geld.reden) if 0 < deel <= HEEL else ()


def _bedrag(m: Maatregel, _: Regimeinstrument | None) -> tuple[str, ...]:
    """Nothing, or less than nothing, is no fine and no recovery (J43)."""
    geld = m.geldelijk.bedrag if m.geldelijk else None
    return (bedrag(geld),) if geld is not None and geld > 0 else ()


def _rechtvaardiging(m: Maatregel, _: Regimeinstrument | None) -> tuple[str, ...]:
    return (m.geldelijk.reden,) if m.geldelijk else ()


def _reikwijdte(m: Maatregel, _: Regimeinstrument | None) -> tuple[str, ...]:
    """A stop without an end or a day to look again is no measure but a state (J42, S16)."""
    rij = m.reikwijdte
    if rij is None or rij.eindigt_als is None or rij.herzien is None:
        return ()
    return rij.wat, rij.eindigt_als, datum_vol(rij.herzien)


def _toegewezen(m: Maatregel, _: Regimeinstrument | None) -> tuple[str, ...]:
    return tuple(filter(None, [m.reikwijdte.toegewezen if m.reikwijdte else None]))


def _ontvangers(m: Maatregel, _: Regimeinstrument | None) -> tuple[str, ...]:
    return m.reikwijdte.ontvangers if m.reikwijdte else ()


def _zorglandschap(m: Maatregel, _: Regimeinstrument | None) -> tuple[str, ...]:
    """J10 asks for three answers; 'geen gevolg' is one, silence is not."""
    rij = m.zorglandschap
    delen = (rij.stabiel, rij.beschikbaar, rij.toegankelijk) if rij else ()
    return tuple(deel for deel in delen if deel) if all(delen) else ()


def _gronden(m: Maatregel, instrument: Regimeinstrument | None) -> tuple[str, ...]:
    """A closed list of grounds (S18, 'uitsluitend') leaves no room for one of our own."""
    if instrument is None or instrument.eigen_gronden == "ja":
        return m.gronden
    namen = {grond.id for grond in instrument.gronden}
    return tuple(grond for grond in m.gronden if grond in namen)


def _veld(naam: str) -> Zeggen:
    """A field of free text says what stands in it."""

    def zegt(m: Maatregel, _: Regimeinstrument | None) -> tuple[str, ...]:
        waarde = getattr(m, naam)
        return (waarde,) if waarde else ()

    return zegt


def _overslaan(m: Maatregel, _: Regimeinstrument | None) -> tuple[str, ...]:
    """S09 rests skipping on two legs: the missed KPIs have to be in the letter where given."""
    over = m.overslaan
    return tuple(deel for deel in (over.kpis, over.reden) if deel) if over else ()


GEZEGD: tuple[Gezegde, ...] = (
    Gezegde(
        "ernst",
        _ernst,
        voorwaarde="ernst",
        vraag="De ernst van de (dreigende) tekortkoming is benoemd.",
        noem="noem de ernst van de tekortkoming",
        ontbreekt="de ernst is niet benoemd",
        onderdeel="ernst",
        titel="De ernst van de tekortkoming.",
    ),  # J37, S09
    Gezegde(
        "reden",
        _veld("reden"),
        onderdeel="evenredigheid",
        titel="Waarom deze maatregel past en niet zwaarder is dan nodig.",
    ),  # J35
    Gezegde(
        "ingaat",
        lambda m, _: (datum_vol(m.ingaat),),
        onderdeel="ingang",
        titel="Vanaf wanneer de maatregel geldt.",
    ),
    Gezegde(
        "geldelijk",
        _vordering,
        ("vordering",),
        voorwaarde="vordering",
        vraag="De opeisbare vordering, de samenhang en het bedrag of deel dat wordt opgeschort "
        "(6:52 BW).",
        noem="noem de vordering, de samenhang en het bedrag of deel",
        ontbreekt="de opeisbare vordering en de samenhang ontbreken",
        onderdeel="vordering",
        titel="De opeisbare vordering en de samenhang.",
        vorm=_OPSCHORTEN,
    ),  # J41; 6:52 BW: opschorten kan alleen tegenover een eigen, opeisbare vordering
    Gezegde(
        "geldelijk",
        _deel,
        ("bedrag of procent",),
        voorwaarde="vordering",
        ontbreekt="het bedrag of deel ontbreekt",
        onderdeel="deel",
        titel="Het bedrag of deel, en waarom.",
        vorm=_OPSCHORTEN,
    ),  # J41; 6:52 lid 1 BW: niet meer dan de vordering rechtvaardigt
    Gezegde(
        "geldelijk",
        _bedrag,
        ("bedrag",),
        voorwaarde="bedrag",
        vraag="Het bedrag is genoemd, met waarom de situatie het rechtvaardigt.",
        noem="noem het bedrag en waarom de situatie het rechtvaardigt",
        ontbreekt="het bedrag ontbreekt",
        kort=", omdat: ".join,
        onderdeel="bedrag",
        titel="Het bedrag.",
        vorm="bedrag=… reden=…",
    ),  # J43
    Gezegde(
        "geldelijk",
        _rechtvaardiging,
        ("reden",),
        voorwaarde="bedrag",
        ontbreekt="waarom de situatie het rechtvaardigt, ontbreekt",
        onderdeel="rechtvaardiging",
        titel="Waarom de situatie dit bedrag rechtvaardigt.",
        vorm="bedrag=… reden=…",
    ),  # J43
    Gezegde(
        "reikwijdte",
        _reikwijdte,
        ("wat", "eindigt_als", "herzien"),
        voorwaarde="reikwijdte",
        vraag="Wat er stopt of overgaat, wanneer dat eindigt, en wanneer het opnieuw wordt "
        "bekeken.",
        noem="noem wat er stopt, wanneer het eindigt en wanneer het wordt herzien",
        ontbreekt="wat er stopt, wanneer het eindigt ('eindigt_als') of wanneer het wordt "
        "herzien ontbreekt",
        onderdeel="reikwijdte",
        titel="Wat er stopt, wanneer dat eindigt, en wanneer het opnieuw wordt bekeken.",
        vorm="wat=… eindigt_als=… herzien=…",
    ),  # J42, S16
    Gezegde(
        "reikwijdte",
        _toegewezen,
        ("toegewezen",),
        onderdeel="toegewezen",
        titel="Of wie al een toewijzing heeft en nog niet is begonnen, nog mag beginnen.",
        vorm="wat=… eindigt_als=… herzien=… toegewezen=…",
    ),  # J42: 'nieuwe cliënten' leaves open whether who was assigned before may begin
    Gezegde(
        "reikwijdte",
        _ontvangers,
        ("ontvangers",),
        voorwaarde="ontvangers",
        vraag="De aanbieders die het werk overnemen zijn genoemd.",
        noem="noem de aanbieders die het overnemen",
        ontbreekt="de aanbieders die het overnemen zijn niet genoemd",
        kort=", ".join,
        onderdeel="ontvangers",
        titel="De aanbieders die cliënten overnemen.",
        vorm="wat=… eindigt_als=… herzien=… ontvangers=…",
    ),  # J42
    Gezegde(
        "zorglandschap",
        _zorglandschap,
        ("stabiel", "beschikbaar", "toegankelijk"),
        voorwaarde="zorglandschap",
        vraag="De gevolgen voor een stabiel, beschikbaar en toegankelijk zorglandschap zijn "
        "bekeken.",
        noem="noem de gevolgen voor het zorglandschap",
        ontbreekt="niet alle drie de vragen over het zorglandschap zijn beantwoord",
        kort=lambda _: "bekeken",
        onderdeel="zorglandschap",
        titel="De gevolgen voor een stabiel, beschikbaar en toegankelijk zorglandschap.",
        vorm="stabiel=… beschikbaar=… toegankelijk=…",
    ),  # J10, J42
    Gezegde(
        "uiterste",
        _veld("uiterste"),
        voorwaarde="uiterste-middel",
        vraag="Gezegd is waarom herstel niet mogelijk blijkt en niets lichters volstaat.",
        noem="zeg waarom niets lichters volstaat",
        ontbreekt="waarom niets lichters volstaat, ontbreekt",
        onderdeel="uiterste",
        titel="Waarom herstel niet mogelijk is en niets lichters volstaat.",
    ),  # S18
    Gezegde(
        "gronden",
        _gronden,
        onderdeel="gronden",
        titel="De gronden waarop de maatregel berust.",
    ),  # S17, S18, S19
    Gezegde(
        "overslaan",
        _overslaan,
        onderdeel="overslaan",
        titel="Welke treden zijn overgeslagen, en waarom.",
        verplicht=False,
    ),  # J37, S09
)
"""Everything that is said with a measure in one field; what rests on more (a term, an order of
treden, evidence) is a condition of its own."""


def van_deel(onderdeel: str) -> Gezegde:
    """The row behind a part of a letter."""
    return next(rij for rij in GEZEGD if rij.onderdeel == onderdeel)
