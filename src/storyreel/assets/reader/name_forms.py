"""How names are written in prose, and words that only look like names."""
# ruff: noqa: E501, SIM905  # rows of words read worse when they are broken or quoted one by one

PARTICLE = r"(?:von|van|de|der|den|di|da|del|du|la|le|af|zu|ibn|bin|al)"
TITLE = r"(?:Captain|Doctor|Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Sir|Lady|Lord|King|Queen|Prince|Princess|Aunt|Uncle|Father|Mother|Sister|Brother|Saint|Granny|Grandma|Grandpa|Old|Little|Judge|President|Count|Countess|Duke|Duchess|Baron)"
ONE = r"[A-Z][\w’'-]*[a-zé]"
NAME = rf"(?:(?:{TITLE})\.? )?(?:{PARTICLE} )*{ONE}(?: (?:{PARTICLE} )*{ONE})*"
ACTS = frozenset(
    """said asked walked laughed smiled sat stood held took looked ran slept knew thought wanted felt went came told put
    wore lived loved hated opened closed carried nodded shook turned heard saw found lost gave kept worked wrote
    climbed waited woke sang cried wept whispered shouted answered replied bought sold married died dreamed
    remembered forgot hoped feared believed stayed left returned followed cooked baked built mended drank ate
    lifted pulled pushed hurried tried learned taught invented discovered painted studied decided agreed""".split()
)
NEVER = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October
    November December God Lord English French German Spanish Italian Dutch Roman Greek Christmas Easter Earth Sun
    Moon I It He She They We You Who What That This These Those Nobody Everybody Everyone Someone Somebody Nothing
    Then There Here Now And But So Yet If When While After Before Once Perhaps Every Each All Some Many No Not
    Summer Winter Autumn Spring Later Soon Today Yesterday Tomorrow Suddenly Finally Meanwhile Still Even Only Just Maybe Often Sometimes
    Twice Never Always Yes Well Oh Ah Dear Poor Young Again Nearby Outside Inside Upstairs Downstairs Together Alone One Two Three Her His Their Its My Our Your""".split()
)
ALSO_WORDS = frozenset(
    "may mark bill will grace joy rose iris daisy lily ivy violet olive ruby frank jack ray guy max eve dawn hope amber rob basil rex ernest miles willow bob hector victor pat gene sue art drew jade mike august".split()
)
