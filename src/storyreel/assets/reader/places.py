"""Places by the words that name them: the ids that every look shares.

A word is a dictionary form (inflections are taken away on both sides); `_` joins words that only
together name the place. A word belongs to the first place that claims it.
"""
# ruff: noqa: E501  # rows of words read worse when they are broken

PLACES: dict[str, str] = {
    # water and coast
    "lamp_room": "lamp_room lantern_room light_room gallery_of_the_lighthouse",
    "sea_cliff": "lighthouse lighthouses beacon cliff headland crag promontory lightkeeper lighthousekeeper",
    "harbour": "harbour harbor port quay pier dock wharf jetty marina breakwater slipway boatyard fish_market "
    "mooring fleet trawler",
    "beach": "beach shore seaside coast coastline dune seashore sandbank bay cove lagoon shoreline tide_pool",
    "ship_deck": "deck ship_deck on_board aboard mast bow stern helm crow's_nest steamer ferry schooner "
    "frigate galleon rigging",
    "open_sea": "sea ocean wave lifeboat at_sea open_sea tide swell whale iceberg sail rowboat dinghy",
    "underwater": "underwater seabed ocean_floor sea_floor coral reef submarine diver seaweed deep_sea "
    "bottom_of_the_sea beneath_the_waves under_the_sea shipwreck",
    "island": "island isle islet archipelago atoll",
    "river": "river stream brook creek riverbank canal ford estuary delta rapids ferryman weir watermill",
    "lake": "lake pond loch lakeside lakeshore reservoir",
    "waterfall": "waterfall cascade cataract",
    "bridge": "bridge viaduct footbridge drawbridge",
    # the built world, outside
    "well": "well inside_the_well bottom_of_the_well wellhead",
    "yard": "yard courtyard backyard barnyard farmyard henhouse coop doorstep porch veranda",
    "square": "square town_square village_square plaza piazza marketplace fountain cobble cobblestone "
    "town_hall monument",
    "market": "market bazaar stall market_day fair fairground",
    "village": "village hamlet villager cottage thatched",
    "street": "street lane alley avenue pavement sidewalk kerb corner_of_the_street boulevard terrace "
    "crossroads_of_the_town streetlight street_lamp gutter",
    "city": "city town downtown skyscraper suburb metropolis capital skyline rooftops tower_block",
    "castle": "castle tower turret palace fortress throne throne_room dungeon rampart battlement citadel moat kingdom",
    "graveyard": "graveyard cemetery churchyard grave tomb gravestone tombstone headstone",
    "construction": "building_site construction_site scaffolding scaffold crane construction",
    "stadium": "stadium arena pitch racetrack football_field",
    "ruins": "ruin pyramid temple ancient_city amphitheatre colosseum archaeologist excavation",
    # land
    "farm": "farm barn stable cowshed farmhouse cattle_shed paddock byre dairy pigsty ranch farmer",
    "field": "field meadow pasture wheatfield cornfield harvest plough plow haystack hay vineyard prairie "
    "scarecrow grassland crop",
    "garden": "garden orchard greenhouse flowerbed lawn hedge allotment vegetable_patch flower_bed gardener "
    "compost beehive",
    "park": "park playground bandstand zoo",
    "forest": "forest wood woods woodland clearing glade thicket grove pine_trees among_the_trees treetop "
    "undergrowth woodcutter woodsman",
    "jungle": "jungle rainforest mangrove",
    "hills": "hill hillside hilltop moor heath valley moorland dale slope shepherd",
    "mountains": "mountain peak summit alp ridge mountain_pass glacier mountainside mountaintop climber "
    "mountaineer everest himalaya base_camp",
    "volcano": "volcano lava crater eruption",
    "desert": "desert sand_dunes sahara oasis caravan bedouin",
    "snowfield": "arctic antarctic antarctica tundra north_pole south_pole ice_sheet ice_cap igloo polar "
    "snowfield frozen_sea",
    "cave": "cave cavern grotto den tunnel stalactite",
    "mine": "mine mineshaft coal_mine quarry pithead miner",
    "swamp": "swamp marsh bog fen wetland reed_bed",
    "road": "road highway motorway track crossroads signpost roadside path footpath trail carriageway",
    # sky
    "sky": "sky airplane aeroplane plane hot_air_balloon airship cockpit above_the_clouds pilot helicopter",
    "space": "space planet orbit galaxy spaceship spacecraft astronaut universe comet asteroid satellite mars "
    "jupiter saturn venus neptune uranus pluto solar_system moon_landing rocket space_station telescope nebula "
    "milky_way cosmos sun_to_the_earth earth_to_the_sun around_the_sun orbit_the_sun round_the_sun speed_of_light black_hole surface_of_the_moon light_year light_years",
    # rooms
    "kitchen": "kitchen stove oven sink pantry saucepan frying_pan cook chef recipe dough kettle skillet "
    "simmer boil bake whisk stir",
    "bedroom": "bedroom bed pillow blanket nursery quilt mattress cradle lullaby bedside bunk duvet",
    "attic": "attic loft garret",
    "cellar": "cellar basement vault crypt",
    "library": "library bookshelf bookshelves librarian archive bookcase reading_room",
    "school": "school classroom blackboard chalkboard teacher pupil schoolroom lesson schoolyard university "
    "professor lecture campus",
    "shop": "shop store bakery baker counter shopkeeper grocer butcher bookshop pharmacy supermarket cobbler "
    "boutique florist",
    "inn": "inn tavern pub restaurant cafe café bar diner canteen waiter waitress coffee_house innkeeper",
    "church": "church chapel cathedral altar pew steeple abbey monastery nave pulpit priest vicar mosque "
    "synagogue shrine monk nun",
    "workshop": "workshop workbench forge smithy anvil blacksmith carpenter garage bench lathe toolbox "
    "watchmaker clockmaker clockmaker's potter weaver loom shed tool_shed",
    "factory": "factory mill assembly_line foundry plant_floor warehouse steelworks power_station conveyor",
    "hospital": "hospital clinic ward operating_theatre surgeon ambulance nurse doctor patient surgery",
    "laboratory": "laboratory lab microscope test_tube beaker scientist chemist researcher petri_dish",
    "office": "office desk boardroom meeting_room manager colleague workplace accountant headquarters clerk "
    "computer laptop keyboard spreadsheet",
    "station": "station platform railway train locomotive rails ticket_office waiting_room carriage "
    "railroad conductor timetable",
    "airport": "airport runway departure_gate check_in_desk hangar",
    "theatre": "theatre theater stage audience curtain opera concert cinema orchestra concert_hall puppet",
    "museum": "museum exhibit exhibition art_gallery curator",
    "court": "courtroom court judge jury parliament senate trial",
    "prison": "prison jail cell prisoner gaol jailer",
    "hall": "hall ballroom banquet great_hall dining_hall corridor hallway lobby",
    "room": "room living_room parlour parlor sitting_room fireplace hearth sofa armchair apartment flat "
    "window mantelpiece chimney_corner staircase stairs upstairs downstairs indoors table chair dining_room "
    "at_home in_the_house inside_the_house into_the_house int.",
}

