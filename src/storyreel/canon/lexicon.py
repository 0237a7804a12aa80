"""Word lists of the fact rules: titles, places by size, verbs. Tables, not logic."""


def words(table: str) -> tuple[str, ...]:
    """The words of a table that is written as running text."""
    return tuple(table.split())


GENDERED_TITLES = frozenset({"Mr", "Mrs", "Miss", "Ms"})
"""Kept as part of the name: Mr Hale and Mrs Hale are two people."""
TITLES = frozenset(
    words(
        """
    Dr Doctor Captain Capt Professor Prof Old Young Little Poor Big Dear Uncle Aunt Grandfather
    Grandmother Sir Lady Lord King Queen Prince Princess Father Mother Sister Brother Inspector
    Detective Sergeant Lieutenant Colonel General Officer Judge Reverend Nurse
    """
    )
)

STARTERS = frozenset(
    words(
        """
    a an the this that these those he she it they we you i his her its their our your my one two
    three four five six seven eight nine ten some any all each every both many most few no none
    nobody everyone someone anyone everybody nothing something everything there here then now when
    where while why how what who whose which if unless until since before after because although
    though as at by for from in into of off on onto out over to under up with without within and but
    or nor so yet not never always only even just still again once soon later earlier suddenly
    finally meanwhile perhaps maybe is are was were do does did has had have will would can could
    should may might must let old young little poor another other such next last first second
    outside inside above below behind beside between beyond near upstairs downstairs tonight today
    tomorrow yesterday yes oh well int ext also instead nearby far somewhere nowhere half years
    """
    )
)
ABSTRACT = frozenset(
    words(
        """
    hope faith love joy silence night winter spring summer autumn rain snow fire music light
    darkness wind storm time death life fear anger morning evening noon midnight water men women
    children people god heaven christmas easter everything sleep
    """
    )
)
CALENDAR = frozenset(
    words(
        """
    January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter
    """
    )
)
COUNTRIES = frozenset(
    words(
        """
    Portugal Spain France Italy Germany Austria Switzerland Poland Hungary Greece Turkey Russia
    Ukraine Sweden Norway Denmark Finland Iceland Ireland Belgium Netherlands Romania Bulgaria
    Serbia Croatia Japan China India Pakistan Korea Vietnam Thailand Australia Brazil Argentina
    Chile Peru Mexico Canada Egypt Morocco Kenya Nigeria Israel Iran Iraq
    """
    )
)
REGIONS = frozenset(
    words(
        """
    England Scotland Wales Britain Europe Asia Africa America Scandinavia Bavaria Tuscany Provence
    Siberia Texas California Florida Catalonia Brittany Cornwall Sicily Latin
    """
    )
)
"""Places that hold or cut across countries: never compared."""

PLACES = {
    **dict.fromkeys(
        words(
            """
    kitchen cellar attic bedroom bathroom parlour parlor nursery pantry basement loft
    """
        ),
        "room",
    ),
    **dict.fromkeys(
        words(
            """
    church school hospital station library lighthouse mill prison bakery inn tavern pub museum
    theatre theater factory courthouse barn stable
    """
        ),
        "building",
    ),
    **dict.fromkeys(
        words(
            """
    garden forest beach market meadow desert field
    """
        ),
        "open",
    ),
}
"""Common places by size. Two of one size exclude each other, and so do a room and open land."""
EXCLUSIVE_SIZES = frozenset(
    {("room", "room"), ("building", "building"), ("room", "open"), ("open", "room"), ("city", "city"),
     ("country", "country")}
)  # fmt: skip

PERSON_NOUNS = frozenset(
    words(
        """
    man woman boy girl child mother father brother sister son daughter uncle aunt wife husband
    keeper captain doctor nurse king queen teacher friend stranger neighbour neighbor baker soldier
    sailor priest widow grandmother grandfather cousin baby lady gentleman dog cat horse
    """
    )
)
GENERIC_ROLES = frozenset(
    words(
        """
    man woman boy girl child one other dog cat horse fellow person stranger baby place village town
    """
    )
)

ACTS = words(
    """
    said says asked asks answered answers replied replies shouted shouts whispered whispers cried
    cries called calls laughed laughs smiled smiles grinned grins nodded nods walked walks ran runs
    came comes went goes opened opens closed closes took takes gave gives sat sits stood stands
    turned turns got gets put puts picked picks lit lights climbed climbs coiled coils pulled pulls
    pushed pushes looked looks watched watches ate eats drank drinks danced dances sang sings jumped
    jumps waited waits waved waves swept sweeps cooked cooks read reads worked works rowed rows swam
    swims knocked knocks entered enters left leaves returned returns arrived arrives held holds
    threw throws caught catches kicked kicks wept weeps slept sleeps woke wakes poured pours made
    makes lifted lifts carried carries followed follows stepped steps cursed curses shrugged shrugs
    sighed sighs paid pays bought buys sold sells built builds fought fights married
    """
)
MOVES = frozenset(
    words(
        """
    went goes go came comes walked walks ran runs rode rides drove drives sailed sails flew flies
    travelled traveled moved moves left leaves entered enters arrived arrives returned returns
    climbed climbs crossed crosses followed follows hurried hurries rushed rushes stepped steps
    descended descends set out back then later afterwards morning afternoon evening night noon midnight
    dawn dusk today tomorrow yesterday next soon finally until after before once again another new
    """
    )
)
"""Words after which a place that was told before need not hold any more."""
