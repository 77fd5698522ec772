import { bestNaiveScore, classesOf, errorsOf, NAIVE, scoreBySite, table, weeksOf, type CaseClass } from './report.ts'
import { scoreOf } from './score.ts'
import type { Case } from './evaluate.ts'

const KIND_NAMES: Readonly<Record<string, string>> = { busy: 'busy', sparse: 'few visits', presence: 'light traffic' }

const points = (rate: number): string => (100 * rate).toFixed(1)
const whole = (share: number): string => `${(100 * share).toFixed(0)}%`

export interface ResultsOptions {
  /** The command that makes the page. */
  readonly command: string
}

/** The page of results in docs/: what was tried, how predictions did in each class, and every case. */
export function resultsPage(cases: readonly Case[], { command }: ResultsOptions): string {
  const busy = cases.filter(({ world }) => world.kind === 'busy')
  const all = scoreOf(
    weeksOf(
      cases,
      ({ predicted }) => predicted,
      ({ band }) => band,
    ),
  )
  const ours = errorsOf(busy, ({ predicted }) => predicted)
  const chance = errorsOf(busy, ({ truth }) => truth.rate)
  const bySite = scoreBySite([...Map.groupBy(busy, ({ world }) => world.seed).values()])
  return `# How good plan predictions are

This page is made by \`${command}\` and holds the prediction of [prediction.md](prediction.md) against weeks whose truth is known.

## What was tried

Nobody can go back and run last week again under another schedule, so this is done on made-up sites, which are part of the tests (\`test/simulation/\`) and share no code and no formula with the prediction. A site is made of events: visitors come at random by a weekly pattern, more or fewer from week to week, day to day and hour to hour; each agent has shifts, comes late, leaves early, takes breaks (some without signing off), does not come now and then, and is away from the desk for a while although online; an agent serves one visitor at a time, or two or three; a visitor is missed when no agent is free.

${siteCounts(cases)} The sites lie in many time zones, some of whose clocks change in the history or in the week that is predicted; have one team, teams of their own, or people shared by several, with or without a list of who serves what; have night shifts, part-timers, rotas, holidays, people who come and go. Some are written down by hand, and others drawn from a number.

The prediction is shown 4 to 8 weeks of visits and sessions, as a source database would hold them, and never a plan. Then each of seven schedules is tried for the week after:

| schedule | what changes |
| --- | --- |
| unchanged | nothing |
| a third fewer | a third of the people are left out |
| an hour later | everybody begins and ends an hour later |
| new Saturday | a third of those who have Saturdays off work 10:00-16:00 |
| halved | every shift ends after its first half |
| doubled | every shift is worked twice, by people whom the history has never seen, half of them on unassigned shifts |
| empty day | nobody works on Wednesday |

The same week is then lived through many times under each schedule, every time with other visitors, absences and delays. A few of these weeks stand for what happens; the mean of all of them is what was to be expected.

## What came out

${cases.length} predictions were compared with ${all.cases} single weeks. On busy sites they were off by ${ours.single.toFixed(2)} points of weekly coverage on average. Somebody who knew exactly what is to be expected would have been off by ${chance.single.toFixed(2)}, by chance alone. Against what was to be expected, predictions for busy sites were off by ${ours.expected.toFixed(2)} points on average (standard error ${bySite.standardError.toFixed(2)}: sites, not weeks, are the sample), ${ours.highExpected.toFixed(1)} or less in 95 of 100 cases, and ${ours.worstExpected.toFixed(1)} at worst. Over all sites ${whole(all.holds80)} of single weeks were within the 80% range and ${whole(all.holds95)} within the 95% range.

Errors are in points of weekly coverage. *Single weeks* is the error against weeks as they happened, *by chance alone* what nobody can do better than; *expected* is the error against the mean of many such weeks. *Range score* is the interval score of the 80% range: its width, and ten times what a week was outside; lower is better. *Least* is the score of the narrowest well-calibrated range, which the weeks themselves span; *naive* the best that a range as wide as past weeks differ reaches about one of the three simple predictions.

${classTable(cases)}

The same weeks predicted without a model: by last week's figure, by the average of each hour of the week, and by taking everybody to be covered while anybody is planned. First the error against single weeks, then against what was to be expected.

${naiveTable(cases)}

${comparison(cases)} Where a schedule changes next to nothing, the average of each hour is a good prediction, and no other can be much better.

## What this does not show

These sites are as the model takes sites to be. What comes of others (visitors covered without a session, unequal agents, sessions that end late, weeks off, jumps, bursts, holidays) is in [prediction.md](prediction.md#sites-that-are-otherwise).

Made-up people keep to their habits and made-up visitors to theirs. A campaign, a holiday or a new product that the history has not seen is for the planner to know of. Where a site has some tens of visits a week, no prediction can be sharp; ranges then are wide.

## Every case

Rates in per cent. *Single weeks* are the first of those replayed, from the lowest to the highest.

${caseTable(cases)}
`
}

