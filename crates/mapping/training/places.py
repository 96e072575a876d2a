"""Towns with what goes with them: country, telephone area, postcode area, other names."""

# country, dialling code, top-level domains
COUNTRIES = {
    "GB": ("44", ["co.uk", "co.uk", "com", "uk", "org.uk", "ltd.uk"], ["United Kingdom", "UK", "GB", "England", "Great Britain"]),
    "US": ("1", ["com", "com", "net", "us", "org", "io"], ["United States", "USA", "US"]),
    "IE": ("353", ["ie", "com"], ["Ireland", "IE"]),
    "AU": ("61", ["com.au", "com.au", "com"], ["Australia", "AU"]),
    "CA": ("1", ["ca", "com"], ["Canada", "CA"]),
    "DE": ("49", ["de", "de", "com", "eu"], ["Germany", "DE", "Deutschland"]),
    "NL": ("31", ["nl", "com"], ["Netherlands", "NL", "Nederland"]),
    "FR": ("33", ["fr", "com"], ["France", "FR"]),
    "SE": ("46", ["se", "com"], ["Sweden", "SE"]),
}

TOWNS = {
    "GB": "London:20:EC London:20:SW London:20:W Manchester:161:M Birmingham:121:B Leeds:113:LS Liverpool:151:L Bristol:117:BS Sheffield:114:S "
    "Nottingham:115:NG Leicester:116:LE Reading:118:RG Cardiff:29:CF Glasgow:141:G Edinburgh:131:EH Belfast:28:BT York:1904:YO Bath:1225:BA "
    "Oxford:1865:OX Cambridge:1223:CB Norwich:1603:NR Exeter:1392:EX Plymouth:1752:PL Southampton:23:SO Portsmouth:23:PO Brighton:1273:BN "
    "Milton_Keynes:1908:MK Swindon:1793:SN Derby:1332:DE Coventry:24:CV Hull:1482:HU Stoke-on-Trent:1782:ST Newcastle_upon_Tyne:191:NE "
    "Sunderland:191:SR Preston:1772:PR Blackpool:1253:FY Bolton:1204:BL St_Albans:1727:AL Luton:1582:LU Northampton:1604:NN "
    "Peterborough:1733:PE Ipswich:1473:IP Colchester:1206:CO Chelmsford:1245:CM Guildford:1483:GU Woking:1483:GU Slough:1753:SL Croydon:20:CR "
    "Bromley:20:BR Maidstone:1622:ME Canterbury:1227:CT Aberdeen:1224:AB Dundee:1382:DD Inverness:1463:IV Swansea:1792:SA Newport:1633:NP "
    "Gloucester:1452:GL Cheltenham:1242:GL Worcester:1905:WR Hereford:1432:HR Shrewsbury:1743:SY Chester:1244:CH Warrington:1925:WA Wigan:1942:WN",
    "US": "New_York:212:100 Los_Angeles:213:900 Chicago:312:606 Houston:713:770 Phoenix:602:850 Philadelphia:215:191 San_Antonio:210:782 "
    "San_Diego:619:921 Dallas:214:752 Austin:512:787 Jacksonville:904:322 Columbus:614:432 Charlotte:704:282 Indianapolis:317:462 Seattle:206:981 "
    "Denver:303:802 Boston:617:021 Nashville:615:372 Detroit:313:482 Portland:503:972 Memphis:901:381 Louisville:502:402 Baltimore:410:212 "
    "Milwaukee:414:532 Albuquerque:505:871 Tucson:520:857 Fresno:559:937 Sacramento:916:958 Atlanta:404:303 Miami:305:331 Oakland:510:946 "
    "Minneapolis:612:554 Tampa:813:336 New_Orleans:504:701 Cleveland:216:441 St._Louis:314:631 Pittsburgh:412:152 Cincinnati:513:452 Orlando:407:328 "
    "Springfield:217:627 Springfield:413:011 Springfield:417:658 Wilmington:302:198 Dover:302:199 Richmond:804:232 Fort_Worth:817:761 Boise:208:837",
    "IE": "Dublin:1:D Cork:21:T Galway:91:H Limerick:61:V Waterford:51:X Kilkenny:56:R Sligo:71:F",
    "AU": "Sydney:2:20 Melbourne:3:30 Brisbane:7:40 Perth:8:60 Adelaide:8:50 Canberra:2:26 Hobart:3:70 Newcastle:2:23 Geelong:3:32 Cairns:7:48",
    "CA": "Toronto:416:M Montreal:514:H Vancouver:604:V Calgary:403:T Ottawa:613:K Edmonton:780:T Winnipeg:204:R Halifax:902:B London:519:N",
    "DE": "Berlin:30:10 Hamburg:40:20 Munich:89:80 Cologne:221:50 Frankfurt:69:60 Stuttgart:711:70 Düsseldorf:211:40 Leipzig:341:04 Nuremberg:911:90 Bremen:421:28",
    "NL": "Amsterdam:20:10 Rotterdam:10:30 Utrecht:30:35 Eindhoven:40:56 The_Hague:70:25 Groningen:50:97 Tilburg:13:50",
    "FR": "Paris:1:75 Lyon:4:69 Marseille:4:13 Toulouse:5:31 Nice:4:06 Nantes:2:44 Lille:3:59 Bordeaux:5:33",
    "SE": "Stockholm:8:11 Gothenburg:31:41 Malmö:40:21 Uppsala:18:75 Västerås:21:72 Örebro:19:70",
}

OTHER_NAMES = {
    "Munich": ["München", "Muenchen"], "Cologne": ["Köln", "Koeln"], "Nuremberg": ["Nürnberg"], "The Hague": ["Den Haag", "'s-Gravenhage"],
    "Gothenburg": ["Göteborg"], "New York": ["New York City", "NYC", "New York, NY", "NY"], "Newcastle upon Tyne": ["Newcastle", "Newcastle-upon-Tyne"],
    "Stoke-on-Trent": ["Stoke on Trent", "Stoke"], "Hull": ["Kingston upon Hull"], "St Albans": ["Saint Albans", "St. Albans"], "London": ["Greater London", "City of London", "LONDON"],
    "St. Louis": ["Saint Louis", "St Louis"], "Fort Worth": ["Ft. Worth", "Ft Worth"], "Montreal": ["Montréal"], "Frankfurt": ["Frankfurt am Main"],
    "Brighton": ["Brighton & Hove", "Hove"], "Los Angeles": ["LA", "L.A."], "Milton Keynes": ["M. Keynes", "MK"], "Manchester": ["Manchster", "Greater Manchester"],
}


def towns(country: str) -> list[tuple[str, str, str]]:
    return [tuple(entry.replace("_", " ").split(":")) for entry in TOWNS[country].split()]
