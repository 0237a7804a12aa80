"""Who is in a line: known people by name, others by what they are called, crowds by their number."""
# ruff: noqa: E501, SIM905  # rows of words read worse when they are broken or quoted one by one

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from storyreel.assets.reader.counts import Number, numbers
from storyreel.assets.reader.idioms import without_idioms
from storyreel.assets.reader.meant import NOBODY_ELSE, Meant, by_pronouns
from storyreel.assets.reader.near import near_words, singulars
from storyreel.assets.reader.tokens import Token, tokens
from storyreel.assets.stems import stem
from storyreel.kit.names import FEMALE_NAMES, FEMALE_WORDS, MALE_NAMES, MALE_WORDS, name_words

PERSONS = (
    frozenset(
        """man woman person boy girl child baby kid toddler teenager lad lass gentleman lady stranger neighbour neighbor
    friend guest visitor traveller traveler passenger villager farmer fisherman fishwife sailor captain keeper mate
    soldier officer king queen prince princess knight lord servant maid cook baker butcher smith blacksmith carpenter
    tailor weaver shoemaker cobbler miller miner merchant shopkeeper seller buyer customer clerk teacher pupil student
    professor scholar doctor nurse surgeon patient scientist engineer inventor astronaut pilot driver conductor postman
    policeman policewoman fireman firefighter thief robber pirate judge lawyer prisoner priest monk nun vicar bishop
    mayor president minister worker labourer builder painter artist musician singer dancer actor actress writer poet
    author reporter photographer hunter shepherd gardener beggar widow widower bride groom orphan twin mother father
    mum dad mom mama papa parent grandmother grandfather grandma grandpa granny grandparent aunt uncle cousin sister
    brother son daughter wife husband niece nephew family witch wizard giant dwarf fairy mermaid hermit messenger guard
    watchman ferryman lamplighter librarian beekeeper innkeeper waiter waitress chef hero heroine explorer climber
    swimmer runner athlete player coach cyclist rider refugee survivor owner tourist volunteer crew crowd people folk
    men women children everybody everyone audience mourner choir orchestra team army troop someone somebody
    champion winner loser rival clockmaker watchmaker apprentice journeyman salter hand member researcher archaeologist historian voter resident
    citizen settler emperor pharaoh slave peasant nobleman duke duchess count baron spy detective
    """.split()
    )
    | (FEMALE_WORDS | MALE_WORDS)
) - frozenset(
    "she her he him mr mrs ms miss sir god goddess count hand host player coach guard mate team army".split()
)
GROUPS = {
    "crowd": 40, "people": 12, "folk": 12, "everybody": 16, "everyone": 16, "audience": 36, "choir": 16,
    "orchestra": 30, "family": 4, "crew": 6, "army": 48, "villagers": 16, "townspeople": 20, "crowds": 48,
    "families": 12, "spectators": 40, "mourners": 14, "passengers": 12, "soldiers": 12, "voters": 12,
    "residents": 12, "citizens": 14, "refugees": 16, "team": 6, "troops": 16, "fans": 40, "protesters": 40,
}  # fmt: skip
"""How many a word for many shows where no number is said."""
CROWDS = frozenset(
    "crowd crowds audience everybody everyone spectators fans protesters army choir orchestra".split()
)
"""Words that by themselves say that many are there together."""
_ALSO_WORDS = frozenset(
    "may mark bill will grace joy rose iris daisy lily ivy violet olive ruby frank jack ray guy max eve dawn hope amber rob basil rex ernest miles willow bob hector victor pat gene sue art drew jade".split()
)
VAGUE = {"hundreds": 200, "thousands": 300, "dozens": 36, "millions": 400}
FEW = 3
"""How many a plain plural shows: `the men`."""
CROWD = 8
"""From here on people are a crowd, each of whom is shown."""
LIKE = frozenset(
    ["old", "young", "little", "tall", "small", "fat", "thin", "elderly", "blind", "rich", "poor"]
)
_NOT_SEEN = frozenset(
    "placeholder loader decoder adapter executor chosen provider planner solver docker scanner reader viewer nobody none anyone anybody whoever self other others".split()
)
_NEGATED = frozenset(["no", "without", "nobody", "not", "never"])
_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "thieves": "thief",
    "wives": "wife",
}


