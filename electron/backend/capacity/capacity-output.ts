import type { z } from 'zod'
import type { CapacityOutput } from '../../../shared/contract/capacity-output.ts'
import { coveragePercent } from '../../../shared/foundation/rate.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { hiringCase } from '../../../shared/predict/capacity/hiring-case.ts'
import type { MonthCapacity } from '../../../shared/predict/capacity/month-capacity.ts'
import type { Band } from '../../../shared/predict/types.ts'
import type { CapacityReport } from './compute.ts'
import type { capacityInput } from './inputs.ts'

type Asked = Pick<z.output<typeof capacityInput>, 'growth' | 'attrition' | 'hires' | 'costPerHour' | 'visitorWorth'>

interface CapacitySubject extends Asked {
  readonly timeZone: string
  /** 0-100. */
  readonly target: number
  readonly planKind: CapacityOutput['plan']['kind']
  readonly recent: CountedWeeks | null
}

/** What was counted from a date to another, both inside. */
export interface CountedWeeks {
  readonly from: string
  readonly to: string
  /** Share of that time of which it is known what happened, 0-1. */
  readonly knownShare: number
  readonly visitors: number
  readonly covered: number
}

/** Months to come as they are printed. Where nobody is expected coverage is 100, as in every report. */
export function capacityOutput(report: CapacityReport, subject: CapacitySubject): CapacityOutput {
  const { costPerHour, visitorWorth, hires } = subject
  const months = report.months.map((month) => monthOutput(month, subject))
  const total = (of: (month: (typeof months)[number]) => number): number =>
    months.reduce((sum, month) => sum + of(month), 0)
  const [visitors, covered] = [total((month) => month.visitors), total((month) => month.covered)]
  return {
    recent: recentOutput(subject),
    months,
    total: {
      visitors,
      covered,
      missed: total(({ missed }) => missed),
      coverageRate: rateOf(visitors, covered),
      lost: visitorWorth === null ? null : total(({ lost }) => lost!),
      cost: costPerHour === null ? null : total(({ cost }) => cost!),
    },
    hires: hires.length === 0 ? null : hiresOutput(report, subject),
    range: { from: report.months[0]!.of.from, to: report.months.at(-1)!.of.to, timeZone: subject.timeZone },
    assumed: {
      growth: subject.growth,
      attrition: subject.attrition,
      target: subject.target,
      costPerHour,
      visitorWorth,
    },
    plan: planOutput(report.plan, subject.planKind),
    unknownAgents: [...report.unknownAgents],
  }
}

function recentOutput({ recent, visitorWorth }: CapacitySubject): CapacityOutput['recent'] {
  if (recent === null) return null
  const missed = recent.visitors - recent.covered
  return {
    ...recent,
    missed,
    coverageRate: rateOf(recent.visitors, recent.covered),
    lost: visitorWorth === null ? null : missed * visitorWorth,
  }
}

function planOutput({ name, timeZone, poolId }: Plan, kind: CapacityOutput['plan']['kind']): CapacityOutput['plan'] {
  return { kind, name, timeZone, poolId }
}

function monthOutput(
  {
    of,
    predictedWeeks,
    season,
    visitors,
    covered,
    band,
    coveredWithout,
    hours,
    hoursPerAgent,
  }: CapacityReport['months'][number],
  { costPerHour, visitorWorth, hires }: CapacitySubject,
): CapacityOutput['months'][number] {
  const missed = Math.max(0, visitors - covered)
  const ofAll = hours.planned + hours.hired
  // As many hours have to be planned for an hour online as in the plan.
  const needed = hours.online > 0 ? hours.neededOnline * (ofAll / hours.online) : null
  const agentsOf = (agentHours: number | null): number | null =>
    agentHours === null || hoursPerAgent === null || hoursPerAgent <= 0 ? null : agentHours / hoursPerAgent
  return {
    month: of.month,
    days: of.days,
    predictedWeeks: [...predictedWeeks],
    season,
    visitors,
    covered,
    missed,
    coverageRate: rateOf(visitors, covered),
    range: band === null ? null : percentBand(band),
    hours: { planned: hours.planned, hired: hours.hired, online: hours.online, needed },
    agents: { planned: agentsOf(ofAll), needed: agentsOf(needed) },
    gained: hires.length === 0 ? null : covered - coveredWithout,
    lost: visitorWorth === null ? null : missed * visitorWorth,
    cost: costPerHour === null ? null : (hours.planned + hours.hiredPaid) * costPerHour,
  }
}

function hiresOutput(
  { months, before }: CapacityReport,
  { hires, costPerHour, visitorWorth }: CapacitySubject,
): CapacityOutput['hires'] {
  const broughtBy = ({
    covered,
    coveredWithout,
    hours,
  }: Pick<MonthCapacity, 'covered' | 'coveredWithout' | 'hours'>) => ({
    gained: covered - coveredWithout,
    worth: (covered - coveredWithout) * (visitorWorth ?? 0),
    cost: hours.hiredPaid * (costPerHour ?? 0),
    paidHours: hours.hiredPaid,
  })
  const earlier = before === null ? undefined : broughtBy(before)
  const result = hiringCase(
    months.map((month) => ({ month: month.of.month, ...broughtBy(month) })),
    earlier,
  )
  const isCounted = costPerHour !== null && visitorWorth !== null
  return {
    count: hires.reduce((sum, { count }) => sum + count, 0),
    gained: result.gained,
    worth: visitorWorth === null ? null : result.worth,
    cost: costPerHour === null ? null : result.cost,
    before:
      before === null || earlier === undefined
        ? null
        : {
            from: before.from,
            gained: earlier.gained,
            worth: visitorWorth === null ? null : earlier.worth,
            cost: costPerHour === null ? null : earlier.cost,
          },
    paysFrom: isCounted ? result.paysFrom : null,
    paidBackBy: isCounted ? result.paidBackBy : null,
  }
}

function rateOf(visitors: number, covered: number): number {
  return Math.min(100, coveragePercent({ visitors, covered }, 100))
}

function percentBand({ lower80, upper80, lower95, upper95 }: Band): Band {
  return { lower80: 100 * lower80, upper80: 100 * upper80, lower95: 100 * lower95, upper95: 100 * upper95 }
}
