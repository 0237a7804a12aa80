"""Words with several meanings: which object they call, by the company they keep."""
# ruff: noqa: E501, SIM905  # rows of words read worse when they are broken or quoted one by one

from storyreel.assets.reader.tokens import Token
from storyreel.assets.stems import stem
from storyreel.kit.names import FEMALE_NAMES, MALE_NAMES

NOUN_BEFORE = frozenset(
    """a an the this that these those my your his her its our their no some any every each another one two three four
    five six seven eight nine ten many several few of with without in on at from into under over by for beside
    behind old new little big small great own red blue black white green brass wooden golden silver iron
    broken dry wet""".split()
)
VERB_BEFORE = frozenset(
    """to i you he she it we they who and not n't will would can could shall should may might must did does do let
    don't didn't never always""".split()
)
OFTEN_VERBS = frozenset(
    """watch ring saw light fish duck fly swallow train match bow bark rock plant hand face point book nail hammer
    brush bear seal spring park land ship boat drop tap lock cross sail drill mine fire ice wave bat comb iron
    hook net box bag tie stage row lead can rose felt left fell found ground wound leaves cook guard guide judge
    milk egg egged pen pin pot press paint paper oil lamp log ladder hole map mirror mask mail letter knot knock honey salt
    scale scales chain shelter shop smoke snow sponge storm toast trap wheel whip wind wolf worm balance balloon
    ball bridge bucket cage camp cart chest chop circle clock cloud coat corner crane crown crow cup
    dress drum dust empty farm film flag flower fork frame gear hail house label lift
    line list load mark measure mend monkey name needle notice order pack page pan
    parachute pen picture pilot place play plough post price question race rain record
    rifle rope rule sack screw shade shape shell shield shoe shovel sign sink skate sketch
    sled snake staff stamp star steam step stitch store stream string study suit swing sword
    table taste telephone test thread tile tip top torch touch tower toy track trade tram treasure turn
    type perch bloom blossom flower shrub umbrella vacuum voice wall warning water weed well witness wonder work wrench""".split()
)
"""Nouns that are as well verbs (or adverbs): they call a thing only where they stand as nouns."""

