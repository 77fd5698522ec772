import type { Formatter } from '../language/formatter.ts'
import { assumptionText } from '../plan/assumptions/assumption-text.ts'
import type { Hires } from '../predict/capacity/month-capacity.ts'
import { monthText } from '../language/month-text.ts'
import type { CapacityOutput, CapacitySource } from './capacity-output.ts'

/** What a figure of the months to come is based on, and where the document has it. */
export interface CapacityFootnote {
  readonly source: CapacitySource
  readonly figures: string[]
  readonly text: string
}

/** The footnotes of the months to come: every figure has one, and what was not asked for has none. */
export function capacitySources(
  { months, assumed, plan, recent, range }: Pick<CapacityOutput, 'months' | 'assumed' | 'plan' | 'recent' | 'range'>,
  hires: readonly Hires[],
  format: Formatter,
): CapacityFootnote[] {
  const { sources: t } = format.texts.capacity
  const { growth, attrition, target, visitorWorth, costPerHour } = assumed
  const name = plan.name === '' ? '-' : plan.name
  const text: Readonly<Record<CapacitySource, string | null>> = {
    recent: recent === null ? null : recentText(recent, format),
    forecast: months.some(({ season }) => season) ? t.forecastWithSeason : t.forecast,
    growth: growth === 0 ? null : t.growth({ percent: percentText(growth, format) }),
    plan: plan.kind === 'typical' ? t.planTypical : (plan.kind === 'live' ? t.planLive : t.planGiven)({ plan: name }),
    attrition: attrition === 0 ? null : t.attrition({ percent: percentText(attrition, format) }),
    hires:
      hires.length === 0
        ? null
        : (hires.some(({ from }) => from < range.from) ? t.hiresBefore : t.hires)({
            hires: hiresText(hires, format),
            date: format.date(range.from),
            month: monthText(months[0]!.month, format),
          }),
    coverage: t.coverage,
    range: t.range,
    needed: t.needed({ target: format.rate(target) }),
    worth: visitorWorth === null ? null : t.worth({ worth: format.money(visitorWorth) }),
    cost: costPerHour === null ? null : t.cost({ cost: format.money(costPerHour) }),
  }
  return (Object.keys(FIGURES) as CapacitySource[]).flatMap((source) => {
    const found = text[source]
    return found === null ? [] : [{ source, figures: [...FIGURES[source]], text: found }]
  })
}

const FIGURES: Readonly<Record<CapacitySource, readonly string[]>> = {
  recent: ['recent'],
  forecast: ['visitors'],
  growth: ['visitors'],
  plan: ['hours.planned', 'agents.planned'],
  attrition: ['hours.planned', 'agents.planned'],
  hires: ['hours.hired', 'gained', 'hires.before'],
  coverage: ['covered', 'missed', 'coverageRate', 'gained', 'hours.online'],
  range: ['range'],
  needed: ['hours.needed', 'agents.needed'],
  worth: ['lost', 'recent.lost', 'hires.worth', 'hires.paysFrom', 'hires.paidBackBy'],
  cost: ['cost', 'hires.cost', 'hires.paysFrom', 'hires.paidBackBy'],
}

function recentText({ from, to, knownShare }: NonNullable<CapacityOutput['recent']>, format: Formatter): string {
  const { sources: t } = format.texts.capacity
  const dates = format.dateRange(from, to)
  return knownShare < 1 ? t.recentPartly({ dates, share: format.rate(100 * knownShare) }) : t.recent({ dates })
}

/** So many groups of hires are named. */
const NAMED_HIRES = 4

function hiresText(hires: readonly Hires[], format: Formatter): string {
  const named = hires.slice(0, NAMED_HIRES).map((one) => assumptionText(one, format))
  const more = hires.length - named.length
  return format.list(more === 0 ? named : [...named, format.texts.capacity.moreHires({ count: more })])
}

function percentText(percent: number, format: Formatter): string {
  return format.texts.assumptions.percent({ percent: new Intl.NumberFormat(format.locale).format(percent) })
}