@dataclass(frozen=True)
class Folk:
    """Who is seen."""

    named: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    """Unnamed single people and small groups."""
    people: int = 0
    words: tuple[str, ...] = ()
    """The author's words that call people, in order."""
    crowd: bool = False


@lru_cache(maxsize=4096)
def folk(text: str, names: tuple[tuple[str, str], ...] = (), meant: Meant = NOBODY_ELSE) -> Folk:
    """Who is in a line; `names` are known people as (id, name), `meant` whom other words mean."""
    spoken = tokens(without_idioms(text))
    named = _named(spoken, names)
    counted = {number.noun: number for number in numbers(text)}
    taken = {word for _, name in names for word in name_words(name)}
    roles: list[str] = []
    words: list[str] = []
    total, crowd = 0, False
    for token in spoken:
        base = person_word(token)
        if not base or (base in taken and token.capital) or _denied(spoken, token.index):
            continue
        if token.owner or _swarm(base, spoken, meant.context):
            continue
        if (other := _alias(token, base, spoken, meant)) and counted.get(token.index) is None:
            named = named if other in named else (*named, other)
            words.append(token.plain)
            continue
        if (
            _names_follow(spoken, token.index, taken)
            or _is_title(spoken, token.index)
            or (base in roles and not counted.get(token.index))
        ):
            continue
        many, sure = _many(token, base, counted.get(token.index), spoken)
        words.append(token.plain)
        total += many
        crowd = crowd or (sure and many >= CROWD)
        if many <= FEW or base not in ("people", "crowd"):
            roles.append(_role(spoken, token.index, base))
    strangers = _first_names(spoken, taken)
    roles = [*strangers, *roles]
    total += len(strangers)
    words += strangers
    for who in by_pronouns(spoken, (*named, *roles), names, meant, alone=not total and not named):
        if who in dict(names):
            named = named if who in named else (*named, who)
        elif who not in roles:
            roles, total, words = [*roles, who], total + 1, [*words, who]
    return Folk(named, tuple(dict.fromkeys(roles)), total, tuple(words), crowd)


def person_word(token: Token) -> str:
    """The dictionary form of a word for somebody, or ''."""
    if token.capital and token.lower not in PERSONS:
        return ""
    if "-" in token.lower or not token.lower:
        return ""
    irregular = _IRREGULAR.get(token.lower)
    if irregular:
        return irregular
    for form in singulars(token.lower):
        if form in PERSONS:
            return form
    if token.lower in _NOT_SEEN:
        return ""
    people = near_words().people
    return (
        next((form for form in singulars(token.lower) if form in people), "") if len(token.lower) > 4 else ""
    )


def _swarm(base: str, spoken: tuple[Token, ...], context: frozenset[str]) -> bool:
    """A queen or a worker of bees is nobody."""
    return base in ("queen", "worker", "drone") and bool(_SWARMS & (context | {t.stem for t in spoken}))


_SWARMS = frozenset(stem(word) for word in ("bee", "hive", "colony", "ant"))


def _alias(token: Token, base: str, spoken: tuple[Token, ...], meant: Meant) -> str:
    """The known person whom `the girl` means; `another girl` and `girls` mean others."""
    who = dict(meant.aliases).get(base, "")
    before = {each.lower for each in spoken[max(0, token.index - 2) : token.index]}
    return who if who and token.lower == base and not before & _OTHERS else ""


_OTHERS = frozenset(
    ["another", "other", "every", "each", "no", "some", "any", "second", "like", "my", "your"]
)


def _first_names(spoken: tuple[Token, ...], taken: set[str]) -> list[str]:
    """First names that nobody has told of before: whoever bears one is a person by it."""
    found: list[str] = []
    for token in spoken:
        if (
            not token.plain[:1].isupper()
            or token.lower in taken
            or token.lower not in FEMALE_NAMES | MALE_NAMES
        ):
            continue
        before = spoken[token.index - 1].lower if token.index else ""
        plain_word = token.opens and token.lower in _ALSO_WORDS
        if before not in ("in", "at", "from", "of", "near", "the", "saint", "st", "to") and not plain_word:
            found.append(token.plain)
    return list(dict.fromkeys(found))


