import { addDays, isLocalDate } from '../../../shared/time/local.ts'
import { type DateRange, datesOfNamed, NAMED_RANGES, type NamedRange, type NamedRangeContext } from './named-range.ts'

export const PRESET_DAYS = [7, 14, 30, 90] as const

/** Which dates: the last so many up to today, a range that has a name, or two chosen ones. */
export type RangeChoice =
  | { readonly kind: 'last'; readonly days: number }
  | { readonly kind: 'named'; readonly name: NamedRange }
  | { readonly kind: 'dates'; readonly from: string; readonly to: string }

export const USUAL_RANGE: RangeChoice = { kind: 'last', days: 30 }

type Params = Readonly<Record<string, string>>

/** The dates that an address asks for; the last 30 days where it makes no sense. */
export function parseRange(params: Params): RangeChoice {
  const { from, to } = params
  if (from !== undefined && to !== undefined && isLocalDate(from) && isLocalDate(to) && from <= to)
    return { kind: 'dates', from, to }
  const name = NAMED_RANGES.find((one) => one === params['range'])
  if (name !== undefined) return { kind: 'named', name }
  const days = Number(params['days'])
  return PRESET_DAYS.some((preset) => preset === days) ? { kind: 'last', days } : USUAL_RANGE
}

/** What an address says of the dates: never nothing. */
export function formatRange(range: RangeChoice): Params {
  if (range.kind === 'dates') return { from: range.from, to: range.to }
  return range.kind === 'named' ? { range: range.name } : { days: String(range.days) }
}

/** The local dates of a choice, both inside. */
export function rangeDates(range: RangeChoice, context: NamedRangeContext): DateRange {
  switch (range.kind) {
    case 'dates':
      return { from: range.from, to: range.to }
    case 'last':
      return { from: addDays(context.today, 1 - range.days), to: context.today }
    case 'named':
      return datesOfNamed(range.name, context)
  }
}
