"""The sources that rules, policies and contradictions name: what each is, and its address where we have read it."""

from dataclasses import dataclass

from planner.engine.speech import Told, gettext_noop


@dataclass(frozen=True)
class Source:
    """A paper, guideline or plan, by the name that rules call it."""

    name: str
    told: Told = Told()
    address: str = ""


SOURCES = (
    Source(
        "ACE chart",
        gettext_noop("American Council on Exercise: run or lift first by goal and body part; advice, not a study"),
    ),
    Source("ACSM", gettext_noop("American College of Sports Medicine: position stand on resistance training, 2009")),
    Source("AHA", gettext_noop("American Heart Association: advice on warming up and cooling down")),
    Source(
        "Baar 2014",
        gettext_noop("Review of what endurance and strength signals do to each other in the muscle"),
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC4213370/",
    ),
    Source(
        "Bell 2023",
        gettext_noop("Expert survey, Sports Medicine - Open: what coaches and researchers call a deload"),
        "https://doi.org/10.1186/s40798-023-00633-0",
    ),
    Source(
        "Bosquet 2007",
        gettext_noop("Meta-analysis of tapers: how much less for how long before a race"),
        "https://pubmed.ncbi.nlm.nih.gov/17762369/",
    ),
    Source(
        "Buist 2008",
        gettext_noop("Trial with 532 novice runners: growing by ten percent a week or faster"),
        "https://pubmed.ncbi.nlm.nih.gov/17940147/",
    ),
    Source("Daniels", gettext_noop("A running coach's shares of the weekly distance")),
    Source("Doma", gettext_noop("Tests of runners six hours after leg lifting, as he told them to a running magazine")),
    Source(
        "Doma 2019",
        gettext_noop("Review in Sports Medicine of about 100 papers: how long each kind of training tires"),
        "https://doi.org/10.1007/s40279-019-01072-2",
    ),
    Source(
        "Doma & Deakin 2013", gettext_noop("Trial, 14 runners: the day after run then lift, and after lift then run")
    ),
    Source(
        "Eddens 2018",
        gettext_noop("Meta-analysis, Sports Medicine 48, of 10 studies: order within a session"),
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC5752732/",
    ),
    Source("Foster 1998", gettext_noop("Study of athletes' loads, monotony and illness")),
    Source(
        "Frandsen 2025",
        gettext_noop("Cohort, British Journal of Sports Medicine: 5205 runners, single runs and injuries"),
    ),
    Source(
        "Gao & Yu 2023",
        gettext_noop("Meta-analysis, Frontiers in Physiology, of 19 trials with 482 people: order within a session"),
        "https://doi.org/10.3389/fphys.2023.1072679",
    ),
    Source(
        "Lee 2020",
        gettext_noop("Trial, PLoS One, 9 weeks: intervals three hours before or after lifting"),
        "https://doi.org/10.1371/journal.pone.0233134",
    ),
    Source(
        "Lundberg 2022",
        gettext_noop("Meta-analysis of 15 studies: slow muscle fibres grow less beside running, not beside cycling"),
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC9474354/",
    ),
    Source(
        "Methenitis 2018",
        gettext_noop("Review, Sports 6: combining strength and endurance by goal"),
        "https://www.mdpi.com/2075-4663/6/4/127",
    ),
    Source("Muñoz 2014", gettext_noop("Trial with recreational runners: mostly easy against more in the middle")),
    Source("Murlasits 2018", gettext_noop("Meta-analysis, Journal of Sports Sciences 36: order within a session")),
    Source("NHS couch-to-5k plan", gettext_noop("The British health service's nine weeks from walking to running")),
    Source("Nielsen 2014", gettext_noop("Cohort of novice runners: jumps over two weeks and injuries")),
    Source(
        "Petré 2021",
        gettext_noop(
            "Meta-analysis, Sports Medicine 51, of 27 studies: leg strength beside endurance, by training status"
        ),
        "https://doi.org/10.1007/s40279-021-01426-9",
    ),
    Source(
        "Robineau 2016",
        gettext_noop("Trial, 58 rugby players, 7 weeks: 0, 6 or 24 hours between strength and endurance"),
    ),
    Source("Schoenfeld 2016", gettext_noop("Meta-analysis: how often a week a muscle is trained")),
    Source(
        "Schumann 2016",
        gettext_noop("Trial, 121 people, 24 weeks, cycling: one session in either order, or alternate days"),
    ),
    Source(
        "Schumann 2022",
        gettext_noop("Meta-analysis, Sports Medicine 52, of 43 studies: strength and size beside endurance training"),
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC8891239/",
    ),
    Source("Seiler 2010", gettext_noop("Review: how endurance athletes spread their intensities")),
    Source("WHO 2020", gettext_noop("World Health Organization: guidelines on physical activity")),
    Source(
        "Wilson 2012", gettext_noop("Meta-analysis, Journal of Strength and Conditioning Research 26, of 21 studies")
    ),
)
