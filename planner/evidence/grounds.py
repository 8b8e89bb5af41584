"""Why each rule is as sure as it says: a sentence for each rule's id."""

from planner.engine.speech import Words, gettext_noop

GROUNDS = Words(
    {
        "availability": gettext_noop("This is no claim about training: your hours are yours."),
        "rest-day": gettext_noop("Plans agree on days of rest; we know of no trial that counts them."),
        "sessions-per-day": gettext_noop("Coaches keep beginners to one; we know of no trial."),
        "same-day-separation": gettext_noop(
            "Pooled trials find explosive strength lost within one session and not from three hours on; "
            "the line at three is how the trials were sorted."
        ),
        "same-day-separation-6h": gettext_noop(
            "One trial with 58 rugby players, and tests of runners six hours after lifting; nobody has pooled hours."
        ),
        "double-day-order": gettext_noop(
            "A review of signals in the muscle and a trial with 14 runners point the same way."
        ),
        "hard-easy": gettext_noop("Nearly every coach and plan keeps to it; we know of no trial."),
        "hard-run-cap": gettext_noop("Coaches' numbers, in line with how endurance athletes are seen to train."),
        "novice-run-spacing": gettext_noop("A public health service's plan for beginners, not a trial."),
        "muscle-recovery-48h": gettext_noop(
            "Strong as a guideline; how long muscles really take varies, so the hours are only weighed."
        ),
        "muscle-recovery-hours": gettext_noop(
            "The same guideline to the hour, where the biology behind it is less sure."
        ),
        "legs-before-key-run": gettext_noop(
            "A review of about a hundred papers: tiredness from lifting lasts up to three days. Most of "
            "the trials are small."
        ),
        "session-order": gettext_noop(
            "Strong for leg strength, moderate for how runs go, weak for all else; this is the middle. Each "
            "policy below tells its own."
        ),
        "no-hard-run-after-legs": gettext_noop(
            "Tests of runners six hours after leg lifting: few people, a clear loss."
        ),
        "full-body-before-key-run": gettext_noop(
            "The same review as for heavy legs; a moderate lift tires less, so it is weighed only."
        ),
        "legs-to-hard-run-48h": gettext_noop(
            "Coaches' reading of how long tiredness lasted in trials; two days were not put to a test."
        ),
        "long-run-recovery": gettext_noop("Coaching practice; we know of no trial."),
        "hard-days-hard": gettext_noop("Coaching practice; it pays for easier days with harder ones."),
        "alternate-order": gettext_noop(
            "No trial shows that taking turns trains better. It is for balance and variety, at little cost, "
            "since order matters little for most goals."
        ),
        "varied-days": gettext_noop(
            "The article's advice, and a small study on monotony; neighbouring days alone were not tested."
        ),
        "concurrent-dose": gettext_noop(
            "A meta-analysis of 21 studies ties lost strength to how often and how long people did "
            "endurance training, running more than cycling; a later one finds less lost."
        ),
        "strength-frequency": gettext_noop(
            "Meta-analyses find more growth from two times a week than from one, and the WHO asks for "
            "two; with equal weekly work the number of days hardly matters."
        ),
        "session-bounds": gettext_noop(
            "What plans usually hold; programmes of longer sessions are given up more often."
        ),
        "warm-up-cool-down": gettext_noop("Advice of heart associations; the minutes are practice, not measured."),
        "long-run-share": gettext_noop("A coach's percentages, widened for weeks of few runs."),
        "single-run-spike": gettext_noop(
            "One large study of 5205 runners over 18 months: longer jumps went with more injuries. Seen, not tried out."
        ),
        "weekly-progression": gettext_noop(
            "A trial with 532 beginners found no fewer injuries with the ten percent rule; in one "
            "cohort larger jumps went with more."
        ),
        "deload": gettext_noop("Coaches agree on lighter weeks; how many and how light is their habit."),
        "taper-and-race-week": gettext_noop(
            "Meta-analyses agree on less volume at the same intensity; the days without legs are practice."
        ),
        "health-floor": gettext_noop("A guideline of the WHO on large bodies of evidence."),
        "easy-share": gettext_noop(
            "Seen in elite athletes; trials with recreational runners found no clear difference."
        ),
        "monotony": gettext_noop("From a small mixed group of athletes; the limit of 2.0 is a rule of thumb."),
        "circuit-limit": gettext_noop(
            "Coaching practice: a circuit holds the effort of a hard run and a full-body lift."
        ),
    }
)