function siteCounts(cases: readonly Case[]): string {
  const count = (kind: string): number =>
    new Set(cases.filter(({ world }) => world.kind === kind).map(({ world }) => world.seed)).size
  return `There are ${count('busy')} busy sites (thousands of visits a week), ${count('sparse')} with few visits (some hundreds a week) and ${count('presence')} with light traffic, where coverage is hardly more than whether anybody is there.`
}

function classTable(cases: readonly Case[]): string {
  const head = [
    'site',
    'schedule',
    'single weeks',
    'error, single weeks',
    'worst',
    'by chance alone',
    'worst by chance',
    'error, expected',
    '95th percentile',
    'worst',
    'in 80% range',
    'in 95% range',
    'range score',
    'least',
    'naive',
  ]
  return table(
    head,
    rowsOf(cases).map(({ kind, schedule, cases: group }) => {
      const ours = errorsOf(group, ({ predicted }) => predicted)
      const chance = errorsOf(group, ({ truth }) => truth.rate)
      const score = scoreOf(
        weeksOf(
          group,
          ({ predicted }) => predicted,
          ({ band }) => band,
        ),
      )
      const least = scoreOf(
        weeksOf(
          group,
          ({ truth }) => truth.rate,
          ({ floor }) => floor,
        ),
      )
      return [
        KIND_NAMES[kind] ?? kind,
        schedule,
        String(score.cases),
        ours.single.toFixed(2),
        ours.worstSingle.toFixed(1),
        chance.single.toFixed(2),
        chance.worstSingle.toFixed(1),
        ours.expected.toFixed(2),
        ours.highExpected.toFixed(1),
        ours.worstExpected.toFixed(1),
        whole(score.holds80),
        whole(score.holds95),
        score.intervalScore.toFixed(1),
        least.intervalScore.toFixed(1),
        bestNaiveScore(group).toFixed(1),
      ]
    }),
  )
}

function naiveTable(cases: readonly Case[]): string {
  return table(
    ['site', 'schedule', 'prediction', 'last week', 'average of each hour', 'anybody planned'],
    rowsOf(cases).map(({ kind, schedule, cases: group }) => [
      KIND_NAMES[kind] ?? kind,
      schedule,
      ...[
        (one: Case) => one.predicted,
        (one: Case) => one.naive.lastWeek,
        (one: Case) => one.naive.sameCell,
        (one: Case) => one.naive.anybodyPlanned,
      ].map((predicted) => {
        const { single, expected } = errorsOf(group, predicted)
        return `${single.toFixed(2)} / ${expected.toFixed(2)}`
      }),
    ]),
  )
}

/** In which classes the prediction was better than each simple one, against weeks as they happened. */
function comparison(cases: readonly Case[]): string {
  const classes = classesOf(cases).filter(({ schedule }) => schedule !== 'all')
  const beaten = classes.filter(({ cases: group }) => {
    const ours = errorsOf(group, ({ predicted }) => predicted).single
    return NAIVE.some((name) => errorsOf(group, (one) => one.naive[name]).single <= ours)
  })
  const names = beaten.map(({ kind, schedule }) => `${KIND_NAMES[kind] ?? kind}, ${schedule}`).join('; ')
  if (beaten.length === 0) return `In each of the ${classes.length} classes the prediction was better than all three.`
  return `In ${classes.length - beaten.length} of the ${classes.length} classes the prediction was better than all three; the others are: ${names}.`
}

function rowsOf(cases: readonly Case[]): readonly CaseClass[] {
  return [...classesOf(cases), { kind: 'all', schedule: 'all', cases }]
}

function caseTable(cases: readonly Case[]): string {
  return table(
    [
      'site',
      'schedule',
      'predicted',
      '80% range',
      '95% range',
      'expected',
      'single weeks',
      'last week',
      'average of each hour',
      'anybody planned',
    ],
    cases.map((one) => [
      one.world.seed,
      one.schedule,
      points(one.predicted),
      `${points(one.band.lower80)}-${points(one.band.upper80)}`,
      `${points(one.band.lower95)}-${points(one.band.upper95)}`,
      points(one.truth.rate),
      one.weeks
        .toSorted((a, b) => a - b)
        .map(points)
        .join(' '),
      points(one.naive.lastWeek),
      points(one.naive.sameCell),
      points(one.naive.anybodyPlanned),
    ]),
  )
}
