"""Figures of speech: runs of words that mean something else than what they name, and draw nothing."""
# ruff: noqa: E501  # rows of words read worse when they are broken

import re
from functools import cache

from storyreel.assets.reading import Expression
from storyreel.assets.stems import stem

IDIOMS: dict[Expression, str] = {
    "neutral": """
        wet to the bone; a good deal of; a great deal of; a good deal; a great deal; no deal; a big deal; big deal; soaked to the skin; chilled to the bone; skin and bone; a sea of *; seas of *; an ocean of *;
        a mountain of *; mountains of *; a river of *; rivers of *; a flood of *; a wave of *; waves of *; a storm of *;
        a forest of *; a world of *; a wall of *; a hail of *; a wealth of *; a grain of truth; a pinch of salt; a drop in the ocean;
        tip of the iceberg; the ice was broken; break the ice; on thin ice; skate on thin ice; in the same boat; miss the boat; rock the boat;
        jump ship; test the water; water under the bridge; burn * bridge; cross that bridge; bridge the gap; bridge a gap;
        piece of cake; bread and butter; bring home the bacon; spill the bean; cup of tea; full of bean; the icing on the cake;
        cherry on top; food for thought; take the biscuit; sour grapes; apple of * eye; bad apple; big fish; fish out of water;
        once in a blue moon; reach for the star; star sign; shoot for the moon; under the sun; the world over; all over the world; out of this world;
        rain or shine; rain check; every cloud; steal * thunder; under the weather; calm before the storm; weather the storm; storm in a teacup;
        snow under; let the cat out of the bag; rain cats and dogs; raining cats and dogs; curiosity kill the cat; cat got * tongue;
        kill two birds; early bird; a little bird; birds of a feather; wild goose chase; hold * horse; dark horse; high horse; straight from the horse's mouth;
        elephant in the room; white elephant; sheepish; black sheep; count sheep; wolf in sheep's clothing; cry wolf; lone wolf; lion's share;
        the lion share; busy as a bee; make a beeline; butterflies in * stomach; ants in * pants; a can of worms; bookworm; frog in * throat;
        monkey business; when pigs fly; guinea pig; rat race; smell a rat; play cat and mouse; dog days; work like a dog; let sleeping dog lie;
        hit the road; in the field of; in the fields of; field of study; on the market; housing market; labour market; job market; stock market; on the grounds of; in the course of; on the basis of; a matter of course; in the teeth of; in the face of; the face of; at the hands of; in the hands of; on the heels of; on the rocks; back on track; on track; off track; lose * way; pull strings; a shot in the dark; in the dark about; leap in the dark; a house of cards; sit on the fence; over the hill; up hill; an uphill battle; walk the plank; the apple of; the seed of doubt; seeds of; fruits of; the fruit of; bear fruit; bore fruit; reap the harvest; a window on; a window into; the door to success; opened the door to; the bridge between; a bridge between; pave the way; paved the way; the engine of; the backbone of; the heart of a; at the heart of; run out of *; ran out of *; take root; took root; out of time; in time; on time; once upon a time; hit a wall; on the road to recovery; down the road; road to success; end of the road; middle of the road; rocky road; one for the road;
        hit the nail on the head; nail * colour; hit the book; read between the lines; turn the page; a closed book; open book; by the book; judge a book;
        in the long run; in the first place; take place; took place; taken place; take part; out of place; in place of; on the other hand; first hand; at hand; in hand; hand in hand; by hand; old hand; old hands; second hand;
        give a hand; lend a hand; on one hand; out of hand; change hands; face to face; head over heels; heart to heart; by heart; heart of the matter; at heart; heart of the city; heart of the country;
        heart of the town; heart of the village; learn by heart; set in stone; stone's throw; a stone throw; leave no stone unturned; rolling stone; kill two birds with one stone; stepping stone;
        light as a feather; see the light; came to light; come to light; bring to light; in light of; in the light of; shed light on; shed light; light up * face; a light heart; light rain; light breeze; light wind; light snow; light meal; light touch; light blue; light green; light grey;
        light bread; light load; the key to; key word; key point; key fact; key reason; key part; key role; ring a bell; ring true; bells and whistles; saved by the bell; with bells on;
        keep an eye on; in the eye of; turn a blind eye; eye to eye; all ears; play it by ear; tongue in cheek; cost an arm and a leg; pull * leg; break a leg; cold feet; foot the bill; shoulder to shoulder; shoulder to cry on;
        bone of contention; back to back; behind * back; stab * in the back; pain in the neck; neck and neck; keep * head above water; lose * head; over * head; head start; use * head; from head to foot;
        wash * hand of; bite the bullet; bite the dust; silver bullet; shoot the messenger; double edged sword; at daggers drawn; play with fire; fire * question; add fuel to the fire; under fire; set the world on fire; like wildfire; spread like wildfire; baptism of fire;
        burn the midnight oil; burn the candle at both ends; hold a candle to; light at the end of the tunnel; blow hot and cold; second wind; get wind of; gone with the wind; throw caution to the wind; winds of change; three sheets to the wind;
        plain sailing; sail through; smooth sailing; sail close to the wind; learn the ropes; know the ropes; show * the ropes; on the ropes; money for old rope; at the end of * rope; loose cannon; all hands on deck; batten down the hatches; between the devil and the deep blue sea; sea change; all at sea; anchor of;
        beat about the bush; beat around the bush; barking up the wrong tree; family tree; turn over a new leaf; can't see the wood for the trees; out of the woods; root of the problem; root of all evil; nip in the bud; the grass is greener; bed of roses; fresh as a daisy; needle in a haystack; make hay; last straw; final straw; clutch at straws;
        castle in the air; castles in the air; house of cards; on the house; bring the house down; glass ceiling; through the roof; hit the roof; raise the roof; a roof over * head; back to the drawing board; through the window; out of the window; window of opportunity; get a foot in the door; door to door; behind closed doors; open doors for; next door;
        the ball is in; drop the ball; on the ball; have a ball; on a roll; ball park; keep the ball rolling; throw in the towel; below the belt; move the goalposts; own goal; jump on the bandwagon; reinvent the wheel; third wheel; a cog in the machine; face the music; music to * ears; blow * own trumpet; fit as a fiddle; second fiddle; strike a chord; pull out all the stops;
        on the table; lay * cards on the table; turn the tables; under the table; sweep under the rug; bury the hatchet; axe to grind; hat trick; at the drop of a hat; old hat; take off * hat to; wear many hats; too big for * boots; in * shoes; fill * shoes; tighten * belt; up * sleeve; wear * heart on * sleeve; below the surface; a slap in the face;
        ghost town; ghost of a chance; skeleton in the cupboard; skeleton in the closet; spitting image; in the spotlight; behind the scenes; set the stage; stage fright; cut to the chase; a different kettle of fish; dead in the water; like water off a duck's back; sitting duck; ugly duckling; pecking order; rule the roost; nest egg; walk on eggshells; put all * eggs in one basket;
        gold standard; good as gold; silver lining; born with a silver spoon; iron out; iron will; strike while the iron is hot; nerves of steel; brass tacks; heart of gold; time is money; money talk; a penny for * thoughts; in for a penny; penny dropped; worth * weight in gold; the bank of; break the bank; bank on; bank holiday;
        bottle up; let off steam; run out of steam; full steam ahead; off the rails; train of thought; on the right track; off the beaten track; lose track of; keep track of; fast lane; drive * mad; drive home; put the cart before the horse; fifth wheel; asleep at the wheel; down to earth; what on earth; on earth; move heaven and earth; the salt of the earth; world war;
        crystal clear; mirror image; smoke and mirrors; where there's smoke; up in smoke; pipe dream; a dream come true; beauty sleep; sleep on it; sleep like a log; snail's pace; at a snail pace; a watched pot; go to pot; melting pot; out of the frying pan; half baked; simmer down; recipe for disaster; recipe for success; too many cooks; sell like hot cakes; egg on; in a nutshell; in a pickle; go bananas
        """,
    "sad": """heart of stone; broken heart; break * heart; broke * heart; heart sank; a heavy heart; down in the dumps; cry over spilt milk; in floods of tears; a lump in * throat;
        with a heavy heart; feel blue; down in the mouth; crocodile tears""",
    "happy": """over the moon; on cloud nine; walk on air; on top of the world; jump for joy; full of the joys of spring; in seventh heaven; all smiles; grin from ear to ear;
        tickled pink; heart sang; warm the heart; warmed * heart""",
    "afraid": """jump out of * skin; heart in * mouth; blood ran cold; shake like a leaf; shook like a leaf; scared stiff; white as a sheet; butterflies in * stomach; heart skipped a beat; hair stood on end""",
    "angry": """see red; saw red; hot under the collar; blow a fuse; blew a fuse; blow * top; blew * top; lose * temper; a bear with a sore head; make * blood boil; at * throat; like a red rag to a bull""",
    "tired": """dead on * feet; run out of steam; out like a light; burn out; dog tired; at the end of * tether; bone tired; bone weary; dead tired""",
    "surprised": """out of the blue; a bolt from the blue; bolt out of the blue; jaw dropped; like a rabbit in the headlights; took * breath away; turn up for the books""",
}
"""Entries of dictionary words, divided by `;`; `*` stands for any one word. By what they feel like."""

