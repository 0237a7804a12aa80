"""Short forms of English given names: Tom and Thomas are one name, Tom and Tim are not."""

_FAMILIES = tuple(
    frozenset(row.split())
    for row in (
        "thomas tom tommy",
        "william will bill billy willy liam",
        "robert rob bob bobby robbie",
        "richard rick dick ricky",
        "james jim jimmy jamie",
        "john jack johnny jon",
        "joseph joe joey josef",
        "charles charlie chuck",
        "edward ed eddie ned ted",
        "henry harry hank henrik",
        "michael mike mick",
        "daniel dan danny",
        "david dave davy",
        "peter pete",
        "samuel sam sammy",
        "samantha sam sammy",
        "benjamin ben benny",
        "anthony tony anton",
        "alexander alex sasha",
        "alexandra alex sandra sasha",
        "matthew matt",
        "nicholas nick nico",
        "andrew andy drew",
        "christopher chris kit",
        "elizabeth liz lizzie beth betty eliza elsie",
        "margaret maggie meg peggy greta",
        "catherine katherine kate katie cathy kathy kitty",
        "mary molly polly",
        "anna annie nan ann anne",
        "susan sue susie susanna",
        "eleanor nora ellie nell",
        "helen nell lena",
        "rebecca becky",
        "abigail abby",
        "jennifer jenny jen",
        "deborah debbie",
        "patricia pat patty tricia",
        "patrick pat paddy",
        "theodore theo ted",
        "magdalena lena magda",
    )
)


def same_given_name(one: str, two: str) -> bool:
    """Whether two given names may be the same one, long and short."""
    one, two = one.casefold(), two.casefold()
    return one == two or any(one in family and two in family for family in _FAMILIES)
