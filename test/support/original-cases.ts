import { readFileSync } from 'node:fs'
import {
  calculateCoverage,
  type AgentSession,
  type CoverageFigures,
  type CoverageOptions,
  type Pageview,
} from '../../shared/coverage/index.ts'
import { addDays, localRange } from '../../shared/time/local.ts'
import { offsetAt } from '../../shared/time/zone.ts'

/** Behaviours that the dashboard Covercast began with pins down in its tests, as data: visits are [wall time, agent], sessions [start, end]. */
export interface OriginalCase {
  readonly id: string
  readonly what: string
  readonly from: string
  readonly to: string
  readonly visits: readonly (readonly [string, string | null])[]
  readonly sessions: readonly (readonly [string, string | null])[]
  readonly expect: readonly Expectation[]
  /** Wall time; absent: after the range. */
  readonly now?: string
  /** Absent: every zone. */
  readonly zones?: readonly string[]
}

export interface Expectation {
  readonly path: string
  readonly equals?: unknown
  /** The place in the list that a star stands for: the only one, or the first, second ... */
  readonly equalsIndex?: true | number
  readonly length?: number
  readonly near?: number
  readonly digits?: number
  readonly sumOf?: readonly string[]
  readonly has?: number
  readonly lacks?: number
  readonly atLeast?: number
  readonly moreThan?: number
}

/** How Covercast stands to a case: the same, or exact where the dashboard is not. */
export interface Classified {
  readonly id: string
  readonly zones: readonly string[]
  readonly verdict: string
  readonly largestDifference: number
  readonly note: string | null
}

export interface StaffingCases {
  readonly capacity: readonly { readonly id: string; readonly callSeconds: number; readonly ringRate: number }[]
  /** Missed in an hour, ring rate, call seconds. */
  readonly agents: readonly (readonly [number, number, number])[]
  readonly priorities: readonly { readonly missed: number; readonly days: number }[]
  readonly blocks: readonly StaffingCase[]
}

export interface StaffingCase {
  readonly id: string
  readonly what: string
  readonly days: number
  readonly ringRate: number
  readonly callSeconds: number
  /** Day of week, hour, missed, visitors. */
  readonly cells: readonly (readonly [number, number, number, number])[]
}

export interface Classification {
  readonly calculators: readonly Classified[]
  readonly staffing: {
    readonly capacity: readonly { readonly callSeconds: number; readonly ours: number; readonly original: number }[]
    readonly prioritiesDiffering: readonly {
      readonly missed: number
      readonly days: number
      readonly ours: string
      readonly original: string
    }[]
    readonly blocks: readonly {
      readonly id: string
      readonly target90: readonly string[]
      readonly target100: readonly string[]
      readonly original: readonly string[]
    }[]
  }
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/original-cases/${name}.json`, import.meta.url), 'utf8'))

export const ORIGINAL_CASES = ['cases', 'cases-more'].flatMap(
  (name) => (read(name) as { readonly cases: readonly OriginalCase[] }).cases,
)
export const STAFFING_CASES = read('cases-staffing') as StaffingCases
export const CLASSIFICATION = read('classification') as Classification

/** Where the dashboard gives another figure than exact time does: [case, figure, the dashboard's]. */
export const INEXACT: readonly (readonly [id: string, path: string, original: number])[] = [
  ['h17', 'hourly[10].avgAgentsOnline', 2],
  ['s12', 'hourly[11].avgAgentsOnline', 0.25],
  ['s12', 'byDayHour[2][11].avgAgentsOnline', 0.5],
  ['x04', 'totals.totalPageviews', 4],
  ['c01', 'hourly[10].avgAgentsOnline', 7 / 8],
  ['c02', 'hourly[1].avgAgentsOnline', 0.5],
  ['c03', 'hourly[1].avgAgentsOnline', 0],
  ['c04', 'hourly[2].avgAgentsOnline', 1],
  ['c05', 'hourly[2].avgAgentsOnline', 1 / 7],
  ['c06', 'hourly[1].avgAgentsOnline', 0.5],
  ['c07', 'hourly[2].avgAgentsOnline', 0.5],
  ['c08', 'hourly[10].avgAgentsOnline', 7 / 8],
  ['c09', 'hourly[10].avgAgentsOnline', 91 / 92],
]

/** The instant of a wall time in a zone; of a text with Z that instant. */
function instantOf(text: string, timeZone: string): number {
  if (text.endsWith('Z')) return Date.parse(text)
  const wall = Date.parse(`${text}Z`)
  const guess = wall - offsetAt(wall, timeZone)
  return wall - offsetAt(guess, timeZone)
}

export interface CaseEvents {
  readonly pageviews: readonly Pageview[]
  readonly sessions: readonly AgentSession[]
  readonly options: CoverageOptions
}

/** A case in a zone, as raw events and the question about them. */
export function eventsOf({ visits, sessions, from, to, now }: OriginalCase, timeZone: string): CaseEvents {
  const end = localRange(from, from > to ? from : to, timeZone).end
  return {
    pageviews: visits.map(([at, agentId]) => ({ createdAt: instantOf(at, timeZone), agentId })),
    // Each is somebody else's, but for overlaps, which are recorded as they are.
    sessions: sessions.map(([start, finish], index) => ({
      agentId: `agent ${index}`,
      startedAt: instantOf(start, timeZone),
      endedAt: finish === null ? null : instantOf(finish, timeZone),
    })),
    options: {
      from,
      to,
      timeZone,
      now:
        now === undefined
          ? Math.max(end, localRange(addDays(to, 1), addDays(to, 1), timeZone).end)
          : instantOf(now, timeZone),
    },
  }
}

/** The figures of a case in a zone. */
export function figuresOf(one: OriginalCase, timeZone: string): CoverageFigures {
  const { pageviews, sessions, options } = eventsOf(one, timeZone)
  return calculateCoverage(pageviews, sessions, options)
}

export interface FoundFigure {
  readonly value: unknown
  /** Its place in each list that a star stands for. */
  readonly places: readonly number[]
}

/** The figure at a path such as `hourly[10].avgAgentsOnline`; `[*]`: all of them. */
export function figuresAt(figures: unknown, path: string): readonly FoundFigure[] {
  const steps = [...path.matchAll(/\[(?<place>\d+|\*)\]|(?<key>\w+)/gu)].map(
    ({ groups }) => groups!.place ?? groups!.key!,
  )
  return steps.reduce<readonly FoundFigure[]>(
    (found, step) =>
      found.flatMap(({ value, places }) => {
        if (step === '*')
          return (value as readonly unknown[]).map((inner, place) => ({ value: inner, places: [...places, place] }))
        return [{ value: (value as Readonly<Record<string, unknown>>)[step], places }]
      }),
    [{ value: figures, places: [] }],
  )
}
