import type { Violation, ViolationKind } from '../plan/rules/violation.ts'
import { bestRepeatedWeek, type BestWeek } from './best-week.ts'
import type { WeekPrices } from './day-tables.ts'
import type { Person } from './people.ts'
import type { RuleGate } from './rule-gate.ts'

/** Broken by the hours of the whole week: fewer mend it. */
const BY_HOURS: ReadonlySet<ViolationKind> = new Set([
  'too-many-hours',
  'high-average',
  'high-night-average',
  'minor-week',
])
/** Weeks that are looked at for one person. */
const MOST_TRIED = 40

/** A part of all weeks: without some days, and with no more than so many hours. */
interface Part {
  readonly daysOff: number
  readonly maxUnits: number
  readonly found: BestWeek
}

export interface AllowedWeek {
  /** The best that the project's own check of rules allows too, worth more than `above`; null: none was found. */
  readonly allowed: BestWeek | null
  /** The same by the rules that the dynamic programme knows. */
  readonly wanted: BestWeek | null
}

/** The best week of a person. What the dynamic programme does not know is met by leaving out days or hours, the most valuable part of the weeks first. */
export function bestAllowedWeek(
  person: Person,
  prices: WeekPrices,
  { gate, above = Number.NEGATIVE_INFINITY }: { readonly gate: Pick<RuleGate, 'refused'>; readonly above?: number },
): AllowedWeek {
  const open: Part[] = []
  const seen = new Set<string>()
  const add = (daysOff: number, maxUnits: number): void => {
    const key = `${daysOff} ${maxUnits}`
    if (seen.has(key)) return
    seen.add(key)
    const found = bestRepeatedWeek(person.programme, { ...prices, daysOff, maxUnits }, above)
    if (found !== null) open.push({ daysOff, maxUnits, found })
  }
  add(prices.daysOff ?? 0, prices.maxUnits)
  const wanted = open[0]?.found ?? null
  for (let tried = 0; tried < MOST_TRIED && open.length > 0; tried += 1) {
    const best = open.reduce((most, one) => (one.found.total > most.found.total ? one : most))
    open.splice(open.indexOf(best), 1)
    const { found, daysOff, maxUnits } = best
    const refused = gate.refused(person, found.picks)
    if (refused.length === 0) return { allowed: found, wanted }
    if (refused.some(({ kind }) => BY_HOURS.has(kind)))
      add(daysOff, Math.min(maxUnits, found.units) - Math.max(1, ...refused.map(unitsOver)))
    if (refused.every(({ kind }) => BY_HOURS.has(kind) && kind !== 'high-night-average')) continue
    found.picks.forEach((pick, day) => {
      if (pick !== null && person.programme.choices.days[day]!.mayBeOff) add(daysOff | (1 << day), maxUnits)
    })
  }
  return { allowed: null, wanted }
}

function unitsOver(violation: Violation): number {
  if (!BY_HOURS.has(violation.kind)) return 0
  const weeks = 'averaged' in violation ? (violation.averaged?.weeks ?? 1) : 1
  return Math.floor((violation.by * weeks) / 15)
}