SENSES: dict[str, tuple[tuple[str, str], ...]] = {
    "bank": (("river water stream canal fish grass willow boat flood along frozen steep mud walk heron", ""), ("", "bank")),
    "spring": (("", ""),),
    "fall": (("", ""),),
    "seal": (("ice sea rock fish whale beach swim pup bask", "seal"), ("wax letter envelope ring", "letter"), ("", "")),
    "palm": (("hand finger open read sweat", "hand"), ("", "palm-tree")),
    "trunk": (("elephant", "elephant"), ("tree bark oak root", "tree"), ("", "chest")),
    "bark": (("tree oak birch", "tree"), ("", "dog")),
    "match": (("football goal team player win score game tennis", "ball"), ("dry strike light box candle burn lamp", "fire"), ("", "")),
    "nail": (("finger hand paint bite polish toe", "hand"), ("", "hammer")),
    "plant": (("power car worker steel nuclear chemical", "factory"), ("", "potted-plant")),
    "star": (("film movie pop famous actor stage team player", ""), ("", "star")),
    "ring": (("phone telephone doorbell", "telephone"), ("bell church toll school", "bell"), ("finger gold wedding wear wore engage marry mother stone jewel", "ring"), ("saturn planet", "ringed-planet"), ("", "")),
    "watch": (("wrist pocket tick gold wind clock hand", "watch"), ("", "")),
    "toast": (("glass wine drink champagne raise", "wine"), ("", "bread")),
    "bow": (("arrow archer shoot hunter", "bow"), ("ship boat wave", ""), ("violin", "violin"), ("", "")),
    "court": (("tennis ball", "ball"), ("king queen royal palace", "crown"), ("", "balance")),
    "fair": (("hair skin weather", ""), ("market ride stall country", ""), ("", "")),
    "present": (("birthday wrap christmas gave give open", "gift"), ("", "")),
    "light": (("sun speed earth star travel wave colour ray physics", ""), ("", "lamp")),
    "letter": (("alphabet word spell capital first", ""), ("", "letter")),
    "page": (("", "book"),),
    "drum": (("oil fuel", "barrel"), ("", "drum")),
    "horn": (("cow goat bull rhino deer", ""), ("ship fog car", "foghorn"), ("", "foghorn")),
    "pupil": (("eye", "eye"), ("", "child")),
    "organ": (("church play music", "piano"), ("", "")),
    "mercury": (("planet sun orbit", "ringed-planet"), ("thermometer glass metal", "thermometer"), ("", "")),
    "mole": (("", ""),),
    "orange": (("", "orange"),),
    "turkey": (("", ""),),
    "china": (("", ""),),
    "iron": (("shirt clothes crease", ""), ("", "")),
    "may": (("", ""),),
    "march": (("", ""),),
    "will": (("lawyer inherit last testament", "scroll"), ("", "")),
    "leave": (("tree autumn fall wind branch green brown", "leaf"), ("", "")),
    "date": (("calendar", "calendar"), ("", "")),
    "net": (("", "net"),),
    "program": (("", "laptop"),),
    "current": (("", ""),),
    "charge": (("", ""),),
    "stage": (("", "mask"),),
    "cold": (("", ""),),
    "web": (("spider fly", "web"), ("site page internet", "laptop"), ("", "")),
    "bug": (("software code computer program", "laptop"), ("", "ladybug")),
    "field": (("", "wheat"),),
    "well": (("", "well"),),
    "mine": (("coal gold shaft miner dig", "pickaxe"), ("", "")),
    "swallow": (("bird nest wing summer", "bird"), ("", "")),
    "second": (("", ""),),
    "post": (("letter office", "letter"), ("", "")),
    "press": (("", "newspaper"),),
    "fan": (("", ""),),
    "stick": (("", ""),),
    "screen": (("", "laptop"),),
    "app": (("", "mobile-phone"),),
    "race": (("", "shoe"),),
    "state": (("", ""),),
    "power": (("electric home house light line storm cut plant outage", "battery"), ("", "")),
    "mail": (("", "letter"),),
    "yard": (("", ""),),
    "foot": (("", ""),),
    "right": (("", ""),),
    "fly": (("web spider", ""), ("", "")),
    "plate": (("earth crust tectonic continent steel metal number", ""), ("", "bowl")),
    "crust": (("earth planet rock plate", ""), ("", "bread")),
    "roll": (("bread butter breakfast baker bake", "bread"), ("", "")),
    "party": (("vote elect election minister parliament government labour politics political leader", ""), ("", "balloon")),
    "pot": (("plant flower seed garden soil windowsill grow", "potted-plant"), ("", "pot")),
    "ash": (("", ""),),
    "bun": (("hair", ""), ("", "bread")),
    "oil": (("cook olive pan fry", "bottle"), ("crude drill tanker export price energy grain car gas fuel rig company import", "barrel"), ("", "lamp")),
    "rose": (("garden petal thorn flower bloom smell bush grow red pick", "rose"), ("", "")),
    "left": (("", ""),),
    "deal": (("", ""),),
    "cell": (("bee hive comb honey larva larvae wax honeycomb", "honeycomb"), ("prison prisoner jail lock", "lock"), ("phone", "mobile-phone"), ("", "microscope")),
    "queen": (("bee hive colony ant", "bee"), ("", "woman")),
    "worker": (("bee hive colony ant", "bee"), ("", "")),
    "drone": (("bee hive colony", "bee"), ("", "helicopter")),
    "colony": (("bee hive honeybee", "hive"), ("ant", "ant"), ("", "")),
    "swarm": (("bee hive honey", "bee"), ("", "")),
    "larva": (("", "caterpillar"),),
    "wax": (("bee hive comb honey", "honeycomb"), ("", "candle")),
    "comb": (("bee hive honey", "honeycomb"), ("hair brush", "comb"), ("", "")),
    "stone": (("whetstone knife blade sharpen sharp grind", "whetstone"), ("ring jewel necklace", "gem"), ("", "rock")),
    "step": (("stair climb door spiral staircase cellar up down tower", "stairs"), ("", "")),
    "edge": (("knife blade sharp", "knife"), ("", "")),
    "jar": (("honey bee", "honey"), ("", "jar")),
    "file": (("computer folder disk save download", "folder"), ("office cabinet case", "folder"), ("", "")),
    "ruler": (("inch centimetre line draw measure pencil school", "ruler"), ("king throne kingdom", "crown"), ("", "")),
    "mouse": (("computer click screen keyboard cursor", "computer-mouse"), ("", "mouse")),
    "crane": (("bird wing nest fly feather", "swan"), ("", "crane")),
    "bat": (("ball cricket baseball pitch innings player team", "cricket-bat"), ("", "bat")),
    "cricket": (("ball bat team player match wicket", "cricket-bat"), ("", "cricket")),
    "tank": (("fish water aquarium", "fish"), ("war army soldier", ""), ("fuel oil petrol gas", "barrel"), ("", "")),
    "gate": (("garden field farm fence wood meadow sheep", "gate"), ("harbour sea storm water river lock dam port", ""), ("airport flight", "airplane"), ("", "door")),
    "pin": (("map board", "pin"), ("sew cloth hair", "safety-pin"), ("", "")),
    "cap": (("bottle jar", "bottle"), ("head wore wear hat baseball", "cap"), ("", "")),
    "pipe": (("water gas drain plumber leak", "pipe"), ("", "")),
    "ram": (("computer memory", "laptop"), ("", "ram")),
    "van": (("drive driver delivery road park", "van"), ("", "")),
    "pitch": (("tent camp", "tent"), ("ball football cricket", "ball"), ("", "")),
    "key": (("piano", "piano"), ("keyboard", "keyboard"), ("music song minor major", ""), ("", "key")),
    "chip": (("computer silicon memory", "laptop"), ("fish potato fry", "fries"), ("", "")),
    "jam": (("traffic car road", "car"), ("bread strawberry jar toast", "jar"), ("", "")),
    "table": (("number row column data", ""), ("", "table")),
    "bill": (("parliament law senate", "scroll"), ("pay restaurant electric", "receipt"), ("bird duck", ""), ("", "")),
    "bar": (("chocolate", "chocolate"), ("drink beer", "beer"), ("", "")),
    "bed": (("river sea stream ocean", ""), ("flower garden", "tulip"), ("", "bed")),
    "bulb": (("tulip garden plant onion", "tulip"), ("", "light-bulb")),
    "chest": (("heart lung breath pain", ""), ("", "chest")),
    "coach": (("team player train", ""), ("horse", "cart"), ("", "bus")),
    "fork": (("road river way", ""), ("", "fork")),
    "glass": (("window pane break broke shatter", "window"), ("wine", "wine"), ("water milk drink", "tumbler"), ("", "")),
    "head": (("nail", "hammer"), ("", "")),
    "hook": (("phone", "telephone"), ("fish line bait", "fishing-rod"), ("", "hook")),
    "line": (("fish bait cast", "fishing-rod"), ("", "")),
    "log": (("ship captain book write", "notebook"), ("", "wood")),
    "mint": (("coin money", "coin"), ("", "herb")),
    "needle": (("pine", "pine"), ("compass", "compass"), ("doctor nurse vaccine", "syringe"), ("", "needle")),
    "nut": (("bolt screw", "screw"), ("", "chestnut")),
    "note": (("music piano sing violin song", "music"), ("pound dollar euro", "banknote"), ("", "notebook")),
    "pen": (("sheep pig", "fence"), ("", "pen")),
    "pool": (("swim", ""), ("", "")),
    "port": (("wine", "wine"), ("", "")),
    "scale": (("fish snake dragon reptile", ""), ("map large small grand full economy", ""), ("music piano", "piano"), ("", "balance")),
    "shell": (("egg", "egg"), ("gun war soldier", ""), ("", "spiral-shell")),
    "sole": (("shoe boot", "shoe"), ("fish", "fish"), ("", "")),
    "stamp": (("foot ground", ""), ("", "letter")),
    "tablet": (("screen computer app", "mobile-phone"), ("medicine doctor swallow", "pill"), ("", "")),
    "tap": (("water sink kitchen drip", "tap"), ("", "")),
    "tip": (("waiter restaurant", "coin"), ("", "")),
    "tower": (("sea lighthouse beacon keeper lamp ship sailor", "lighthouse"), ("church bell", "church"), ("", "castle")),
    "virus": (("computer software", "laptop"), ("", "microbe")),
    "wing": (("plane airplane aircraft", "airplane"), ("hospital house palace museum", ""), ("", "bird")),
    "belt": (("car seat safety", "car"), ("factory conveyor", "factory"), ("", "")),
    "figure": (("", ""),),
    "mouth": (("harbour river cave tunnel port bay volcano bottle", ""), ("", "mouth")),
    "monitor": (("computer screen", "laptop"), ("", "")),
    "tie": (("shirt suit neck", "shirt"), ("", "")),
    "stand": (("", ""),),
    "ground": (("coffee", "coffee"), ("", "")),
    "bolt": (("lightning", "storm"), ("door", "lock"), ("", "screw")),
    "beam": (("light lamp lighthouse", "lamp"), ("roof wood", "wood"), ("", "")),
    "foil": (("", ""),),
    "draft": (("", ""),),
    "sign": (("road street", "signpost"), ("", "")),
    "bass": (("guitar band play music", "guitar"), ("", "fish")),
    "pike": (("", "fish"),),
    "saw": (("wood carpenter blade tool", "saw"), ("", "")),
}  # fmt: skip
"""Word -> (words that go with the meaning, object) in order; the row without words is the usual meaning."""
_SENSES = {
    stem(word): tuple((frozenset(stem(w) for w in company.split()), name) for company, name in rows)
    for word, rows in SENSES.items()
}
_VERBS = frozenset(stem(word) for word in OFTEN_VERBS)


