import { performance } from 'node:perf_hooks'
import { applyStep } from '../../shared/plan/apply-step.ts'
import { moveShifts } from '../../shared/plan/edits/edit-shifts.ts'
import type { Plan, Shift } from '../../shared/plan/plan.ts'
import { checkWeeks, type RuleReport } from '../../shared/plan/rules/check-rules.ts'
import { applyPack, packById } from '../../shared/plan/rules/packs/packs.ts'
import { NO_PLAN_RULES, type Rules } from '../../shared/plan/rules/rules.ts'
import { parseLocalDate } from '../../shared/time/local.ts'
import { atMostMs, ms, type BenchTable } from './table.ts'
import { quantile } from './trace-events.ts'

const AGENTS = 300
const WEEKS = 26
const SHIFTS_A_WEEK = 5
const FIRST_DATE = '2026-09-07'
const WARM_UP = 10
const EDITS = 300
const WHOLE = 5
const FRAME_MS = 16

/** A plan of half a year held against a country's rules: an edit with its check, beside everything anew. Side by side, in one process. */
export async function benchRules(): Promise<readonly BenchTable[]> {
  const rules = strictRules()
  let plan = longPlan()
  const check = (previous: readonly RuleReport[] | null): readonly RuleReport[] =>
    checkWeeks(plan, { rules, firstDate: FIRST_DATE, weeks: WEEKS, previous })
  const whole: number[] = []
  let reports = check(null)
  for (let run = 0; run < WHOLE; run++) whole.push(timed(() => (reports = check(null))))
  const edits: number[] = []
  const ofProcessor: number[] = []
  const checks: number[] = []
  let ids = 0
  for (let edit = 0; edit < WARM_UP + EDITS; edit++) {
    const shift = plan.shifts[(edit * 7919) % plan.shifts.length]!
    const before = process.cpuUsage()
    const edited = timed(() => {
      const step = moveShifts(plan, { ids: [shift.id], minutes: 15 }, () => `new ${(ids += 1)}`)!
      plan = applyStep(plan, step)
    })
    const checked = timed(() => (reports = check(reports)))
    if (edit < WARM_UP) continue
    const { user, system } = process.cpuUsage(before)
    edits.push(edited + checked)
    ofProcessor.push((user + system) / 1_000)
    checks.push(checked)
  }
  // Before and after, not between: no edit of the app has the garbage of a whole check to collect.
  for (let run = 0; run < WHOLE; run++) whole.push(timed(() => check(null)))
  const [again, anew] = [quantile(checks, 0.5), quantile(whole, 0.5)]
  const violations = reports.reduce((sum, report) => sum + report.violations.length, 0)
  return [
    {
      title: `Rules of ${AGENTS} agents over ${WEEKS} weeks (${plan.shifts.length} shifts), every week checked with each edit`,
      rows: [
        { what: 'everything anew, median', value: ms(anew) },
        {
          what: 'every week after an edit, median',
          value: ms(again),
          ratio: `${(again / anew).toFixed(3)}x`,
          goal: { text: '<= 0.1x', limit: 0.1, actual: again / anew },
        },
        { what: 'every week after an edit, 95th percentile', value: ms(quantile(checks, 0.95)) },
        { what: 'the edit and its check, median', value: ms(quantile(edits, 0.5)) },
        {
          what: 'the edit and its check, 95th percentile',
          value: ms(quantile(edits, 0.95)),
          goal: atMostMs(FRAME_MS, quantile(edits, 0.95)),
        },
        { what: 'of it processor time, all threads, 95th percentile', value: ms(quantile(ofProcessor, 0.95)) },
      ],
      notes: [`${violations} violations.`],
    },
  ]
}

function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** The German pack, limits of every kind besides, and two at the desk. */
function strictRules(): Rules {
  const pack = applyPack(NO_PLAN_RULES, packById('de-arbzg')!)
  return {
    plan: {
      ...pack,
      limits: { ...pack.limits, maxHoursPerWeek: 45, maxConsecutiveDays: 6, maxWeekendsInRow: 3, maxShiftHours: 10 },
      minimumStaff: [1, 2, 3, 4, 5].map((dayOfWeek) => ({
        poolId: null,
        dayOfWeek,
        startMinute: 540,
        endMinute: 1080,
        people: 40,
      })),
    },
    agents: Object.fromEntries(Array.from({ length: AGENTS }, (_, agent) => [agentId(agent), {}])),
  }
}

function agentId(agent: number): string {
  return `agent-${String(agent).padStart(3, '0')}`
}

function longPlan(): Plan {
  const shifts: Shift[] = []
  for (let week = 0; week < WEEKS; week++) {
    for (let agent = 0; agent < AGENTS; agent++) {
      for (let turn = 0; turn < SHIFTS_A_WEEK; turn++) {
        const startMinute = 360 + 15 * ((agent * 5 + turn * 3 + week) % 48)
        shifts.push({
          id: `${week}-${agent}-${turn}`,
          agentId: agentId(agent),
          day: parseLocalDate(FIRST_DATE) + 7 * week + ((turn + agent) % 7),
          startMinute,
          endMinute: startMinute + 510,
          breaks: [{ startMinute: startMinute + 240, endMinute: startMinute + 270 }],
          note: '',
        })
      }
    }
  }
  return { name: 'Half a year', timeZone: 'Europe/Berlin', poolId: null, kind: 'dated', shifts }
}
