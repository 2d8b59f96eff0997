"""The codebook's borders, told by whole reports: type, modes, status and sides of every record.

A row is a border of CODEBOOK ("Notes on the borders", "Status", "Types"), a report in our own
words, and its records: "TYPE/mode+mode status actors > recipients". The status is left out where it
is actual; sides are countries or sectors and are left out where the border does not regard them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.records.mention import EventMention
from dragoman.records.values import Participant

if TYPE_CHECKING:
    from dragoman.runs.reader import Reader

PUBLISHED = date(2025, 3, 14)
STATUSES = ("actual", "future", "hypothetical", "negated", "historical")


def fits(told: EventMention, expected: str) -> bool:
    kind, _, rest = expected.partition(" ")
    status, _, sides = rest.partition(" ")
    if status not in STATUSES:
        status, sides = "actual", rest
    if f"{told.type}/{'+'.join(told.modes)}".rstrip("/") != kind or told.status != status:
        return False
    actors, shown, recipients = sides.partition(">")
    return are(told.actors, actors) and (not shown or are(told.recipients, recipients, exact=True))


def are(people: Sequence[Participant], names: str, *, exact: bool = False) -> bool:
    """Whether these are the people, each by his country or sector; no names: whoever it is."""
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    if not wanted and not exact:
        return True
    left = [{p.country, p.sector} for p in people]
    for name in wanted:
        match = next((known for known in left if name in known), None)
        if match is None:
            return False
        left.remove(match)
    return not left


BORDERS: dict[str, list[tuple[str, ...]]] = {
    "a future cooperation is a promise": [
        (
            "Kenya will send doctors to Chad next week.",
            "AGREE KEN > TCD",
        ),
        (
            "The Turkish president is due to meet his Greek counterpart in Ankara on Friday.",
            "AGREE TUR > GRC",
        ),
        (
            "Poland plans to ship blankets and generators to Ukraine.",
            "AGREE POL > UKR",
        ),
        (
            "France and India are to hold joint naval exercises in May.",
            "AGREE FRA,IND >",
        ),
        (
            "Next month Norway is going to lend Moldova 50 million euros.",
            "AGREE NOR > MDA",
        ),
        (
            "Italy's foreign minister will fly to Tripoli on Sunday.",
            "AGREE ITA",
        ),
    ],
    "a future withdrawal or ceasefire is a concession": [
        (
            "Ethiopia will pull its soldiers out of Somalia by June.",
            "CONCEDE ETH",
        ),
        (
            "The rebels declared a unilateral ceasefire from Friday.",
            "CONCEDE REB",
        ),
        (
            "France announced the withdrawal of its troops from Niger.",
            "CONCEDE FRA",
        ),
        (
            "Turkey will cease fire along the border from midnight.",
            "CONCEDE TUR",
        ),
        (
            "Burundi plans to bring its soldiers home from Congo in July.",
            "CONCEDE BDI",
        ),
    ],
    "an announced attack is a threat": [
        (
            "Turkey will launch an offensive against the Kurdish militia within days, its defence minister said.",
            "THREATEN/violence TUR",
        ),
        (
            "Pakistan vowed to strike militant camps in Afghanistan.",
            "THREATEN/violence PAK",
        ),
        (
            "“We will bomb their ports,” the Russian general said.",
            "THREATEN/violence RUS",
        ),
        (
            "Hezbollah pledged to fire rockets at Haifa.",
            "THREATEN/violence",
        ),
    ],
    "a call by telephone, video or letter": [
        (
            "The Egyptian and Iranian foreign ministers held a telephone conversation on Monday.",
            "CONSULT/phone EGY,IRN >",
        ),
        (
            "Macron rang Putin on Tuesday.",
            "CONSULT/phone FRA,RUS >",
        ),
        (
            "The Chinese and Australian premiers talked by video link.",
            "CONSULT/phone CHN,AUS >",
        ),
        (
            "North Korea's leader exchanged letters with the Russian president.",
            "CONSULT/phone PRK,RUS >",
        ),
        ("In a telegram to the Iraqi president, the Jordanian king spoke of water.",),
        (
            "The Finnish premier spoke over the telephone with her Estonian colleague.",
            "CONSULT/phone FIN,EST >",
        ),
    ],
    "a conference of many sides": [
        (
            "Leaders of Kenya, Uganda and Rwanda gathered for a regional summit in Arusha.",
            "CONSULT/multilateral KEN,UGA,RWA >",
        ),
        (
            "The foreign ministers of the G7 convened in Tokyo.",
            "CONSULT/multilateral",
        ),
        (
            "The Turkish president attended the NATO summit in Madrid.",
            "CONSULT/multilateral TUR",
        ),
        (
            "Envoys of eleven African states met at a conference in Addis Ababa.",
            "CONSULT/multilateral",
        ),
    ],
    "talks on somebody else's ground": [
        (
            "Sudanese and Ethiopian negotiators held talks in Switzerland, hosted by the Swiss government.",
            "CONSULT/third-party SDN,ETH,CHE >",
        ),
        (
            "Qatar hosted talks between Chad and the rebels in Doha.",
            "CONSULT/third-party",
        ),
        (
            "Norway mediated between Sri Lanka and the Tamil rebels.",
            "CONSULT/third-party",
        ),
        (
            "Oman brought Saudi and Houthi negotiators to the table in Muscat.",
            "CONSULT/third-party",
        ),
        (
            "Swiss diplomats shuttled between Armenia and Azerbaijan.",
            "CONSULT/third-party CHE",
        ),
    ],
    "a visit": [
        (
            "The Japanese prime minister arrived in Delhi for a two-day visit.",
            "CONSULT/visit JPN > IND",
        ),
        (
            "Poland's president travelled to Kyiv on Wednesday.",
            "CONSULT/visit POL > UKR",
        ),
        (
            "Saudi Arabia's crown prince paid a visit to Greece.",
            "CONSULT/visit SAU > GRC",
        ),
        (
            "Nepal's king was received in Beijing by the Chinese premier.",
            "CONSULT/visit NPL > CHN",
        ),
        (
            "Tokyo hosted the Vietnamese president on Monday.",
            "CONSULT/visit VNM > JPN",
        ),
    ],
    "a summoned ambassador": [
        (
            "Manila summoned the Chinese ambassador over the collision.",
            "ACCUSE/disapprove PHL > CHN",
        ),
        (
            "The Swedish ambassador was called in by the Turkish foreign ministry to explain the march.",
            "ACCUSE/disapprove TUR > SWE",
        ),
        (
            "Iran's foreign ministry hauled in the British chargé d'affaires.",
            "ACCUSE/disapprove IRN > GBR",
        ),
        (
            "Berlin called in Russia's envoy to protest at the poisoning.",
            "ACCUSE/disapprove DEU > RUS",
        ),
    ],
    "a party's own call to end its war": [
        (
            "The rebels fighting the Malian government called for an end to the war.",
            "ASSAULT/clash REB,GOV >",
            "AGREE REB",
        ),
        (
            "Ukraine called for a ceasefire with Russia.",
            "AGREE UKR > RUS",
        ),
        (
            "Armenia and Azerbaijan fought for two days. Armenia called for a truce.",
            "ASSAULT/clash ARM,AZE >",
            "AGREE ARM",
        ),
        (
            "The Colombian rebels proposed a ceasefire with the army.",
            "AGREE COL > COL",
        ),
    ],
    "others' call to end a war": [
        (
            "Norway called for an immediate ceasefire in Gaza.",
            "REQUEST/yield NOR",
        ),
        (
            "The African Union urged Sudan's army and the paramilitaries to lay down their arms.",
            "REQUEST/yield",
        ),
        (
            "The pope appealed to Russia and Ukraine to stop the fighting.",
            "REQUEST/yield VAT > RUS,UKR",
        ),
        (
            "Qatar pleaded for a humanitarian truce in Sudan.",
            "REQUEST/yield QAT",
        ),
    ],
    "concern": [
        (
            "Canada voiced alarm at the arrest of journalists by the Turkish police.",
            "ACCUSE/disapprove CAN > TUR",
            "COERCE/arrest",
        ),
        (
            "The European Union is deeply concerned about the situation in Haiti.",
            "ACCUSE/disapprove EUR >",
        ),
        (
            "Washington expressed concern over Beijing's conduct in the strait.",
            "ACCUSE/disapprove USA > CHN",
        ),
        (
            "Ireland said it was troubled by Israel's treatment of prisoners.",
            "ACCUSE/disapprove IRL > ISR",
        ),
        (
            "The UN secretary-general is alarmed by the fighting in Kivu.",
            "ACCUSE/disapprove UNO",
        ),
    ],
    "a position for dialogue": [
        (
            "Oman reiterated its support for a negotiated settlement of the conflict in Yemen.",
            "SUPPORT OMN",
        ),
        (
            "China reaffirmed its position in favour of dialogue.",
            "SUPPORT CHN >",
        ),
        (
            "Egypt stressed the importance of a political solution to the crisis.",
            "SUPPORT EGY >",
        ),
        (
            "Jordan underlined the need for a two-state solution.",
            "SUPPORT JOR >",
        ),
    ],
    "a resolution": [
        (
            "The Security Council adopted a resolution demanding that Israel halt its offensive.",
            "REQUEST/yield UNO > ISR",
        ),
        (
            "The UN Security Council passed a resolution imposing sanctions on North Korea.",
            "SANCTION UNO > PRK",
        ),
        (
            "The General Assembly approved a resolution condemning Russia's invasion.",
            "ACCUSE/disapprove UNO > RUS",
            "ASSAULT/territory RUS",
        ),
        (
            "The Security Council voted for a resolution endorsing the peace plan of the United States.",
            "SUPPORT UNO",
        ),
        (
            "A resolution adopted by the UN Security Council calls on Eritrea to withdraw its troops.",
            "REQUEST/yield UNO > ERI",
        ),
        (
            "The European Parliament passed a motion urging Hungary to repeal the law.",
            "REQUEST/change EUR > HUN",
        ),
    ],
    "a warrant": [
        (
            "The International Criminal Court issued an arrest warrant for the Sudanese president.",
            "THREATEN/arrest",
        ),
        (
            "A French judge has put out a warrant for the Syrian president.",
            "THREATEN/arrest FRA > SYR",
        ),
        (
            "Interpol issued a red notice for the Ivorian general.",
            "THREATEN/arrest",
        ),
        (
            "A Spanish court ordered the arrest of the exiled Catalan leader.",
            "THREATEN/arrest ESP",
        ),
    ],
    "a charge": [
        (
            "Prosecutors in Peru charged the former president with corruption.",
            "ACCUSE/allege PER > PER",
        ),
        (
            "A grand jury indicted two Iranian officers.",
            "ACCUSE/allege",
        ),
        (
            "Turkish prosecutors opened a case against the opposition leader.",
            "ACCUSE/allege TUR",
        ),
        (
            "The former Kosovan president was indicted for war crimes by a court in The Hague.",
            "ACCUSE/allege",
        ),
    ],
    "an investigation": [
        (
            "Belgian police are investigating the Qatari envoy.",
            "ACCUSE/investigate BEL > QAT",
        ),
        (
            "The prosecutor opened an inquiry into the Polish minister.",
            "ACCUSE/investigate",
        ),
        (
            "Brazil's parliament launched a probe into the former president.",
            "ACCUSE/investigate BRA",
        ),
        (
            "UN experts looked into the killing of nomads by the Ethiopian army.",
            "ACCUSE/investigate UNO > ETH",
            "ASSAULT ETH",
        ),
    ],
    "a conviction": [
        (
            "A Russian court found the journalist guilty of espionage.",
            "SANCTION/convict RUS",
        ),
        (
            "A court in Cairo convicted the activist of spreading false news.",
            "SANCTION/convict EGY",
        ),
        (
            "An Algerian court fined the newspaper editor.",
            "SANCTION/convict DZA",
        ),
        (
            "Judges in Guatemala declared the former dictator guilty of genocide.",
            "SANCTION/convict GTM",
        ),
    ],
    "a conviction with prison": [
        (
            "A Russian court sentenced the journalist to six years in prison.",
            "SANCTION/convict RUS",
            "COERCE/arrest RUS",
        ),
        (
            "The former minister was jailed for ten years by a Turkish court.",
            "SANCTION/convict TUR",
            "COERCE/arrest TUR",
        ),
        (
            "A judge in Minsk handed the opposition leader a five-year jail term.",
            "SANCTION/convict BLR",
            "COERCE/arrest BLR",
        ),
        (
            "Myanmar's junta put the deposed leader behind bars for four years.",
            "COERCE/arrest MMR",
        ),
    ],
    "a joint operation and a joint exercise": [
        (
            "Chad and Niger launched a joint operation against Boko Haram.",
            "ASSAULT TCD,NER",
        ),
        (
            "American and British warplanes bombed Houthi positions.",
            "ASSAULT/aerial USA,GBR",
        ),
        (
            "Japan and the Philippines held joint naval exercises.",
            "COOPERATE JPN,PHL >",
        ),
        (
            "South Korea conducted military drills with the United States.",
            "COOPERATE KOR,USA >",
        ),
        (
            "Troops from Kenya and Ethiopia attacked al-Shabaab together.",
            "ASSAULT KEN,ETH > SOM",
        ),
        (
            "Indian and Japanese warships practised together in the Bay of Bengal.",
            "COOPERATE IND,JPN >",
        ),
    ],
    "a captured combatant": [
        (
            "Rebels captured nine Congolese soldiers.",
            "ASSAULT/abduct REB > COD",
        ),
        (
            "Ukrainian troops took two North Korean soldiers prisoner.",
            "ASSAULT/abduct UKR > PRK",
        ),
        (
            "Two Malian soldiers were taken captive by jihadists.",
            "ASSAULT/abduct REB > MLI",
        ),
    ],
    "police detain a civilian": [
        (
            "Police in Istanbul detained three journalists.",
            "COERCE/arrest TUR",
        ),
        (
            "Two students were taken into custody by Iranian police.",
            "COERCE/arrest IRN",
        ),
        (
            "Security agents picked up the Ugandan opposition leader at his home.",
            "COERCE/arrest",
        ),
        (
            "Egyptian security forces rounded up dozens of activists.",
            "COERCE/arrest EGY",
        ),
    ],
    "fleeing": [
        (
            "Thousands of villagers fled their homes after rebels attacked the district.",
            "SANCTION/expel REB",
            "ASSAULT REB",
        ),
        (
            "An offensive by the Malian army drove 5,000 people from their homes.",
            "SANCTION/expel MLI",
        ),
        (
            "Shelling by the Syrian army displaced hundreds of families.",
            "SANCTION/expel SYR",
        ),
        (
            "Hundreds of families fled the advance of the Congolese rebels.",
            "SANCTION/expel COD",
            "ASSAULT/territory COD",
        ),
        (
            "Rohingya villagers escaped to Bangladesh as the Burmese army burned their homes.",
            "SANCTION/expel MMR",
            "ASSAULT/primitive+destroy MMR",
        ),
    ],
    "a hostage rescue": [
        (
            "Nigerian troops rescued 60 pupils held by bandits.",
            "AID NGA",
            "ASSAULT/abduct",
        ),
        (
            "French commandos freed two hostages from the militants.",
            "AID FRA",
        ),
        (
            "Israeli special forces brought home two hostages held by Hamas.",
            "AID ISR",
            "ASSAULT/abduct",
        ),
    ],
    "a release by the captor": [
        (
            "The Taliban freed two American prisoners.",
            "RETREAT/release AFG > USA",
        ),
        (
            "Russia released the detained journalist.",
            "RETREAT/release RUS",
        ),
        (
            "Hamas handed over three hostages to the Red Cross.",
            "RETREAT/release",
        ),
        (
            "Two kidnapped nuns were set free by their captors in Mali.",
            "RETREAT/release",
        ),
    ],
    "a resignation": [
        (
            "The Lebanese prime minister stepped down on Tuesday.",
            "RETREAT/resign LBN",
        ),
        (
            "Peru's interior minister resigned after the clashes.",
            "RETREAT/resign PER",
        ),
        (
            "The president of Sri Lanka tendered his resignation.",
            "RETREAT/resign LKA",
        ),
        (
            "Bolivia's defence minister quit over the scandal.",
            "RETREAT/resign BOL",
        ),
    ],
    "a blockade or siege": [
        (
            "Azerbaijan blockaded the enclave's only port.",
            "COERCE/withhold AZE",
        ),
        (
            "The paramilitaries have besieged the city for a year.",
            "COERCE/restrict",
        ),
        (
            "Israel blocked food and medicine from entering Gaza.",
            "COERCE/withhold ISR",
        ),
        (
            "The Syrian army besieged the town, and its people had no food.",
            "COERCE/withhold SYR",
        ),
        (
            "Government forces encircled the town of Homs.",
            "COERCE/restrict",
        ),
    ],
    "killing without a method": [
        (
            "Militants killed seven Nigerian soldiers.",
            "ASSAULT",
        ),
        (
            "Israeli forces wounded two Palestinians.",
            "ASSAULT ISR > PSE",
        ),
        (
            "Rebels destroyed the Congolese army's base.",
            "ASSAULT/destroy",
        ),
        (
            "Six Turkish policemen died in an attack by Kurdish militants.",
            "ASSAULT",
        ),
    ],
    "nothing within one organisation": [
        ("The Ukrainian army chief visited his troops at the front.",),
        ("The Nigerian general visited soldiers of his brigade.",),
        ("The Polish president met his defence minister.",),
        ("The French army chief travelled to meet French soldiers.",),
    ],
    "no event": [
        ("Voters in Ghana elected a new president on Sunday.",),
        ("A bus crash in Peru killed twenty passengers.",),
        ("Brazil beat Argentina 2-1 in the final.",),
        ("The carmaker opened a factory in Slovakia.",),
        ("A robber stabbed a shopkeeper in Leeds.",),
        ("A typhoon killed twelve people in Luzon.",),
        ("The champions attacked from the start and won 3-0.",),
    ],
    "standing with somebody": [
        (
            "Canada stands with Ukraine.",
            "SUPPORT CAN > UKR",
        ),
        (
            "The prime minister said that Poland is committed to supporting Moldova.",
            "SUPPORT POL > MDA",
        ),
        (
            "Turkey voiced its solidarity with Azerbaijan.",
            "SUPPORT TUR > AZE",
        ),
        (
            "Greece backs Cyprus on the island's future.",
            "SUPPORT GRC > CYP",
        ),
    ],
    "arms to a partner": [
        (
            "Germany delivered tanks to Ukraine.",
            "AID DEU > UKR",
        ),
        (
            "Russia supplied the Malian army with helicopters.",
            "AID RUS > MLI",
        ),
        (
            "American instructors trained Somali soldiers.",
            "AID USA > SOM",
        ),
        (
            "Iran has been supplying drones to the Ethiopian government.",
            "AID IRN > ETH",
        ),
        (
            "The Netherlands gave Jordan 40 million euros for schools.",
            "AID NLD > JOR",
        ),
    ],
    "own force for an ally": [
        (
            "Russian jets bombed the rebels in support of the Syrian army.",
            "ASSAULT/aerial RUS > REB",
        ),
        (
            "American warplanes struck the militants to help the Iraqi government.",
            "ASSAULT/aerial USA",
        ),
        (
            "Rwandan soldiers fought the insurgents alongside the Mozambican army.",
            "ASSAULT/clash",
        ),
    ],
    "sending fighters": [
        (
            "Hezbollah sent fighters to Syria.",
            "MOBILIZE/militia",
        ),
        (
            "Rwanda sent troops to Mozambique.",
            "MOBILIZE/troops RWA",
        ),
        (
            "Turkey dispatched 300 soldiers to Qatar.",
            "MOBILIZE/troops TUR",
        ),
    ],
    "the condemned is the doer": [
        (
            "Egypt condemned the Israeli airstrike on the hospital.",
            "ACCUSE/disapprove EGY > ISR",
            "ASSAULT/aerial ISR",
        ),
        (
            "France denounced the shelling of the town by the Russian army.",
            "ACCUSE/disapprove FRA > RUS",
            "ASSAULT/heavy-weapons RUS",
        ),
        (
            "Spain welcomed Colombia's decision to free the rebels.",
            "SUPPORT ESP > COL",
            "CONCEDE COL",
        ),
        (
            "Jordan thanked Japan for its aid to refugees.",
            "SUPPORT JOR > JPN",
            "AID JPN",
        ),
        (
            "Norway criticised Hungary's veto.",
            "ACCUSE/disapprove NOR > HUN",
            "REJECT HUN",
        ),
    ],
    "what is asked": [
        (
            "Lebanon asked France for military equipment.",
            "REQUEST/assist LBN > FRA",
        ),
        (
            "Protest leaders demanded the resignation of the Serbian prime minister.",
            "REQUEST/change",
        ),
        (
            "Germany urged Iran to let the inspectors in.",
            "REQUEST/yield DEU > IRN",
        ),
        (
            "The UN called on Greece and Cyprus to return to the negotiating table.",
            "REQUEST/meet UNO > GRC,CYP",
        ),
        (
            "Washington pressed Baghdad to disarm the militias.",
            "REQUEST/yield USA > IRQ",
        ),
        (
            "Sweden demanded an inquiry into the killing of the reporter.",
            "REQUEST/change SWE",
        ),
    ],
    "what is refused": [
        (
            "Hungary refused to send weapons to Ukraine.",
            "REJECT/assist HUN",
        ),
        (
            "The Taliban turned down an offer of talks.",
            "REJECT/meet AFG",
        ),
        (
            "Russia rejected a truce with Ukraine.",
            "REJECT/yield RUS > UKR",
        ),
        (
            "The Georgian president vetoed the law on foreign agents.",
            "REJECT/change GEO",
        ),
        (
            "Eritrea will not pull its troops out of Tigray.",
            "REJECT/yield ERI",
        ),
        (
            "Seoul turned down Pyongyang's request for fuel.",
            "REJECT/assist KOR > PRK",
        ),
        (
            "The Kremlin ruled out a meeting with Zelensky.",
            "REJECT/meet RUS > UKR",
        ),
    ],
    "several modes, the method first": [
        (
            "Russian airstrikes destroyed a hospital in Kharkiv.",
            "ASSAULT/aerial+destroy RUS",
        ),
        (
            "A drone strike by Ukraine destroyed an oil depot.",
            "ASSAULT/drone+destroy UKR",
        ),
        (
            "Gunmen shot dead the Haitian senator.",
            "ASSAULT/firearms",
        ),
        (
            "Artillery fire by the Syrian army flattened the market.",
            "ASSAULT/heavy-weapons+destroy SYR",
        ),
    ],
    "ready to talk": [
        (
            "Iran is open to talks with the United States.",
            "AGREE IRN > USA",
        ),
        (
            "Kosovo's premier said he was willing to meet Serbia's president.",
            "AGREE KOS > SRB",
        ),
        (
            "Armenia signalled its readiness to negotiate with Azerbaijan.",
            "AGREE ARM > AZE",
        ),
        (
            "The junta in Mali said it was prepared to sit down with the rebels.",
            "AGREE MLI",
        ),
    ],
    "a deal reached and a deal signed": [
        (
            "Egypt and Ethiopia reached a deal over the dam.",
            "AGREE EGY,ETH >",
        ),
        (
            "India and Bangladesh signed a treaty on water.",
            "SUPPORT IND,BGD >",
        ),
        (
            "Finland's parliament ratified the border accord with Estonia.",
            "SUPPORT FIN > EST",
        ),
        (
            "Chile and Argentina put their signatures to a border treaty.",
            "SUPPORT CHL,ARG >",
        ),
        (
            "Serbia and Kosovo struck an agreement on number plates.",
            "AGREE SRB,KOS >",
        ),
    ],
    "going to court": [
        (
            "South Africa took Israel to the International Court of Justice.",
            "ACCUSE/allege ZAF > ISR",
        ),
        (
            "Mexico filed a lawsuit against Ecuador over the raid on its embassy.",
            "ACCUSE/allege MEX > ECU",
        ),
        (
            "Gambia sued Myanmar for genocide.",
            "ACCUSE/allege GMB > MMR",
        ),
        (
            "Ukraine filed a complaint against Russia at the European Court of Human Rights.",
            "ACCUSE/allege UKR > RUS",
        ),
    ],
    "a court strikes a law down": [
        (
            "Kenya's high court struck down the finance law.",
            "REJECT/change KEN",
        ),
        (
            "The Israeli supreme court overturned the judicial reform.",
            "REJECT/change ISR",
        ),
        (
            "A federal judge blocked the American president's order.",
            "REJECT/change",
        ),
        (
            "Colombia's constitutional court annulled the decree.",
            "REJECT/change COL",
        ),
    ],
    "coercion announced": [
        (
            "Pakistan will deport all undocumented Afghans, its interior minister said.",
            "THREATEN/expel PAK > AFG",
        ),
        (
            "Russia said it would arrest anyone who joins the rally.",
            "THREATEN/arrest RUS",
        ),
        (
            "Turkey vowed to close the strait to Greek ships.",
            "THREATEN/restrict TUR",
        ),
        (
            "Hungary's premier threatened to shut the border to migrants.",
            "THREATEN/restrict HUN",
        ),
        (
            "“We will jail every one of them,” the Belarusian president said.",
            "THREATEN/arrest BLR",
        ),
    ],
    "a break announced for later": [
        (
            "Colombia will cut diplomatic ties with Israel next month.",
            "SANCTION/discontinue future COL > ISR",
        ),
        (
            "Mali is to expel the French ambassador on Friday.",
            "SANCTION/expel future MLI > FRA",
        ),
        (
            "Britain will impose sanctions on Georgian judges next week.",
            "SANCTION future GBR > GEO",
        ),
    ],
    "raids, lockdowns and curfews": [
        (
            "Turkish police raided the offices of an opposition newspaper.",
            "COERCE/seize TUR",
        ),
        (
            "Police searched the home of the Ugandan opposition leader.",
            "COERCE/seize",
        ),
        (
            "The Lebanese government imposed a nationwide lockdown.",
            "COERCE/restrict LBN",
        ),
        (
            "Sri Lanka imposed a curfew in the capital.",
            "COERCE/curfew LKA",
        ),
        (
            "Martial law was declared by the South Korean president.",
            "COERCE/martial-law KOR",
        ),
        (
            "Soldiers confiscated the newspaper's computers in Bamako.",
            "COERCE/seize",
        ),
    ],
    "a dismissal": [
        (
            "The Ukrainian president sacked his army chief.",
            "SANCTION/expel UKR > UKR",
        ),
        (
            "Tunisia's president dismissed the prime minister.",
            "SANCTION/expel TUN > TUN",
        ),
        (
            "The Iraqi premier removed the governor from office.",
            "SANCTION/expel IRQ",
        ),
        (
            "Eswatini's king fired his entire cabinet.",
            "SANCTION/expel SWZ",
        ),
    ],
    "crowds and fighters": [
        (
            "Protesters in Nairobi clashed with police.",
            "PROTEST/riot",
        ),
        (
            "Demonstrators hurled stones at Serbian police.",
            "PROTEST/riot",
        ),
        (
            "Government troops clashed with rebels near Goma.",
            "ASSAULT/clash",
        ),
        (
            "Indian and Chinese soldiers traded blows on the border.",
            "ASSAULT/clash IND,CHN >",
        ),
        (
            "Supporters of the two Guinean parties fought in the streets during a march.",
            "PROTEST/riot",
        ),
        (
            "Police battled demonstrators in Dhaka.",
            "PROTEST/riot",
        ),
    ],
    "a mutual expulsion": [
        (
            "India and Canada expelled each other's ambassadors.",
            "SANCTION/expel IND,CAN >",
        ),
        (
            "Germany and Russia threw out each other's diplomats.",
            "SANCTION/expel DEU,RUS >",
        ),
        (
            "Spain and Nicaragua recalled their ambassadors from one another's capitals.",
            "SANCTION/discontinue ESP,NIC >",
        ),
    ],
    "statuses": [
        (
            "If Israel attacks, Iran could withdraw from the treaty.",
            "SANCTION/discontinue hypothetical IRN",
        ),
        (
            "Ukraine denied that it had bombed the plant.",
            "ASSAULT/explosives negated",
        ),
        (
            "In 1990 Iraq invaded Kuwait.",
            "ASSAULT/territory historical IRQ > KWT",
        ),
        (
            "Israel may bomb the reactor.",
            "ASSAULT/aerial hypothetical ISR",
        ),
        (
            "Kenyan police will deploy to Haiti in May.",
            "MOBILIZE/police future KEN",
        ),
        (
            "Syria did not release the prisoners.",
            "RETREAT/release negated SYR",
        ),
        (
            "Two decades ago the United States invaded Iraq.",
            "ASSAULT/territory historical USA > IRQ",
        ),
    ],
    "the records that are one": [
        (
            "Spain and Portugal condemned the coup in Niger. Spain again condemned the coup.",
            "ACCUSE/disapprove",
        ),
        (
            "The United States and France imposed sanctions on Mali.",
            "SANCTION USA,FRA > MLI",
        ),
    ],
    "what is said is what is done": [
        (
            "Iran said that Israel shelled the port of Tyre.",
            "ASSAULT/heavy-weapons ISR",
        ),
        (
            "Chad accused Sudan of arming the rebels.",
            "ACCUSE/allege TCD > SDN",
        ),
        (
            "Ukraine thanked Estonia for its help.",
            "SUPPORT UKR > EST",
        ),
        (
            "Cuba promised to free the prisoners.",
            "AGREE",
        ),
        (
            "According to Lebanon, Israeli jets bombed a bridge.",
            "ASSAULT/aerial ISR",
        ),
        (
            "Niger urged France to withdraw its soldiers.",
            "REQUEST/yield NER > FRA",
        ),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=f"{border}: {text}")
        for border, rows in BORDERS.items()
        for text, *expected in rows
    ],
)
def test_border(reader: Reader, text: str, expected: list[str]) -> None:
    told = list(reader.code(text, published=PUBLISHED).events)
    shown = [str(event) for event in told]
    assert len(told) == len(expected), shown
    for record in expected:
        match = next((event for event in told if fits(event, record)), None)
        assert match is not None, (record, shown)
        told.remove(match)
