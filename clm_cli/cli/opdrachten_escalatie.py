"""Floor 8, opdrachten_escalatie: the commands of a case, from its opening to its end."""

LADDER = (
    ("escalatie", "", "De ladder: van opening tot sluiting, met elke voorwaarde en termijn."),
    (
        "escalatie opening",
        "feiten:OPDRACHTEN",
        "Opent een escalatie, met de tekortkomingen en de afweging.",
    ),
    (
        "escalatie tekortkoming",
        "feiten:OPDRACHTEN",
        "Legt een tekortkoming vast die later is gevonden.",
    ),
    (
        "escalatie onderzoek",
        "feiten:OPDRACHTEN",
        "Legt een onderzoek met zijn bevindingen vast.",
    ),
    (
        "escalatie wederhoor",
        "feiten:OPDRACHTEN",
        "Legt vast dat de aanbieder is uitgenodigd, gehoord of zweeg.",
    ),
    (
        "escalatie bewijs",
        "feiten:OPDRACHTEN",
        "Legt bewijs vast, per element van de vorm uit het contract.",
    ),
    (
        "escalatie maatregel",
        "feiten:OPDRACHTEN",
        "Neemt een maatregel van de ladder; elke voorwaarde wordt eerst gecontroleerd.",
    ),
    (
        "escalatie reactie",
        "feiten:OPDRACHTEN",
        "Legt het antwoord van de aanbieder op een maatregel vast.",
    ),
    (
        "escalatie verbeterplan",
        "feiten:OPDRACHTEN",
        "Legt een binnengekomen verbeterplan vast, per punt.",
    ),
    (
        "escalatie beoordeling",
        "feiten:OPDRACHTEN",
        "Legt een oordeel vast over herstel, reactie, plan, uitvoering of effect.",
    ),
    (
        "escalatie herstel",
        "feiten:OPDRACHTEN",
        "Legt vast dat de aanbieder herstel meldt; het oordeel volgt apart.",
    ),
    ("escalatie bezwaar", "feiten:OPDRACHTEN", "Legt een bezwaar vast."),
    (
        "escalatie beslissing",
        "feiten:OPDRACHTEN",
        "Legt onze beslissing op een bezwaar vast, met nieuwe dagen.",
    ),
    (
        "escalatie geschil",
        "feiten:OPDRACHTEN",
        "Legt een geschil over de inschaling en het gesprek op directieniveau vast.",
    ),
    (
        "escalatie schorsing",
        "feiten:OPDRACHTEN",
        "Legt vast dat een maatregel door ons is geschorst.",
    ),
    (
        "escalatie hervatting",
        "feiten:OPDRACHTEN",
        "Legt vast dat een geschorste maatregel weer loopt.",
    ),
    ("escalatie aanpassing", "feiten:OPDRACHTEN", "Legt vast dat een maatregel is aangepast."),
    (
        "escalatie uitvoering",
        "feiten:OPDRACHTEN",
        "Legt vast wat één gemeente deed om een maatregel uit te voeren.",
    ),
    ("escalatie opheffing", "feiten:OPDRACHTEN", "Heft een maatregel op, of neemt hem terug."),
    (
        "escalatie facturen",
        "feiten:OPDRACHTEN",
        "Legt de lijst met onrechtmatige facturen vast.",
    ),
    (
        "escalatie betaling",
        "feiten:OPDRACHTEN",
        "Legt een betaling, verrekening of creditnota vast.",
    ),
    ("escalatie afstemming", "feiten:OPDRACHTEN", "Legt bestuurlijke afstemming vast."),
    (
        "escalatie sluiting",
        "feiten:OPDRACHTEN",
        "Sluit de escalatie; alle maatregelen eindigen.",
    ),
    (
        "escalatie heropening",
        "feiten:OPDRACHTEN",
        "Heropent een gesloten escalatie; geen maatregel herleeft.",
    ),
    (
        "escalatie gelijk",
        "escalatie:gelijk",
        "Toont wat bij andere aanbieders met dezelfde soort tekortkoming is gedaan; intern.",
    ),
    (
        "escalatie toon",
        "escalatie:toon",
        "Toont waar een escalatie staat: ladder, termijnen, bezwaar, en wat nu kan en waarom niet.",
    ),
)
"""Words, `module:name`, and the sentence of the help page."""
