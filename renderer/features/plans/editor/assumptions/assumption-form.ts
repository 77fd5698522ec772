import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { ASSUMPTION_LIMITS, assumptionSchema } from '../../../../../shared/plan/assumptions/assumption-schema.ts'
import {
  ALWAYS,
  type AssumedTime,
  type Assumption,
  type NewAssumption,
  USUAL_RAMP,
} from '../../../../../shared/plan/assumptions/assumption.ts'
import { isOnGrid } from '../../../../../shared/plan/grid.ts'
import type { TimeRange } from '../../../../../shared/plan/plan.ts'
import { parseSigned } from '../../../../kit/number-text.ts'

export const ASSUMPTION_KINDS = [
  'demand',
  'visitors',
  'absence',
  'shrinkage',
  'hires',
  'handling',
  'availability',
] as const satisfies readonly Assumption['kind'][]

export type WhenKind = 'always' | 'dates' | 'days'

/** An assumption as its form has it: what is typed, whether it can be taken or not. */
export interface AssumptionForm {
  readonly kind: Assumption['kind']
  /** Percent or points. */
  readonly change: string
  readonly visitors: string
  readonly ramp: string
  /** null: all. */
  readonly poolId: string | null
  readonly agentId: string | null
  readonly count: number
  readonly when: WhenKind
  readonly from: string | null
  readonly to: string | null
  readonly days: readonly number[]
  /** null: whole days. */
  readonly hours: TimeRange | null
}

/** What the parts of the form are given. */
export interface FormPartProps {
  readonly form: AssumptionForm
  readonly set: (patch: Partial<AssumptionForm>) => void
}

/** Working hours, as what a part of a day begins with. */
const OFFICE_HOURS: TimeRange = { startMinute: 540, endMinute: 1020 }
const WEEKDAYS = [1, 2, 3, 4, 5]

export const USUAL_PART: TimeRange = { startMinute: 600, endMinute: 720 }

/** What a new assumption begins with in a week, about an agent where one is known. */
export function newForm(firstDate: string, agentId: string | null): AssumptionForm {
  return {
    kind: 'demand',
    change: '20',
    visitors: '',
    ramp: USUAL_RAMP.join(', '),
    poolId: null,
    agentId,
    count: 1,
    when: 'always',
    from: firstDate,
    to: firstDate,
    days: WEEKDAYS,
    hours: null,
  }
}

/** The form of another kind: nobody is absent always, and hires have hours. */
export function formOfKind(form: AssumptionForm, kind: Assumption['kind']): AssumptionForm {
  const isOfTime = kind === 'absence' || kind === 'shrinkage'
  return {
    ...form,
    kind,
    change: kind === 'availability' ? '-5' : kind === 'handling' ? '10' : '20',
    when: isOfTime ? 'dates' : 'always',
    hours: kind === 'hires' ? OFFICE_HOURS : kind === 'shrinkage' ? USUAL_PART : null,
  }
}

/** The form of an assumption that is changed. */
export function formOf(assumption: Assumption, firstDate: string): AssumptionForm {
  const form = formOfKind(newForm(firstDate, null), assumption.kind)
  switch (assumption.kind) {
    case 'demand':
      return {
        ...form,
        change: String(assumption.percent),
        poolId: assumption.poolId,
        ...whenOf(assumption.time, form),
      }
    case 'visitors':
      return { ...form, visitors: assumption.visitors.join(' '), poolId: assumption.poolId, from: assumption.date }
    case 'absence':
      return { ...form, agentId: assumption.agentId, ...whenOf(assumption.time, form) }
    case 'shrinkage':
      return { ...form, agentId: assumption.agentIds?.[0] ?? null, ...whenOf(assumption.time, form) }
    case 'hires': {
      const { count, from, days, hours, ramp } = assumption
      return { ...form, count, from, days, hours, ramp: ramp.join(', ') }
    }
    case 'handling':
      return { ...form, change: String(assumption.percent) }
    case 'availability':
      return { ...form, change: String(assumption.points) }
  }
}