MAKES_NO_PLACE = frozenset(
    """table chair window house home bed desk stall curtain stage sail bow stern computer laptop keyboard clerk bar
    trial judge track farmer priest baker nun monk cook chef recipe teacher pupil doctor nurse patient
    librarian miner carpenter blacksmith shepherd pilot astronaut scientist researcher professor hedge stair stairs
    wave tide sea sink whale umbrella sky satellite rocket telescope planet store capital villager mine wood woods
    light_year light_years stove oven sink kettle saucepan dough flat stable platform peak bench manager fair pitch counter colleague patient audience pillow blanket crop microscope astronomer captain""".split()  # noqa: SIM905 - a table of words
)
"""Words that go with a place and make one only together with another of them."""
INDOORS = frozenset(
    [
        "lamp_room",
        "kitchen",
        "bedroom",
        "attic",
        "cellar",
        "library",
        "school",
        "shop",
        "inn",
        "church",
        "workshop",
        "factory",
        "hospital",
        "laboratory",
        "office",
        "station",
        "airport",
        "theatre",
        "museum",
        "court",
        "prison",
        "hall",
        "room",
    ]
)
"""Places with a roof: weather stays behind the window."""

NEAREST: dict[str, str] = {
    "lamp_room": "room",
    "open_sea": "beach",
    "ship_deck": "open_sea",
    "underwater": "open_sea",
    "lake": "river",
    "waterfall": "river",
    "island": "beach",
    "bridge": "river",
    "market": "square",
    "construction": "city",
    "stadium": "square",
    "ruins": "desert",
    "graveyard": "church",
    "farm": "field",
    "field": "hills",
    "park": "garden",
    "jungle": "forest",
    "hills": "field",
    "volcano": "mountains",
    "snowfield": "mountains",
    "mine": "cave",
    "swamp": "lake",
    "attic": "room",
    "cellar": "room",
    "bedroom": "room",
    "kitchen": "room",
    "inn": "room",
    "factory": "workshop",
    "hospital": "room",
    "laboratory": "workshop",
    "office": "room",
    "airport": "station",
    "theatre": "hall",
    "museum": "hall",
    "court": "hall",
    "prison": "room",
    "hall": "room",
    "library": "room",
    "school": "room",
    "shop": "room",
    "workshop": "room",
    "station": "street",
    "square": "village",
    "street": "city",
    "yard": "village",
    "well": "yard",
}
"""Which place stands in for one that a look cannot draw; a look walks on until it knows one."""

