import fc from 'fast-check'
import { shiftFromDraft, type Plan, type PlanKind, type Shift } from '../../../shared/plan/index.ts'
import { inOrder } from '../../../shared/plan/order.ts'
import { dayOfWeekOfDay, formatLocalDate, parseLocalDate } from '../../../shared/time/local.ts'
import { ALL_ZONES } from '../time/intl-clock.ts'
import { changeDaysOf } from '../coverage/arbitraries.ts'

export const AGENTS = [null, 'ann', 'bob', 'cem'] as const
const FIRST_DAY = parseLocalDate('2023-01-01')
const LAST_DAY = parseLocalDate('2030-12-31')

export interface PlanOfWeek {
  readonly plan: Plan
  readonly firstDate: string
}

/** A zone, and a week that has one of its clock changes inside or at its edges, where it has any. */
function zoneAndWeek(): fc.Arbitrary<{ readonly timeZone: string; readonly firstDate: string }> {
  const zone = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('America/New_York', 'Australia/Lord_Howe', 'Europe/Berlin', 'Africa/Cairo'),
    },
    fc.constantFrom(...ALL_ZONES),
  )
  return fc
    .record({
      timeZone: zone,
      pick: fc.nat(),
      before: fc.integer({ min: 0, max: 7 }),
      day: fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
    })
    .map(({ timeZone, pick, before, day }) => {
      const changes = changeDaysOf(timeZone)
      return {
        timeZone,
        firstDate: formatLocalDate((changes.length > 0 ? changes[pick % changes.length]! : day) - before),
      }
    })
}

/** A plan of either kind with shifts in and around a week; often over a night, often touching one another. */
export function planOfWeek({ maxShifts = 12 }: { readonly maxShifts?: number } = {}): fc.Arbitrary<PlanOfWeek> {
  return zoneAndWeek().chain(({ timeZone, firstDate }) =>
    fc.constantFrom<PlanKind>('weekly', 'dated').chain((kind) =>
      fc.array(shiftArbitrary(kind, parseLocalDate(firstDate)), { maxLength: maxShifts }).map((shifts) => ({
        plan: inOrder({
          name: 'Plan',
          timeZone,
          poolId: null,
          kind,
          shifts: shifts.map((shift, index) => ({ ...shift, id: `s${index}` })),
        }),
        firstDate,
      })),
    ),
  )
}

function shiftArbitrary(kind: PlanKind, firstDay: number): fc.Arbitrary<Shift> {
  return fc
    .record({
      agentId: fc.constantFrom(...AGENTS),
      day: fc.integer({ min: firstDay - 3, max: firstDay + 9 }),
      start: fc.oneof(fc.integer({ min: 0, max: 95 }), fc.constantFrom(0, 4, 8, 9, 10, 12, 88)),
      length: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(1, 2, 4, 8, 32, 96)),
      breaks: fc.array(fc.record({ from: fc.nat(60), length: fc.integer({ min: 1, max: 6 }) }), { maxLength: 2 }),
      note: fc.constantFrom('', 'training', 'öffnet "früh"\n'),
    })
    .map(({ agentId, day, start, length, breaks, note }) =>
      shiftFromDraft(
        {
          agentId,
          day: kind === 'weekly' ? dayOfWeekOfDay(day) : day,
          startMinute: start * 15,
          endMinute: (start + length) * 15,
          breaks: breaks.map((pause) => ({
            startMinute: (start + pause.from) * 15,
            endMinute: (start + pause.from + pause.length) * 15,
          })),
          note,
        },
        { id: 'x', kind },
      ),
    )
}

/** Ids that count up: what a command is given in tests. */
export function countingIds(prefix = 'new'): () => string {
  let count = 0
  return () => `${prefix}-${++count}`
}