def people_named(
    texts: Sequence[str], names: tuple[tuple[str, str], ...] = ()
) -> tuple[tuple[str, str], ...]:
    """Known people and everybody whose first name stands in a text, as (id, name): what `Surroundings.names` wants.

    Whoever is not known gets the id `role-NAME`, the same that they have where they are met as a role.
    """
    taken = {word for _, name in names for word in name_words(name)}
    found = dict.fromkeys(name for text in texts for name in _first_names(tokens(text), taken))
    return (*names, *((f"role-{name.lower()}", name) for name in found))


def _many(token: Token, base: str, number: Number | None, spoken: tuple[Token, ...]) -> tuple[int, bool]:
    """How many a word shows, and whether the line itself makes them a crowd or a number."""
    if number is None and spoken[token.index + 1 : token.index + 2] and spoken[token.index + 1].lower == "of":
        text = " ".join(each.raw for each in spoken)
        number = next((n for n in numbers(text) if n.start == token.index + 2), None)
    if number is not None:
        return max(1, min(1_000, int(number.amount))), True
    before = [t.lower for t in spoken[max(0, token.index - 3) : token.index]]
    vague = next((VAGUE[word] for word in before if word in VAGUE), 0)
    if vague:
        return vague, True
    if token.lower in GROUPS or base in GROUPS:
        return GROUPS.get(token.lower, GROUPS.get(base, FEW)), token.lower in CROWDS or "many" in before
    if "both" in before or "two" in before:
        return 2, False
    return (FEW if token.lower != base else 1), False


def _role(spoken: tuple[Token, ...], at: int, base: str) -> str:
    before = spoken[at - 1].lower if at else ""
    return f"{before} {base}" if before in LIKE else base


def _named(spoken: tuple[Token, ...], names: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    large = {token.lower for token in spoken if token.plain[:1].isupper()}
    found: list[tuple[int, str]] = []
    for each, name in names:
        parts = [word for word in name_words(name) if len(word) > 2 and word not in ("the", "old", "young")]
        first = min(
            (token.index for token in spoken if token.lower in parts and token.lower in large), default=-1
        )
        if first >= 0 and (any(spoken[first].lower == part for part in parts)):
            found.append((first, each))
    return tuple(each for _, each in sorted(found))


def _denied(spoken: tuple[Token, ...], at: int) -> bool:
    return any(
        token.lower in _NEGATED for token in spoken[max(0, at - 2) : at] if token.clause == spoken[at].clause
    )


def _names_follow(spoken: tuple[Token, ...], at: int, taken: set[str]) -> bool:
    """`her brother Theo` is Theo, who is known; a `grandfather clock` is nobody."""
    after = spoken[at + 1] if at + 1 < len(spoken) and spoken[at].raw == spoken[at].plain else None
    return after is not None and (
        (after.capital and after.lower in taken) or after.lower in ("clock", "clocks")
    )


def _is_title(spoken: tuple[Token, ...], at: int) -> bool:
    """`Captain Brandt`, `Aunt May`: a title stands for the name behind it, which is known or not."""
    after = spoken[at + 1] if at + 1 < len(spoken) else None
    here = spoken[at]
    return bool(
        after
        and here.plain[:1].isupper()
        and after.plain[:1].isupper()
        and here.raw == here.plain
        and not here.opens
    )


_TITLED = re.compile(
    r"\b(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame|Captain|President|Judge|Doctor)\.? ((?:[A-Z][\w'’-]+ ?){1,3})"
)


def titled_name(text: str) -> str:
    """`Dr. Miriam Okafor` where a line introduces somebody with title and name, else ''."""
    match = _TITLED.search(text)
    return (
        match.group(0).strip()
        if match and (len(match[1].split()) > 1 or match.group(0)[:2] in ("Dr", "Pr"))
        else ""
    )