_LITERAL_AFTER = frozenset(["on", "from", "off"])
_OFTEN_LITERAL = frozenset(["break the ice", "cross that bridge", "turn the page", "rock the boat"])
"""Idioms that are meant as they stand when `on`, `from`, `off` follows: `broke the ice on the pond`."""


@cache
def _table() -> dict[str, tuple[tuple[tuple[str, ...], Expression], ...]]:
    """First stem -> the entries that begin with it, longest first; `*` never stands first."""
    table: dict[str, list[tuple[tuple[str, ...], Expression]]] = {}
    for feeling, entries in IDIOMS.items():
        for entry in entries.split(";"):
            parts = tuple("*" if word == "*" else _key(word) for word in entry.split())
            table.setdefault(parts[0], []).append((parts, feeling))
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row))) for first, rows in table.items()}


def idioms_of(text: str) -> tuple[tuple[int, int, Expression], ...]:
    """(first word, behind last word, feeling) of each figure of speech, in order, without overlap."""
    keys = [_key(word) for word in text.split()]
    found: list[tuple[int, int, Expression]] = []
    at = 0
    while at < len(keys):
        size, feeling = _match(keys, at)
        if size:
            found.append((at, at + size, feeling))
        at += size or 1
    return tuple(found)


def without_idioms(text: str) -> str:
    """The text with as many words, the figures of speech blotted out; marks at their ends stay."""
    parts = text.split()
    for start, stop, _ in idioms_of(text):
        for index in range(start, stop):
            parts[index] = "~" + "".join(re.findall(r"[.,;:!?]+$", parts[index]))
    return " ".join(parts)


def _match(keys: list[str], at: int) -> tuple[int, Expression]:
    for parts, feeling in _table().get(keys[at], ()):
        run = keys[at : at + len(parts)]
        if len(run) == len(parts) and all(p in ("*", key) for p, key in zip(parts, run, strict=True)):
            after = keys[at + len(parts)] if at + len(parts) < len(keys) else ""
            if " ".join(parts) in _OFTEN_LITERAL and after in _LITERAL_AFTER:
                continue
            return len(parts), feeling
    return 0, "neutral"


def _key(word: str) -> str:
    plain = re.sub(r"[^\w']+", "", word.lower().replace("’", "'"))
    return stem(plain.removesuffix("'s"))
