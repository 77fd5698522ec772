import type { z } from 'zod'
import type { PrintPage } from '../../../../shared/contract/print-page.ts'
import { CAPACITY_MONTHS } from '../../../../shared/contract/capacity-question.ts'
import { LIMITS } from '../../../../shared/contract/limits.ts'
import { ASSUMPTION_LIMITS, assumptionSchema } from '../../../../shared/plan/assumptions/assumption-schema.ts'
import { USUAL_RAMP } from '../../../../shared/plan/assumptions/assumption.ts'
import { isOnGrid } from '../../../../shared/plan/grid.ts'
import { isLocalDate } from '../../../../shared/time/local.ts'
import type { ScreenParams } from '../../../app/routing/route.ts'
import { parseSigned } from '../../../kit/number-text.ts'

/** The question about the months to come as its form has it: what is typed, whether it can be taken or not. */
export interface AheadForm {
  readonly months: (typeof CAPACITY_MONTHS)[number]
  /** null: the live plan, else the typical week. */
  readonly planId: string | null
  readonly growth: string
  readonly attrition: string
  /** Empty: the workspace's. */
  readonly target: string
  readonly worth: string
  readonly cost: string
  readonly hires: string
  /** null: the first day of the months. */
  readonly from: string | null
  readonly days: readonly number[]
  readonly start: number
  readonly end: number
  readonly ramp: string
}

type CapacityPage = Extract<PrintPage, { kind: 'capacity' }>
export type AheadQuestion = Pick<
  CapacityPage,
  'plan' | 'months' | 'growth' | 'attrition' | 'hires' | 'target' | 'costPerHour' | 'visitorWorth'
>

export const USUAL_AHEAD: AheadForm = {
  months: 12,
  planId: null,
  growth: '0',
  attrition: '0',
  target: '',
  worth: '',
  cost: '',
  hires: '0',
  from: null,
  days: [1, 2, 3, 4, 5],
  start: 540,
  end: 1020,
  ramp: USUAL_RAMP.join(', '),
}

const { leastGrowth, mostGrowth, mostAttrition, money } = LIMITS.capacity

/** From what to what the fields with numbers may go. */
export const AHEAD_RANGES = {
  growth: { least: leastGrowth, most: mostGrowth },
  attrition: { least: 0, most: mostAttrition },
  target: { least: 0, most: 100 },
  worth: { least: 0, most: money },
  cost: { least: 0, most: money },
  hires: { least: 0, most: ASSUMPTION_LIMITS.hires },
} as const
export type AheadNumber = keyof typeof AHEAD_RANGES

const MAY_BE_EMPTY: ReadonlySet<AheadNumber> = new Set(['target', 'worth', 'cost'])

/** Whether what is typed in a field with a number can be taken. */
export function isNumberOf(field: AheadNumber, form: AheadForm): boolean {
  const value = numberOf(form[field])
  if (value === null) return MAY_BE_EMPTY.has(field)
  const { least, most } = AHEAD_RANGES[field]
  return value >= least && value <= most && (field !== 'hires' || Number.isInteger(value))
}

/** The question that a form asks; null: something in it cannot be taken. `firstDate`: of the months. */
export function questionOf(form: AheadForm, firstDate: string): AheadQuestion | null {
  if (!(Object.keys(AHEAD_RANGES) as AheadNumber[]).every((field) => isNumberOf(field, form))) return null
  const count = numberOf(form.hires)!
  const hires = count === 0 ? null : hiresOf(form, { count, firstDate })
  if (hires !== null && !hires.success) return null
  return {
    months: form.months,
    plan: form.planId === null ? null : { kind: 'stored', id: form.planId },
    growth: numberOf(form.growth)!,
    attrition: numberOf(form.attrition)!,
    hires: hires === null || hires.data.kind !== 'hires' ? [] : [hires.data],
    target: numberOf(form.target),
    costPerHour: numberOf(form.cost),
    visitorWorth: numberOf(form.worth),
  }
}

function hiresOf(
  { from, days, start, end, ramp }: AheadForm,
  { count, firstDate }: { readonly count: number; readonly firstDate: string },
): z.ZodSafeParseResult<z.output<typeof assumptionSchema>> {
  const hours = { startMinute: start, endMinute: end > start ? end : end + 1440 }
  return assumptionSchema.safeParse({
    id: 'hires',
    kind: 'hires',
    count,
    from: from ?? firstDate,
    days,
    hours,
    ramp: numbersOf(ramp),
  })
}

/** Whether what is typed are shares by week. */
export function isRampOf({ ramp }: AheadForm): boolean {
  const values = numbersOf(ramp)
  return (
    values.length > 0 &&
    values.length <= ASSUMPTION_LIMITS.rampWeeks &&
    values.every((value) => value >= 0 && value <= 100)
  )
}

const TEXTS = ['growth', 'attrition', 'target', 'worth', 'cost', 'hires', 'ramp'] as const

/** How the form is written into an address: what is as usual is left out. */
export function formatAhead(form: AheadForm): ScreenParams {
  const { months, planId, from, days, start, end } = form
  const usual = USUAL_AHEAD
  return {
    ...(months === usual.months ? {} : { months: String(months) }),
    ...(planId === null ? {} : { plan: planId }),
    ...(from === null ? {} : { hired: from }),
    ...(days.join('') === usual.days.join('') ? {} : { weekdays: days.join('') }),
    ...(start === usual.start && end === usual.end ? {} : { hours: `${start}-${end}` }),
    ...Object.fromEntries(TEXTS.flatMap((name) => (form[name] === usual[name] ? [] : [[name, form[name]]]))),
  }
}

export function parseAhead(params: ScreenParams): AheadForm {
  const { months, plan, hired, weekdays, hours } = params
  const [start, end] = (/^\d{1,4}-\d{1,4}$/u.test(hours ?? '') ? hours! : '').split('-').map(Number)
  const areHours = start !== undefined && end !== undefined && isOnGrid(start) && isOnGrid(end)
  return {
    months: CAPACITY_MONTHS.find((one) => String(one) === months) ?? USUAL_AHEAD.months,
    planId: plan ?? null,
    from: hired !== undefined && isLocalDate(hired) ? hired : null,
    days: weekdays !== undefined && /^[0-6]{0,7}$/u.test(weekdays) ? weekdays.split('').map(Number) : USUAL_AHEAD.days,
    start: areHours ? start % 1440 : USUAL_AHEAD.start,
    end: areHours ? end % 1440 : USUAL_AHEAD.end,
    ...(Object.fromEntries(TEXTS.map((name) => [name, params[name] ?? USUAL_AHEAD[name]])) as Pick<
      AheadForm,
      (typeof TEXTS)[number]
    >),
  }
}

/** A number with its sign; null: the field is empty; NaN: it is none. */
function numberOf(text: string): number | null {
  return text.trim().replace(/\s*%$/u, '') === '' ? null : parseSigned(text)
}

function numbersOf(text: string): readonly number[] {
  return text
    .trim()
    .split(/[\s;,]+/u)
    .filter((part) => part !== '')
    .map((part) => numberOf(part) ?? Number.NaN)
}