def sense(token: Token, company: frozenset[str], context: frozenset[str] = frozenset()) -> str | None:
    """The object of a word with several meanings, '' for none that can be drawn; None: it has but one.

    The words of the line (`company`) go before those of the text's topic (`context`).
    """
    rows = _SENSES.get(token.stem)
    if rows is None:
        return None
    for around in (company - {token.stem}, context - {token.stem}):
        meant = next((name for words, name in rows if words & around), None)
        if meant is not None:
            return meant
    return next((name for words, name in rows if not words), "")


def is_verb(spoken: tuple[Token, ...], at: int) -> bool:
    """Whether a word that could be a verb stands as one."""
    token = spoken[at]
    if token.stem not in _VERBS or token.owner:
        return False
    before = [t.lower for t in spoken[max(0, at - 4) : at] if t.clause == token.clause]
    after = spoken[at + 1].lower if at + 1 < len(spoken) and token.raw == token.plain else ""
    if not before:
        # "Water the tomatoes": an order opens with a verb and an article or a pronoun follows.
        return after in _OBJECT_BEGINS
    if before[-1] in VERB_BEFORE:
        return True
    if before[-1] in NOUN_BEFORE or spoken[at - 1].owner or before[-1][:1].isdigit():
        return False
    if token.lower.endswith(("ed", "ing")):
        return True
    if any(word in NOUN_BEFORE for word in before):
        return after in _OBJECT_BEGINS and not before[-1].endswith(("y", "ous", "ful", "ed"))
    if len(before) == 1 and before[0].endswith("s") and not token.lower.endswith("s"):
        return True  # `Camels store fat.`
    return before[-1] in FEMALE_NAMES or before[-1] in MALE_NAMES


_OBJECT_BEGINS = frozenset(
    "the a an your them it up off out down each every some his her their its my our him me us".split()
)
"""What follows a verb: an article, a pronoun, a particle."""
