import type { CountryFilter } from '../../../shared/coverage/types.ts'
import { addDays, isLocalDate } from '../../../shared/time/local.ts'
import { isTimeZone } from '../../../shared/time/zone.ts'
import { formatPool, parsePool, type PoolChoice } from '../../workspace/pool-choice.ts'
import { type DateSpan, datesOfNamed, NAMED_RANGES, type NamedRange, type NamedRangeContext } from './named-range.ts'

export const PRESET_DAYS = [7, 14, 30, 90] as const
export const TABS = ['heatmap', 'hour', 'day'] as const
export type CoverageTab = (typeof TABS)[number]

/** Which dates: the last so many up to today, a stretch that has a name, or two chosen ones. */
export type RangeChoice =
  | { readonly kind: 'last'; readonly days: number }
  | { readonly kind: 'named'; readonly name: NamedRange }
  | { readonly kind: 'dates'; readonly from: string; readonly to: string }

/** A day of the week (0 = Sunday) and hour. */
export interface CellChoice {
  readonly dayOfWeek: number
  readonly hour: number
}

/** Everything the coverage screen is set to; kept in the address and per workspace. */
export interface CoverageView {
  readonly range: RangeChoice
  /** null: the workspace's. */
  readonly timeZone: string | null
  readonly pool: PoolChoice
  /** null: the organization's own rule. */
  readonly countries: CountryFilter | null
  readonly tab: CoverageTab
  readonly asTable: boolean
  readonly trendAsTable: boolean
  /** The cell whose dates are shown. */
  readonly cell: CellChoice | null
}

export const DEFAULT_VIEW: CoverageView = {
  range: { kind: 'last', days: 30 },
  timeZone: null,
  pool: { kind: 'all' },
  countries: null,
  tab: 'heatmap',
  asTable: false,
  trendAsTable: false,
  cell: null,
}

type Params = Readonly<Record<string, string>>

/** The view that an address asks for; what is missing or makes no sense is as usual. */
export function parseView(params: Params): CoverageView {
  return {
    range: parseRange(params),
    timeZone: params['zone'] !== undefined && isTimeZone(params['zone']) ? params['zone'] : null,
    pool: parsePool(params['pool']),
    countries: parseCountries(params['countries']),
    tab: TABS.find((tab) => tab === params['tab']) ?? 'heatmap',
    asTable: params['table'] === '1',
    trendAsTable: params['trend'] === 'table',
    cell: parseCell(params['cell']),
  }
}

/** What an address says of a view: its dates always, and what else is not as usual. Never nothing, which means "as it was". */
export function formatView(view: CoverageView): Params {
  return {
    ...formatRange(view.range),
    ...(view.timeZone === null ? {} : { zone: view.timeZone }),
    ...formatPool(view.pool),
    ...(view.countries === null ? {} : { countries: formatCountries(view.countries) }),
    ...(view.tab === 'heatmap' ? {} : { tab: view.tab }),
    ...(view.asTable ? { table: '1' } : {}),
    ...(view.trendAsTable ? { trend: 'table' } : {}),
    ...(view.cell === null ? {} : { cell: `${view.cell.dayOfWeek}-${view.cell.hour}` }),
  }
}

/** The local dates of a choice, both inside. */
export function datesOf(range: RangeChoice, context: NamedRangeContext): DateSpan {
  switch (range.kind) {
    case 'dates':
      return { from: range.from, to: range.to }
    case 'last':
      return { from: addDays(context.today, 1 - range.days), to: context.today }
    case 'named':
      return datesOfNamed(range.name, context)
  }
}

function parseRange(params: Params): RangeChoice {
  const { from, to } = params
  if (from !== undefined && to !== undefined && isLocalDate(from) && isLocalDate(to) && from <= to) return { kind: 'dates', from, to }
  const name = NAMED_RANGES.find((one) => one === params['range'])
  if (name !== undefined) return { kind: 'named', name }
  const days = Number(params['days'])
  return PRESET_DAYS.some((preset) => preset === days) ? { kind: 'last', days } : DEFAULT_VIEW.range
}

function formatRange(range: RangeChoice): Params {
  if (range.kind === 'dates') return { from: range.from, to: range.to }
  return range.kind === 'named' ? { range: range.name } : { days: String(range.days) }
}

function parseCountries(text: string | undefined): CountryFilter | null {
  const match = /^(not|only):([A-Za-z0-9,]*)$/.exec(text ?? '')
  if (!match) return text === 'all' ? { mode: 'blocklist', countries: [] } : null
  const countries = match[2]!.split(',').filter((code) => code !== '')
  return { mode: match[1] === 'only' ? 'allowlist' : 'blocklist', countries }
}

function formatCountries({ mode, countries }: CountryFilter): string {
  if (countries.length === 0) return 'all'
  return `${mode === 'allowlist' ? 'only' : 'not'}:${countries.join(',')}`
}

function parseCell(text: string | undefined): CellChoice | null {
  const match = /^([0-6])-(\d{1,2})$/.exec(text ?? '')
  const hour = Number(match?.[2])
  return match && hour < 24 ? { dayOfWeek: Number(match[1]), hour } : null
}
