"""What a person's name suggests of how they sound and look: a small table, English and neighbours.

It is a hint for a voice and a figure alike, so that the two agree; a name that is not listed says nothing.
"""

import re
from typing import Literal

FEMALE_WORDS = frozenset(
    """mrs ms miss madam madame lady queen princess duchess countess baroness empress mother mom mum mama
    mommy mummy grandmother grandma granny nana gran aunt auntie sister daughter niece wife widow girl woman
    lass maid waitress actress nun witch goddess heroine nurse she her bride hostess priestess""".split()  # noqa: SIM905 - a table of words reads better as text
)

MALE_WORDS = frozenset(
    """mr mister sir lord king prince duke count baron emperor father dad daddy papa pa grandfather grandpa
    grandad gramps uncle brother son nephew husband widower boy man lad gentleman waiter actor monk wizard
    god he him groom host priest fisherman sailor postman policeman fireman blacksmith butler
    knight""".split()  # noqa: SIM905 - a table of words reads better as text
)

OLD_WORDS = frozenset(
    """old elderly elder ancient grandmother grandma granny nana gran grandfather grandpa
    grandad gramps""".split()  # noqa: SIM905 - a table of words reads better as text
)

YOUNG_WORDS = frozenset(["child", "boy", "girl", "kid", "little", "baby", "toddler", "youngster"])

FEMALE_NAMES = frozenset(
    """abigail ada adele agnes alice alicia alma amanda amelia amina amy ana anastasia andrea angela anita ann
    anna anne annie astrid aurora ava barbara beatrice bella bertha betty bianca bridget camille carla
    carmen carol caroline catherine cecilia celia charlotte chiara chloe christina christine clara claire
    claudia cora daisy dana daniela deborah diana dolores dora doris dorothy edith elena eleanor elisa elise
    elizabeth ella ellen elsa emilia emily emma erica esther ethel eva eve evelyn fatima fiona flora
    florence frances francesca freya gabriela georgia gertrude gina giulia gloria grace greta hannah harriet
    hazel heidi helen helena ida ines ingrid irene iris isabel isabella isla ivy jane janet jean jennifer
    jenny jessica joan joanna josephine joy joyce judith judy julia juliet karen kate katherine kathleen
    katie laila lara laura leah lena leonora lila lily linda lisa lola louise lucia lucy luna lydia mabel
    mara margaret maria marie marina marta martha mary matilda maya meera megan mia mildred miranda miriam
    molly monica nadia nancy naomi natalie natasha nell nellie nina nora olga olive olivia ophelia pamela
    patricia paula pauline penelope penny petra phoebe polly priya rachel rebecca rita rosa rosalind rose
    ruby ruth sally samantha sara sarah selma sheila sofia sonia sophia sophie stella stephanie susan
    susanna sylvia tamara tamsin teresa tessa theresa ursula valentina valerie vera veronica victoria viola
    violet virginia vivian wendy willow yasmin yvonne zara zoe
    """.split()  # noqa: SIM905 - a table of words reads better as text
)

MALE_NAMES = frozenset(
    """aaron abel abraham adam adrian ahmed alan albert alberto alejandro alex alexander alfred ali andre
    andrew angus anthony antonio archie arjun arnold arthur august austin barry basil ben benjamin bernard
    bill bob boris brian bruce bruno caleb carl carlos cedric charles charlie christian christopher clarence
    clive colin connor craig cyril daniel dave david dennis dick diego dimitri dominic donald douglas duncan
    dylan ed eddie edgar edmund eduardo edward edwin eli elias elliot emil enrique eric erik ernest ethan
    eugene evan felix fernando finn francis francisco frank franz fred frederick gabriel gareth gary gavin
    geoffrey george gerald gilbert giovanni gordon graham gregory gustav guy hamish hans harold harry harvey
    hassan hector henry herbert herman howard hugh hugo ian ibrahim igor isaac ivan jack jacob jake james
    jan jason jasper javier jeff jeremy jerome jim jimmy joe joel johan john johnny jonas jonathan jorge
    jose joseph joshua juan jules julian karl keith ken kenneth kevin klaus lars laurence lawrence leo leon
    leonard lewis liam lionel logan lorenzo louis lucas luis luke magnus malcolm marco marcus mario mark
    martin mateo matthew maurice max maxwell michael miguel mike miles mohammed nathan neil nicholas nick
    nicolas nigel noah norman oliver omar oscar otto owen pablo patrick paul pedro percy pete peter philip
    pierre rafael ralph ravi raymond reginald rex richard rob robert roberto rodney roger roland ronald rory
    ross roy rufus rupert russell ryan sam samuel scott sean sebastian sergio seth sidney simon stanley
    stefan stephen steve steven stuart sven ted terence theo theodore thomas tim timothy toby tom tommy tony
    trevor victor vincent vladimir walter warren wilfred will william winston wolfgang xavier yusuf zachary
    """.split()  # noqa: SIM905 - a table of words reads better as text
)


def gender_hint(name: str) -> Literal["female", "male"] | None:
    """Whom a name suggests: by a word for a person first, then by a first name; None if it says nothing."""
    words = name_words(name)
    for female, male in ((FEMALE_WORDS, MALE_WORDS), (FEMALE_NAMES, MALE_NAMES)):
        for word in words:
            if word in female:
                return "female"
            if word in male:
                return "male"
    return None


def age_hint(name: str) -> Literal["young", "old"] | None:
    """Which age a name suggests; None if it says nothing."""
    words = set(name_words(name))
    return "young" if words & YOUNG_WORDS else "old" if words & OLD_WORDS else None


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters: what one name has in common with its other spellings."""
    return tuple(re.findall(r"[^\W\d_]+", name.lower()))
