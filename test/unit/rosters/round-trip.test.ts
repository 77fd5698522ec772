import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../../electron/backend/core/csv.ts'
import { harmfulAgain } from '../../../shared/foundation/harmless-text.ts'
import { planCalendar } from '../../../electron/backend/exports/plan-calendar.ts'
import { shiftsCsv } from '../../../electron/backend/exports/plan-csv.ts'
import { planSheets } from '../../../electron/backend/exports/plan-workbook.ts'
import { workbookBytes } from '../../../electron/backend/exports/workbook.ts'
import { readRosterFile } from '../../../electron/backend/rosters/read-roster.ts'
import { planToText } from '../../../shared/contract/plan-file.ts'
import { replaceDays } from '../../../shared/plan/edits/replace-days.ts'
import { shiftOccurrences, type ShiftOccurrence } from '../../../shared/plan/occurrences.ts'
import { inOrder } from '../../../shared/plan/order.ts'
import { english } from '../../../shared/language/english.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { matchNames, newAgentId, peopleInFile } from '../../../shared/roster/match-names.ts'
import { planOfRoster } from '../../../shared/roster/roster-plan.ts'
import { dayOfWeekOfDay, formatLocalDate, parseLocalDate } from '../../../shared/time/local.ts'
import { tries } from '../../support/deep.ts'

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'UTC',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Africa/Cairo',
]
/** Mondays of weeks in which clocks change, and others. */
const WEEKS = ['2026-03-02', '2026-03-23', '2026-10-19', '2026-10-26', '2026-04-20', '2026-06-01']
const HOSTILE = [
  '=1+1',
  "'=x",
  '-2',
  '@a',
  "'",
  '"',
  'a"b',
  'Open',
  'Unassigned',
  'Off',
  'Total',
  '12:00',
  '2026-03-02',
  'Müller, Jürgen',
  '; = b',
  "x;'=y",
  '\t=z',
  'line\nbreak',
  'a\r\n=b',
  '__proto__',
  ' blank ',
  '＝full',
  'Ann (Chat)',
  'Shift - Ann',
  'vacation',
  '\u00a0',
  '🙂',
  'عمر',
  'a,b;c\td|e',
  '#REF!',
  'N/A',
]
const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }))

const range = (least: number, most: number) =>
  fc
    .tuple(fc.integer({ min: least / 15, max: (most - 15) / 15 }), fc.integer({ min: 1, max: 40 }))
    .map(([start, length]) => ({ startMinute: start * 15, endMinute: Math.min(most, (start + length) * 15) }))