/** The assumption that a form makes; null: something in it cannot be taken. */
export function assumptionOf(form: AssumptionForm): NewAssumption | null {
  const isOfTime = form.kind === 'demand' || form.kind === 'absence' || form.kind === 'shrinkage'
  // A date that is half written would be no limit at all.
  if (isOfTime && form.when === 'dates' && (form.from === null || form.to === null)) return null
  const made = madeOf(form)
  return made !== null && assumptionSchema.safeParse({ ...made, id: 'any' }).success ? made : null
}

function madeOf(form: AssumptionForm): NewAssumption | null {
  const { kind, poolId, agentId, from, count, days, hours } = form
  switch (kind) {
    case 'demand':
      return { kind, percent: parseSigned(form.change), poolId, time: timeOf(form) }
    case 'visitors':
      return from === null ? null : { kind, date: from, visitors: numbersOf(form.visitors), poolId }
    case 'absence':
      return agentId === null ? null : { kind, agentId, time: timeOf(form) }
    case 'shrinkage':
      return { kind, agentIds: agentId === null ? null : [agentId], time: timeOf(form) }
    case 'hires':
      return from === null || hours === null ? null : { kind, count, from, days, hours, ramp: numbersOf(form.ramp) }
    case 'handling':
      return { kind, percent: parseSigned(form.change) }
    case 'availability':
      return { kind, points: parseSigned(form.change) }
  }
}

/** From what to what a change may go. */
export function changeRange(kind: Assumption['kind']): { readonly least: number; readonly most: number } {
  const { leastDemand, leastHandling, mostPercent } = ASSUMPTION_LIMITS
  if (kind === 'availability') return { least: -100, most: 100 }
  return { least: kind === 'handling' ? leastHandling : leastDemand, most: mostPercent }
}

/** Whether the change that is typed can be taken. */
export function isChange({ kind, change }: AssumptionForm): boolean {
  const { least, most } = changeRange(kind)
  const value = parseSigned(change)
  return value >= least && value <= most
}

/** Whether what is typed are the visitors of a day or of its hours. */
export function areVisitors({ visitors }: AssumptionForm): boolean {
  const values = numbersOf(visitors)
  return (values.length === 1 || values.length === 24) && values.every((value) => value >= 0)
}

/** Whether what is typed are shares by week. */
export function isRamp({ ramp }: AssumptionForm): boolean {
  const values = numbersOf(ramp)
  return (
    values.length > 0 &&
    values.length <= ASSUMPTION_LIMITS.rampWeeks &&
    values.every((value) => value >= 0 && value <= 100)
  )
}

/** An end that is not after its start is on the next day. */
export function hoursAt(startMinute: number, end: number): TimeRange {
  const endOfDay = end % DAY_MINUTES
  return { startMinute, endMinute: endOfDay > startMinute ? endOfDay : endOfDay + DAY_MINUTES }
}

/** Whether hours are on quarters of an hour. */
export function areOnGrid({ startMinute, endMinute }: TimeRange): boolean {
  return isOnGrid(startMinute) && isOnGrid(endMinute)
}

function timeOf({ when, from, to, days, hours }: AssumptionForm): AssumedTime {
  return {
    ...ALWAYS,
    ...(when === 'dates' ? { from, to } : {}),
    ...(when === 'days' ? { days } : {}),
    hours,
  }
}

function whenOf({ from, to, days, hours }: AssumedTime, form: AssumptionForm): Partial<AssumptionForm> {
  return {
    when: days !== null ? 'days' : from !== null || to !== null ? 'dates' : 'always',
    from: from ?? form.from,
    to: to ?? form.to,
    days: days ?? form.days,
    hours,
  }
}

/** Numbers with blanks, semicolons, tabs or commas between, as they are pasted from a spreadsheet too. */
function numbersOf(text: string): readonly number[] {
  return text
    .trim()
    .split(/[\s;,]+/u)
    .filter((part) => part !== '')
    .map((part) => (/^\d+(?:\.\d+)?$/u.test(part) ? Number(part) : Number.NaN))
}
