import type { CountryFilter } from '../../../shared/coverage/types.ts'
import { isTimeZone } from '../../../shared/time/zone.ts'
import { formatPool, parsePool, type PoolChoice } from '../../app/pools/pool-choice.ts'
import { formatPages, parsePages, type PageChoice } from './page-choice.ts'
import { formatRange, parseRange, type RangeChoice, USUAL_RANGE } from '../../app/range/range-choice.ts'
import { formatHours, parseHours, type HoursChoice } from '../../app/staffing-blocks/hours-choice.ts'

export const TABS = ['heatmap', 'hour', 'day'] as const
export type CoverageTab = (typeof TABS)[number]

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
  /** Of which pages. */
  readonly pages: PageChoice
  /** Whether the week is shown by what visitors are worth. */
  readonly byValue: boolean
  readonly tab: CoverageTab
  readonly asTable: boolean
  readonly trendAsTable: boolean
  /** The cell whose dates are shown. */
  readonly cell: CellChoice | null
  /** The hours that are outlined in the heatmap. */
  readonly block: HoursChoice | null
}

export const DEFAULT_VIEW: CoverageView = {
  range: USUAL_RANGE,
  timeZone: null,
  pool: { kind: 'all' },
  countries: null,
  pages: { kind: 'all' },
  byValue: false,
  tab: 'heatmap',
  asTable: false,
  trendAsTable: false,
  cell: null,
  block: null,
}

type Params = Readonly<Record<string, string>>

/** The view that an address asks for; what is missing or makes no sense is as usual. */
export function parseView(params: Params): CoverageView {
  return {
    range: parseRange(params),
    timeZone: params['zone'] !== undefined && isTimeZone(params['zone']) ? params['zone'] : null,
    pool: parsePool(params['pool']),
    countries: parseCountries(params['countries']),
    pages: parsePages(params['pages']),
    byValue: params['value'] === '1',
    tab: TABS.find((tab) => tab === params['tab']) ?? 'heatmap',
    asTable: params['table'] === '1',
    trendAsTable: params['trend'] === 'table',
    cell: parseCell(params['cell']),
    block: parseHours(params['block']),
  }
}

/** What an address says of a view: its dates always, and what else is not as usual. Never nothing, which means "as it was". */
export function formatView(view: CoverageView): Params {
  return {
    ...formatRange(view.range),
    ...(view.timeZone === null ? {} : { zone: view.timeZone }),
    ...formatPool(view.pool),
    ...(view.countries === null ? {} : { countries: formatCountries(view.countries) }),
    ...(view.pages.kind === 'all' ? {} : { pages: formatPages(view.pages) }),
    ...(view.byValue ? { value: '1' } : {}),
    ...(view.tab === 'heatmap' ? {} : { tab: view.tab }),
    ...(view.asTable ? { table: '1' } : {}),
    ...(view.trendAsTable ? { trend: 'table' } : {}),
    ...(view.cell === null ? {} : { cell: `${view.cell.dayOfWeek}-${view.cell.hour}` }),
    ...(view.block === null ? {} : { block: formatHours(view.block) }),
  }
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