const shifts = (agents: readonly string[], first: number): fc.Arbitrary<readonly Shift[]> =>
  fc
    .array(
      fc.record({
        agentId: fc.constantFrom(null, ...agents),
        day: fc.integer({ min: first, max: first + 6 }),
        times: range(0, 24 * 60).map(({ startMinute, endMinute }) => ({ startMinute, endMinute: endMinute + 60 * 4 })),
        isBroken: fc.boolean(),
        note: fc.oneof(fc.constant(''), hostile),
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      all.map(({ agentId, day, times, isBroken, note }, index) => ({
        id: `s${index}`,
        agentId,
        day,
        ...times,
        breaks: isBroken ? [{ startMinute: times.startMinute + 60, endMinute: times.startMinute + 90 }] : [],
        note,
      })),
    )

interface Case {
  readonly plan: Plan
  readonly week: string
  readonly names: ReadonlyMap<string, string>
}

const cases: fc.Arbitrary<Case> = fc
  .tuple(
    fc.constantFrom(...ZONES),
    fc.constantFrom(...WEEKS),
    fc.uniqueArray(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 5, selector: ([id]) => id }),
  )
  .chain(([timeZone, week, agents]) =>
    shifts(
      agents.map(([id]) => id),
      parseLocalDate(week),
    ).map((made) => ({
      week,
      names: new Map(agents),
      plan: inOrder({ name: 'October', timeZone, poolId: null, kind: 'dated', shifts: made }),
    })),
  )

/** A file as it is read by a workspace that knows its agents. */
async function readBack(file: string | Uint8Array, name: string, { plan, names }: Case): Promise<Plan> {
  const content = await readRosterFile(typeof file === 'string' ? new TextEncoder().encode(file) : file, name, {
    timeZone: name.endsWith('.ics') ? plan.timeZone : 'Pacific/Auckland',
    dateOrder: null,
    usualOrder: 'mdy',
    today: parseLocalDate('2026-05-01'),
    sheet: null,
    isZoneChosen: false,
  })
  if (content.kind === 'plan') return content.plan
  expect(content.found.notUnderstood).toEqual([])
  const people = peopleInFile(content.found.shifts.flatMap(({ person }) => person ?? []))
  const agents = [...names].map(([id, name]) => ({ id, name, email: null }))
  const matches = new Map(
    matchNames(people, { agents, chosen: {}, remembered: {} }).map((match) => [match.inFile, match.agentId]),
  )
  return planOfRoster(content.found, {
    name: content.own?.name ?? plan.name,
    timeZone: content.own?.timeZone ?? plan.timeZone,
    poolId: content.own?.poolId ?? null,
    agentOf: (person) => matches.get(people.nameOf(person)) ?? newAgentId(people.nameOf(person), person),
  }).plan
}

/** What is worked, whatever the shifts' ids: of a time that the clock skips another may be written for the same instant. */
function worked(occurrences: readonly ShiftOccurrence[]): readonly string[] {
  return occurrences
    .map(({ shift, interval }) =>
      JSON.stringify([shift.agentId, interval.start, interval.end, interval.breaks, shift.note]),
    )
    .toSorted()
}

const weeks = (week: string) => ({ firstDate: formatLocalDate(parseLocalDate(week) - 1), weeks: 2 })

describe('what Covercast exports, read back', () => {
  it('is the same plan, as a plan file', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        expect(await readBack(planToText(one.plan), 'plan.json', one)).toEqual(one.plan)
      }),
      tries(20, 11),
    )
  })

  it('is the same shifts, as CSV: hostile names, notes, ids and clock changes', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        const occurrences = shiftOccurrences(one.plan, weeks(one.week))
        fc.pre(occurrences.length > 0)
        const text = shiftsCsv({
          occurrences,
          timeZone: one.plan.timeZone,
          agentName: (id) => one.names.get(id) ?? id,
          pool: null,
          format: english(),
        })
        const plan = await readBack(text, 'shifts.csv', one)
        expect(worked(shiftOccurrences(plan, weeks(one.week)))).toEqual(worked(occurrences))
      }),
      tries(60, 12),
    )
  })

  it('is the same plan, weekly or dated, as a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(
        cases,
        fc.tuple(fc.boolean(), hostile, fc.option(hostile)),
        async (one, [isWeekly, name, poolId]) => {
          fc.pre(
            one.plan.shifts.length > 0 &&
              name.trim() !== '' &&
              [...one.names.keys()].every((id) => !id.includes('\r\n')),
          )
          const kind = isWeekly ? ('weekly' as const) : ('dated' as const)
          const made = one.plan.shifts.map((shift) => ({
            ...shift,
            day: isWeekly ? dayOfWeekOfDay(shift.day) : shift.day,
          }))
          const plan = inOrder({ ...one.plan, name, poolId, kind, shifts: made })
          const bytes = await workbookBytes(
            planSheets({
              plan,
              weeks: { firstDate: one.week, weeks: 1 },
              agentName: (id) => one.names.get(id) ?? id,
              pool: null,
              format: english(),
            }),
          )
          const back = await readBack(bytes, 'plan.xlsx', { ...one, plan })
          // A line of a cell ends one way only.
          const withoutIds = ({ shifts: all, ...rest }: Plan) =>
            JSON.stringify({
              ...rest,
              shifts: all.map((shift) => JSON.stringify({ ...shift, id: '' })).toSorted(),
            })
              .replaceAll(String.raw`\\r\\n`, String.raw`\\n`)
              .replaceAll(String.raw`\r\n`, String.raw`\n`)
          expect(withoutIds(back)).toEqual(withoutIds(plan))
        },
      ),
      tries(20, 16),
    )
  })

  it('is the same shifts, as a calendar', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        const span = weeks(one.week)
        const occurrences = shiftOccurrences(one.plan, span)
        const text = planCalendar({
          planId: 'plan',
          plan: one.plan,
          revision: 1,
          agentId: undefined,
          agentName: (id) => one.names.get(id) ?? id,
          distinctName: (id) => `${one.names.get(id) ?? id} (${id})`,
          inactive: {},
          pool: null,
          holidayNames: new Map([[one.week, 'New Year’s Day']]),
          earlier: [],
          now: 0,
          format: english(),
          ...span,
          earlierWeeks: span,
        })
        const plan = await readBack(text, 'shifts.ics', one)
        expect(worked(shiftOccurrences(plan, span))).toEqual(worked(occurrences))
      }),
      tries(40, 13),
    )
  })

  it('changes nothing when it replaces the days that it came from, and is one step where they differ', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.nat({ max: 20 }), async (one, changed) => {
        const occurrences = shiftOccurrences(one.plan, weeks(one.week))
        fc.pre(occurrences.length > 0)
        const text = shiftsCsv({
          occurrences,
          timeZone: one.plan.timeZone,
          agentName: (id) => one.names.get(id) ?? id,
          pool: null,
          format: english(),
        })
        const { shifts: made } = await readBack(text, 'shifts.csv', one)
        const first = parseLocalDate(one.week)
        const options = {
          shifts: made,
          first,
          last: first + 6,
          label: 'Import roster',
          newId: () => crypto.randomUUID(),
        }
        const stored = { ...one.plan, shifts: made }
        expect(replaceDays(stored, options)).toBeNull()
        const gone = made[changed % made.length]!
        const step = replaceDays({ ...stored, shifts: made.filter((shift) => shift !== gone) }, options)
        expect(step?.removed).toEqual([])
        expect(step?.added).toEqual([{ ...gone, id: expect.any(String) as string }])
      }),
      tries(20, 14),
    )
  })

  it('takes the apostrophes off again that keep texts from being formulas, and no other', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          fc.string({
            unit: fc.constantFrom("'", '"', '=', '+', '-', '@', ';', '\t', '\r', '\n', ' ', 'a', '＝'),
            maxLength: 8,
          }),
        ),
        (text) => {
          const cell = toCsv([text], []).slice(0, -2)
          const written = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
          expect(harmfulAgain(written)).toBe(text)
        },
      ),
      tries(1000, 15),
    )
  })
})