HABITATS: dict[str, str] = {
    "hive": "garden", "honeycomb": "garden", "caterpillar": "garden", "blossom": "garden", "wheelbarrow": "garden", "fence": "garden",
    "windmill": "field", "scarecrow": "field", "plough": "field", "hay": "field", "cart": "road", "barn": "farm", "donkey": "farm", "ox": "farm",
    "container": "harbour", "crane": "harbour", "barge": "harbour", "ferry": "harbour", "dike": "hills", "canoe": "river", "raft": "river",
    "stove": "kitchen", "dough": "kitchen", "flour": "kitchen", "frying-pan": "kitchen", "rolling-pin": "kitchen", "plate": "kitchen",
    "knife": "kitchen", "giraffe": "desert", "zebra": "desert", "leopard": "jungle", "orangutan": "jungle", "crocodile": "swamp",
    "badger": "forest", "boar": "forest", "moose": "forest", "beaver": "river", "otter": "river", "jellyfish": "underwater",
    "microbe": "laboratory", "flask": "laboratory", "loom": "workshop", "anvil": "workshop", "gravestone": "graveyard",
    "taxi": "street", "van": "road", "fire-engine": "street", "skis": "snowfield", "circus": "square", "fountain": "square",
    "spouting-whale": "open_sea", "dolphin": "open_sea", "shark": "underwater", "fish": "underwater", "coral": "underwater",
    "octopus": "underwater", "squid": "underwater", "lobster": "underwater", "seal": "snowfield", "penguin": "snowfield",
    "camel": "desert", "cactus": "desert", "lion": "desert", "elephant": "desert", "monkey": "jungle", "tiger": "jungle",
    "parrot": "jungle", "bear": "forest", "wolf": "forest", "deer": "forest", "owl": "forest", "fox": "forest",
    "chipmunk": "forest", "mushroom": "forest", "hedgehog": "garden", "bee": "garden", "butterfly": "garden", "rose": "garden",
    "tulip": "garden", "snail": "garden", "cow": "field", "sheep": "hills", "goat": "hills", "horse": "field", "pig": "farm",
    "chicken": "yard", "rooster": "yard", "tractor": "field", "wheat": "field", "ship": "open_sea", "boat": "harbour",
    "anchor": "harbour", "lighthouse": "sea_cliff", "ringed-planet": "space", "comet": "space", "rocket": "space",
    "satellite": "space", "airplane": "sky", "helicopter": "sky", "train": "station", "tram": "street", "bus": "street",
    "car": "road", "truck": "road", "traffic-light": "street", "microscope": "laboratory", "test-tube": "laboratory",
    "dna": "laboratory", "crown": "castle", "volcano": "volcano", "duck": "lake", "swan": "lake", "frog": "swamp",
    "goose": "lake", "bread": "kitchen", "bowl": "kitchen", "laptop": "office", "pot": "kitchen", "cake": "kitchen", "pie": "kitchen", "bed": "bedroom", "fireplace": "room", "church": "church",
    "castle": "castle", "factory": "factory", "city": "city", "bridge": "bridge", "desert-island": "island", "eagle": "mountains", "mountain": "mountains",
}  # fmt: skip
"""Where an object is at home: its place where neither the line nor the scene names one."""
