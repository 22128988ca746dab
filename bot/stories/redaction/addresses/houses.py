"""Words that English streets and houses end on, by the lists of Royal Mail, Ireland and USPS."""

# Enough in small letters too.
STREETS = (
    "street|st|road|rd|avenue|ave|av|lane|ln|drive|dr|close|court|ct|crescent|cres|gardens?|gdns|grove"
    "|hill|place|pl|square|sq|terrace|terr|ter|tce|way|boulevard|blvd|walk|row|mews|parade|pde|rise|vale"
    "|circle|cir|highway|hwy|parkway|pkwy|trail|trl|alley|quay|wharf|broadway|croft|gate|villas|cottages"
    "|buildings|meadows?|wynd|brae|esplanade|garth|grange|leys|mead|orchard|spinney|hollow|landing"
    "|crossing|valley|glen|harbou?r|estates?|knoll|circus|dene|causeway|drove|turnpike|pike|cove|plaza"
    "|promenade|boreen|loke|twitten|ginnel|embankment|bypass|expressway|freeway|fwy|thoroughfare"
)
# Words of every day: only with a capital, after a capital.
STREETS_IN_CAPITALS = (
    STREETS.title()
    + "|Bank|Side|View|Green|Loop|Mount|Common|Yard|Fields?|Park|End|Heights|Brow|Fold|Lea|Nook|Ridge"
    "|Pass|Haven|Trace|Manor|Shore|Springs?|Strand|Cliff|Downs?|Approach|Bend|Run|Route|Point|Corner|Cut"
    "|Dale|Dell|Drift|Fen|Ferry|Flats?|Ford|Glade|Gully|Link|Links|Lookout|Mall|Mill|Neuk|Oval|Path"
    "|Pathway|Pond|Port|Reach|Reserve|Retreat|Station|Summit|Track|Village|Vista|Walkway|Waters?|Woods?"
    "|Copse|Chase|Crest|Steps|Stables|Barton|Lawn|Lawns|Hall|House|Lodge|Cottage|Farm|Arcade|Bridge|Brook"
    "|Canyon|Creek|Crossroads|Fork|Forest|Island|Isle|Lake|Mountain|Overlook|Plain|Plains|Prairie|Ranch"
    "|River|Shoal|Spur|Stream|Terrace|Tunnel|Union|Viaduct|Well|Wells|Avenue|Piece|Lot|Holt|Hurst|Croft"
    "|Paddock|Pightle|Rest|Hythe|Staithe|Weir|Market|Cross|Church|Priory|Abbey|Chapel|Castle|Maltings"
)
HOUSES = (
    "court|house|lodge|cottages?|mansions|forge|mill|barn|farm|towers?|buildings?|hall|villas?|manor"
    "|gatehouse|rectory|vicarage|manse|granary|stables|bungalow|apartments|heights|wharf|point|grange"
    "|farmhouse|lodges|flats|oast|dairy|parsonage|chapel|priory|coach house|old school|school house"
    "|cot|nook|willows|oaks|elms|beeches|firs|cedars|laurels|hollies|limes|poplars|annexe?|estate"
)
UNIT = (
    r"(?:(?:flat|apt|apartment|unit|suite|ste|room|floor|house|plot|lot|no|number|level)\.? ?#? ?"
    r"\d?\w{1,4}(?:/\w{1,3})?|#\d+\w?)"
)
SIDE = r"(?:n|s|e|w|north|south|east|west|ne|nw|se|sw)"
# Plots and blocks, as in Asia and Africa.
BLOCK = (
    "house|plot|block|villa|stand|erf|sector|phase|street|road|flat|building|tower|bungalow|gate"
)
PLURALS = (
    "cedars|willows|oaks|elms|beeches|firs|laurels|hollies|limes|poplars|paddocks|maltings|meadows"
    "|orchards|pines|larches|hawthorns|chestnuts|sycamores|birches|spinney|glebe|crescent|close|mews"
    "|paddock|orchard|terrace|avenue|gardens|grove|drive|lane|green|croft|rowans|hazels|alders|ashes"
    "|brambles|acres|moorings|old school|old mill|old forge|old dairy|stables|cottages|courtyard"
)
