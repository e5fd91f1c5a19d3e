"""Floor 2, velden: field types that turn text into a date, an amount, a term, or refuse it kindly.

The gate hands over every scalar as the text that was written. Pydantic's own coercions are never
used on it: they read "1.250" as one and a quarter and "14" as fourteen seconds (a Dutch reader
means otherwise). A file has one strict form for each kind; what a person types in another usual
form is turned into that one before it is written (`Lezer.canoniek`).
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import (
    SerSchema,
    no_info_plain_validator_function,
    plain_serializer_function_ser_schema,
)

from clm_cli.tijd.datum import lees_datum, lees_strikt
from clm_cli.tijd.duur import Duur, Eenheid, lees_duur, lees_gesproken_duur
from clm_cli.tijd.getal import lees_bedrag, lees_geheel, lees_getal, schrijf_getal
from clm_cli.tijd.periode import Periode, lees_periode
from clm_cli.tijd.uur import lees_tijd
from clm_cli.value import value


def weiger(code: str, tekst: str) -> PydanticCustomError:
    """The refusal of one value: a permanent code and a Dutch sentence (no braces are filled in)."""
    return PydanticCustomError(code, "{tekst}", {"tekst": tekst})


def _als_tekst(waarde: object, code: str, wat: str) -> str:
    if not isinstance(waarde, str):
        soort = "een lijst" if isinstance(waarde, (list, tuple)) else "een blok met sleutels"
        raise weiger(code, f"hier hoort {wat}, geen {soort.removeprefix('een ')}")
    if not waarde.strip():
        raise weiger("REC110", f"is leeg; vul {wat} in of laat de sleutel weg")
    return waarde


@value(eq=False)
class Lezer:
    """Reads a text with `lees`, which refuses with a Dutch ValueError; a `klaar` value passes.

    It hands pydantic its core schema and its JSON Schema at once: validators that pydantic has to
    inspect cost a third of a start, and each mark more on a field a part of it.
    """

    code: str
    wat: str
    lees: Callable[[str], Any]
    klaar: type | tuple[type, ...]
    getypt: Callable[[str], str] | None = None
    """From any form in which people type it to the form of the file; ValueError where it cannot."""
    los: bool = False
    """Whether a comma can only stand between two of them."""
    schrijf: "SerSchema | None" = None
    """How a value that is no text becomes one."""
    json_schema: dict[str, Any] = field(default_factory=dict)

    def __get_pydantic_core_schema__(self, bron: Any, verder: Any) -> CoreSchema:
        """What pydantic asks of a field type."""
        return no_info_plain_validator_function(self.valideer, serialization=self.schrijf)

    def __get_pydantic_json_schema__(self, kern: Any, verder: Any) -> dict[str, Any]:
        """What an editor is told of it."""
        return {**self.json_schema}

    def valideer(self, waarde: object) -> Any:
        """The value, or the refusal with its code."""
        if self.klaar and isinstance(waarde, self.klaar):
            return waarde
        tekst = _als_tekst(waarde, self.code, self.wat)
        try:
            return self.lees(tekst)
        except ValueError as fout:
            raise weiger(self.code, str(fout)) from None

    def canoniek(self, tekst: str) -> str:
        """What a person typed as a file keeps it.

        What cannot be read stays as it is: then the field refuses it, with its place.
        """
        if self.getypt is None:
            return tekst
        try:
            return self.getypt(" ".join(tekst.split()))
        except ValueError:
            return tekst


def _schema(voorbeeld: str, patroon: str | None = None, **rest: object) -> dict[str, object]:
    extra: dict[str, object] = {"type": "string", "examples": [voorbeeld], **rest}
    return {**extra, "pattern": patroon} if patroon else extra


def _iban(tekst: str) -> str:
    """An account number whose check digits fit: a typing error never reaches a letter."""
    kaal = tekst.replace(" ", "").upper()
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", kaal):
        raise ValueError(f"'{tekst}' is geen IBAN zoals NL02ABNA0123456789")
    # ISO 13616: country and check digits go behind, letters count from ten, the rest by 97 is one
    if int("".join(str(int(teken, 36)) for teken in kaal[4:] + kaal[:4])) % 97 != 1:
        raise ValueError(f"de controlecijfers van '{tekst}' kloppen niet; kijk het nummer na")
    return kaal


def _als(
    patroon: str, uitleg: str, getypt: Callable[[str], str] | None = None
) -> Callable[[str], str]:
    """A reader that lets text pass unchanged when it fits the pattern whole.

    `{}` in the explanation is the text.
    """

    def lees(tekst: str) -> str:
        if not re.fullmatch(patroon, tekst):
            wenk = _bedoeld(tekst, getypt) if getypt else ""
            raise ValueError(uitleg.replace("{}", tekst) + wenk)
        return tekst

    return lees


def _bedoeld(tekst: str, getypt: Callable[[str], str]) -> str:
    """The question that helps where a file holds a form that only people use; else nothing."""
    try:
        return f"; bedoelt u {getypt(tekst)}?"
    except ValueError:
        return ""


_TEKENS = frozenset("-‐‑‒–—−_.…·?!,;:/*~ ")
"""What people put where they leave a thing open, or copied from an advice (`--reden …`)."""


def _niets(tekst: str) -> str:
    """A dash or some dots is what a person types for nothing; a text of words is no such form."""
    if not tekst.strip() or not _TEKENS.issuperset(tekst):
        raise ValueError
    return ""


Tekst = Annotated[
    str,
    Lezer(
        "REC105",
        "tekst",
        str,
        (),
        getypt=_niets,
        json_schema=_schema("Vrije tekst, ook over meer regels.", minLength=1),
    ),
]
"""Free text, one or more lines; never empty."""


def _een_regel(tekst: str) -> str:
    if "\n" in tekst.strip():
        raise ValueError("hoort op één regel; gebruik voor meer regels een toelichting")
    return tekst.strip()


Regel = Annotated[
    str,
    Lezer(
        "REC111",
        "tekst van één regel",
        _een_regel,
        (),
        getypt=_niets,
        json_schema=_schema("Eén regel tekst", minLength=1),
    ),
]
"""Text of one line; surrounding white space is dropped."""


def _maanddag(tekst: str) -> str:
    """A day that every year has: 29 February is none."""
    delen = tekst.strip().split("-")
    try:
        if [len(deel) for deel in delen] == [2, 2]:
            date(2001, int(delen[0]), int(delen[1]))
            return tekst.strip()
    except ValueError:
        pass
    raise ValueError(f"'{tekst}' is geen maand en dag die elk jaar heeft, zoals 07-01")


Maanddag = Annotated[
    str,
    Lezer("REC112", "een maand en dag zoals 07-01", _maanddag, (), json_schema=_schema("07-01")),
]
"""A day that comes back each year."""

VOORBEELD_ID = "kleine-letters-en-streepjes"
"""The example of a name, for whatever it may be the name of."""
_SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"


def _getypte_slug(tekst: str) -> str:
    """Capitals and accents make no other name; words with spaces are a name to be looked up."""
    ontleed = unicodedata.normalize("NFD", tekst)
    return _lees_slug("".join(t for t in ontleed if not unicodedata.combining(t)).lower())


def _lees_slug(tekst: str) -> str:
    if re.fullmatch(_SLUG, tekst):
        return tekst
    kaal = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode()
    wenk = "-".join(re.findall(r"[a-z0-9]+", kaal.lower()))
    zo = f"; in die vorm is het {wenk}" if wenk else ""
    raise ValueError(f"'{tekst}' is geen naam van kleine letters, cijfers en streepjes{zo}")


Slug = Annotated[
    str,
    Lezer(
        "REC121",
        "een naam",
        _lees_slug,
        (),
        _getypte_slug,
        los=True,
        json_schema=_schema(VOORBEELD_ID, f"^{_SLUG}$"),
    ),
]
"""A name in lower case ASCII, digits and hyphens: a dossier, contract, regime, theme, kpi."""


@value
class Naar:
    """A mark on a field type: its text is the id of something of this kind, to be looked up."""

    wat: str


Persoonsid = Annotated[Slug, Naar("persoon")]
Deelnemerid = Annotated[Slug, Naar("deelnemer")]
"""Somebody of the buyer or a contact of the provider."""
Gemeenteid = Annotated[Slug, Naar("gemeente")]
Dossierid = Annotated[Slug, Naar("dossier")]
Contractid = Annotated[Slug, Naar("contract")]
Overeenkomstid = Annotated[Slug, Naar("overeenkomst")]
Regimeid = Annotated[Slug, Naar("regime")]
Beleidsid = Annotated[Slug, Naar("beleid")]
Criteriumid = Annotated[Slug, Naar("criterium")]
Kpiid = Annotated[Slug, Naar("kpi")]
Perceelid = Annotated[Slug, Naar("perceel")]
Zorgvormid = Annotated[Slug, Naar("zorgvorm")]
Doelid = Annotated[Slug, Naar("doelstelling")]
Optieid = Annotated[Slug, Naar("optie")]
Voorwaardenaam = Annotated[Slug, Naar("voorwaarde")]
Briefnaam = Annotated[Slug, Naar("brief")]
Onderdeelnaam = Annotated[Slug, Naar("briefonderdeel")]
Themaid = Annotated[Slug, Naar("thema")]
Rolid = Annotated[Slug, Naar("rol")]
Bevindingsvraagid = Annotated[Slug, Naar("bevindingsvraag")]
Signaalsoortid = Annotated[Slug, Naar("signaalsoort")]
Tekortkomingsoortid = Annotated[Slug, Naar("tekortkomingsoort")]
Aanleidingid = Annotated[Slug, Naar("aanleiding")]
Instrumentid = Annotated[Slug, Naar("instrument")]
Bewijsvormid = Annotated[Slug, Naar("bewijsvorm")]
Plichtid = Annotated[Slug, Naar("plicht")]
"""A duty of the contract that says when it has to be met."""

_ID = r"[A-Za-z0-9][A-Za-z0-9._/-]{0,39}"
Id = Annotated[
    str,
    Lezer(
        "REC121",
        "een kenmerk",
        _als(_ID, "'{}' is geen kenmerk zoals 'A-28' of 'T1', zonder spaties"),
        (),
        los=True,
        json_schema=_schema("A-28", f"^{_ID}$"),
    ),
]
"""The id of a list item (A-28, T1, V-03): text, never a number."""
Tekortkomingid = Annotated[Id, Naar("tekortkoming")]
"""A shortcoming of the same case."""
Onderdeelid = Annotated[Id, Naar("onderdeel")]
"""What is judged: a shortcoming of the same case, or a point of a plan in it."""

_EIS = r"(?=.{1,40}$)[A-Za-z0-9§](?:(?:[A-Za-z0-9§.,:()/&-]| (?! ))*[A-Za-z0-9.)])?"
Eis = Annotated[
    str,
    Lezer(
        "REC132",
        "een vindplaats",
        _als(
            _EIS,
            "'{}' is geen vindplaats van een bepaling, zoals '7.2 onder a' (ten hoogste 40 tekens)",
        ),
        (),
        json_schema=_schema("7.2 onder a", f"^{_EIS}$"),
    ),
]
"""Where a clause of a contract stands, as the contract counts: an article, or an own id."""

_VERWIJZING = (
    r"[a-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+)*(#[A-Za-z0-9][A-Za-z0-9._/-]*)?|"
    r"#?[A-Za-z0-9][A-Za-z0-9._-]*"
)
_een_verwijzing = _als(
    _VERWIJZING,
    (
        "'{}' is geen verwijzing; schrijf het pad vanaf het dossier zonder .yaml, met "
        "#kenmerk voor een onderdeel"
    ),
)


def _lees_verwijzing(tekst: str) -> str:
    if "," in tekst:
        raise ValueError(f"'{tekst}' zijn er meer; noem er één, en geef de opdracht voor elk apart")
    return _een_verwijzing(tekst)


Verwijzing = Annotated[
    str,
    Lezer(
        "REC122",
        "een verwijzing",
        _lees_verwijzing,
        (),
        los=True,
        json_schema=_schema("gesprekken/2026-04-16-voortgang/gesprek#A-28", f"^({_VERWIJZING})$"),
    ),
    Naar("verwijzing"),
]
"""A reference: bare stem in the same folder, else the path from the dossier without extension;
`#id` for an item."""

_PAD = r"(?!.*(?:^|/)\.\.(?:/|$))[^/\\:*?\"<>|\x00-\x1f][^\\:*?\"<>|\x00-\x1f]*"
Pad = Annotated[
    str,
    Lezer(
        "REC131",
        "een bestandsnaam",
        _als(_PAD, "'{}' is geen pad binnen dit dossier; gebruik / en geen .."),
        (),
        json_schema=_schema("verslag.pdf"),
    ),
]
"""The path of a stuk, from the folder of the file that names it."""


_LANGST = {
    Eenheid.WERKDAGEN: 5000,
    Eenheid.DAGEN: 7300,
    Eenheid.WEKEN: 1040,
    Eenheid.MAANDEN: 240,
    Eenheid.JAAR: 20,
}

_TERMIJN = r"[1-9][0-9]* (werkdag|werkdagen|dag|dagen|week|weken|maand|maanden|jaar)"


def _datum_getypt(tekst: str) -> str:
    return lees_datum(tekst).isoformat()


def _lees_termijn(tekst: str) -> Duur:
    duur = lees_duur(tekst)
    if not re.fullmatch(_TERMIJN, tekst):
        raise ValueError(f"'{tekst}' is zo geen termijn; bedoelt u {duur}?")
    if duur.aantal > _LANGST[duur.eenheid]:
        raise ValueError(f"'{tekst}' is langer dan twintig jaar; dat is vast een vergissing")
    return duur


def _lees_periode(tekst: str) -> Periode:
    periode = lees_periode(tekst)
    if str(periode) != tekst:
        raise ValueError(f"'{tekst}' is zo geen periode; bedoelt u {periode}?")
    return periode


def _lees_tijd(tekst: str) -> time:
    if not re.fullmatch(r"([01][0-9]|2[0-3])[:.][0-5][0-9]", tekst):
        raise ValueError(
            f"'{tekst}' is geen tijd in de vorm uur:minuut, zoals 14:00; bedoelt u "
            f"{_tijd_getypt(tekst)}?"
        )
    return time(int(tekst[:2]), int(tekst[3:]))


def _schrijf_tijd(tijd: time) -> str:
    """A function with a signature: on Python 3.13 that of str.format is no longer unknown."""
    return f"{tijd:%H:%M}"


def _tijd_getypt(tekst: str) -> str:
    return _schrijf_tijd(lees_tijd(tekst))


def _lees_moment(tekst: str) -> datetime:
    vorm = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})"
    if not re.fullmatch(vorm, tekst):
        raise ValueError(f"'{tekst}' is geen moment met tijdzone, zoals 2026-05-04T15:20:00+02:00")
    try:
        return datetime.fromisoformat(tekst)
    except ValueError:
        raise ValueError(f"{tekst} bestaat niet op de kalender of de klok") from None


DATUMCODE = "REC112"
"""What is no date."""
Datum = Annotated[
    date,
    Lezer(
        DATUMCODE,
        "een datum",
        lees_strikt,
        date,
        _datum_getypt,
        los=True,
        json_schema=_schema("2026-05-04", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", format="date"),
    ),
]
Tijd = Annotated[
    time,
    Lezer(
        "REC113",
        "een tijd",
        _lees_tijd,
        time,
        _tijd_getypt,
        los=True,
        json_schema=_schema("14:00", r"^[0-9]{2}[:.][0-9]{2}$"),
        schrijf=plain_serializer_function_ser_schema(_schrijf_tijd, when_used="json"),
    ),
]
"""A clock time, kept as evidence; no term is computed with it."""
Moment = Annotated[
    datetime,
    Lezer(
        "REC114",
        "een moment",
        _lees_moment,
        datetime,
        json_schema=_schema("2026-05-04T15:20:00+02:00"),
    ),
]
"""The moment of recording, with its offset; clm writes it."""
Termijn = Annotated[
    Duur,
    Lezer(
        "REC119",
        "een termijn",
        _lees_termijn,
        Duur,
        lambda t: str(lees_gesproken_duur(t)),
        los=True,
        json_schema=_schema("10 werkdagen", f"^{_TERMIJN}$"),
        schrijf=plain_serializer_function_ser_schema(str),
    ),
]
"""A term as text with its unit: '10 werkdagen', '2 weken', '1 jaar'."""
PeriodeVeld = Annotated[
    Periode,
    Lezer(
        "REC120",
        "een periode",
        _lees_periode,
        Periode,
        lambda t: str(lees_periode(t)),
        los=True,
        json_schema=_schema(
            "2026-K1", r"^[0-9]{4}(-H[12]|-K[1-4]|-(0[1-9]|1[0-2])|-W[0-5][0-9])?$"
        ),
        schrijf=plain_serializer_function_ser_schema(str),
    ),
]
"""A year or a part of it: '2026', '2026-H1', '2026-K1', '2026-03', '2026-W07'."""


def _lees_bedrag(tekst: str) -> Decimal:
    if re.fullmatch(r"-?[0-9]{1,3}\.[0-9]{3}", tekst):
        heel = tekst.replace(".", "")
        raise ValueError(
            f"'{tekst}' is niet duidelijk: schrijf {heel} of {heel}.00 zonder punt tussen "
            "duizendtallen"
        )
    if not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,2})?", tekst):
        wenk = _bedoeld(tekst, _bedrag_getypt) or ", zoals 48250.00 (punt voor de centen, geen €)"
        raise ValueError(f"'{tekst}' is geen bedrag{wenk}")
    return Decimal(tekst)


def _bedrag_getypt(tekst: str) -> str:
    return schrijf_getal(lees_bedrag(tekst))


def _lees_getal(tekst: str) -> Decimal:
    waarde = lees_getal(tekst)
    if not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,6})?", tekst):
        raise ValueError(f"'{tekst}' is zo geen getal; bedoelt u {schrijf_getal(waarde)}?")
    return waarde


def _getal_getypt(tekst: str) -> str:
    return schrijf_getal(lees_getal(tekst))


def _lees_geheel(tekst: str) -> int:
    if not re.fullmatch(r"0|-?[1-9][0-9]{0,8}", tekst):
        wenk = _bedoeld(tekst, _geheel_getypt)
        raise ValueError(f"'{tekst}' is geen heel getal, zoals 14{wenk}")
    return int(tekst)


def _geheel_getypt(tekst: str) -> str:
    return str(lees_geheel(tekst))


_GETAL = plain_serializer_function_ser_schema(schrijf_getal)
Bedrag = Annotated[
    Decimal,
    Lezer(
        "REC116",
        "een bedrag",
        _lees_bedrag,
        Decimal,
        _bedrag_getypt,
        json_schema=_schema("48250.00", r"^-?[0-9]+(\.[0-9]{1,2})?$"),
        schrijf=_GETAL,
    ),
]
"""Euros, exact; at most two decimals."""


def _lees_som(tekst: str) -> Decimal:
    som = _lees_bedrag(tekst)
    if som <= 0:
        raise ValueError(
            f"'{tekst}' is niet meer dan nul; schrijf een bedrag boven nul, en trek een creditnota "
            "af van het bedrag van haar factuur"
        )
    return som


Som = Annotated[
    Decimal,
    Lezer(
        "REC116",
        "een bedrag boven nul",
        _lees_som,
        Decimal,
        _bedrag_getypt,
        json_schema=_schema("48250.00", r"^(?!0+(\.0{1,2})?$)[0-9]+(\.[0-9]{1,2})?$"),
        schrijf=_GETAL,
    ),
]
"""Euros that are claimed, paid, kept back or reckoned with: never nothing, never less."""


def _lees_omzet(tekst: str) -> Decimal:
    omzet = _lees_bedrag(tekst)
    if omzet < 0:
        raise ValueError(
            f"'{tekst}' is minder dan nul; omzet is nul of meer: trek een creditnota af van de "
            "omzet van haar periode"
        )
    return omzet


Omzetbedrag = Annotated[
    Decimal,
    Lezer(
        "REC116",
        "een bedrag van nul of meer",
        _lees_omzet,
        Decimal,
        _bedrag_getypt,
        json_schema=_schema("48250.00", r"^[0-9]+(\.[0-9]{1,2})?$"),
        schrijf=_GETAL,
    ),
]
"""Euros that were turned over: nothing can be, less than that cannot."""
Getal = Annotated[
    Decimal,
    Lezer(
        "REC117",
        "een getal",
        _lees_getal,
        Decimal,
        _getal_getypt,
        json_schema=_schema("58.9", r"^-?[0-9]+(\.[0-9]+)?$"),
        schrijf=_GETAL,
    ),
]
"""An exact number; a percentage of 58,9 % is 58.9 with unit %."""
Geheel = Annotated[
    int,
    Lezer(
        "REC118",
        "een heel getal",
        _lees_geheel,
        int,
        _geheel_getypt,
        los=True,
        json_schema=_schema("3", r"^(0|-?[1-9][0-9]*)$"),
    ),
]


def _acht_cijfers(woord: str) -> Callable[[str], str]:
    """Eight digits, however they are grouped, perhaps with the word for them in front."""

    def getypt(tekst: str) -> str:
        kaal = re.sub(rf"^{woord}([- ]?(nummer|code|nr\.?))?:? ?", "", tekst, flags=re.IGNORECASE)
        cijfers = re.sub(r"[ .-]", "", kaal)
        if not re.fullmatch(r"[0-9]{8}", cijfers):
            raise ValueError(tekst)
        return cijfers

    return getypt


def _postcode_getypt(tekst: str) -> str:
    delen = re.fullmatch(r"([1-9][0-9]{3}) ?([A-Za-z]{2})", tekst)
    if not delen:
        raise ValueError(tekst)
    return f"{delen[1]} {delen[2].upper()}"


Kvk = Annotated[
    str,
    Lezer(
        "REC123",
        "een KvK-nummer",
        _als(
            r"[0-9]{8}",
            "'{}' is geen KvK-nummer van acht cijfers (buiten Nederland: land en registratie)",
            _acht_cijfers("kvk"),
        ),
        (),
        _acht_cijfers("kvk"),
        los=True,
        json_schema=_schema("00001234", "^[0-9]{8}$"),
    ),
]
Agb = Annotated[
    str,
    Lezer(
        "REC124",
        "een AGB-code",
        _als(
            r"[0-9]{8}",
            "'{}' is geen AGB-code van acht cijfers, zonder streepje",
            _acht_cijfers("agb"),
        ),
        (),
        _acht_cijfers("agb"),
        los=True,
        json_schema=_schema("00000123", "^[0-9]{8}$"),
    ),
]
Postcode = Annotated[
    str,
    Lezer(
        "REC125",
        "een postcode",
        _als(r"[1-9][0-9]{3} [A-Z]{2}", "'{}' is geen postcode zoals 1234 AB", _postcode_getypt),
        (),
        _postcode_getypt,
        json_schema=_schema("1234 AB", "^[1-9][0-9]{3} [A-Z]{2}$"),
    ),
]
Email = Annotated[
    str,
    Lezer(
        "REC126",
        "een e-mailadres",
        _als(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\".]+", "'{}' is geen e-mailadres"),
        (),
        los=True,
        json_schema=_schema("bezwaar@regio.example"),
    ),
]
Telefoon = Annotated[
    str,
    Lezer(
        "REC127",
        "een telefoonnummer",
        _als(r"\+?[0-9][0-9 ()-]{6,18}[0-9]", "'{}' is geen telefoonnummer"),
        (),
        json_schema=_schema("0320-00 00 00"),
    ),
]
Iban = Annotated[
    str,
    Lezer(
        "REC155", "een rekeningnummer (IBAN)", _iban, (), json_schema=_schema("NL02ABNA0123456789")
    ),
]
Sha256 = Annotated[
    str,
    Lezer(
        "REC128",
        "een sha256",
        _als(r"[0-9a-f]{64}", "hier hoort een sha256: 64 cijfers en letters a-f"),
        (),
        json_schema=_schema(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "^[0-9a-f]{64}$"
        ),
    ),
]

JaNee = Literal["ja", "nee", "onbekend"]
"""An answer; unknown is one of them."""
Kant = Literal["DOP", "AOC"]
"""Which side of the buyers is responsible: delivery (municipalities, access teams) or all other
agreements (J06)."""
Niveau = Literal["operationeel", "tactisch", "strategisch"]
Partij = Literal["opdrachtgever", "aanbieder", "gemeente", "derde"]
Richting = Literal["inkomend", "uitgaand"]
Grondslag = Literal[
    "veiligheid",
    "kwaliteit",
    "continuiteit",
    "rechtmatigheid",
    "tijdigheid",
    "medewerking",
    "financieel",
]
Onderwerpuit = Literal[
    "cijfers",
    "vergelijking",
    "aanlevering",
    "signalen",
    "risicos",
    "acties",
    "sroi",
    "gesprek",
]
"""Where a dossier by itself says something of a subject of the talks (J24)."""
Termijnsoort = Literal[
    "verslag-delen",
    "verslag-reactie",
    "reactie",
    "verbeterplan",
    "herstel",
    "bezwaar",
    "directiegesprek",
    "bevestiging",
    "aanzegging",
    "beslissing",
    "eigen",
    "antwoord",
    "betaling",
    "afwikkeling",
]
"""The closed list of terms that clm starts: those of the contracts, and an answer that a letter
itself asks for."""
