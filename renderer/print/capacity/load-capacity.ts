import { type CapacityFootnote, capacitySources } from '../../../shared/contract/capacity-sources.ts'
import type { CapacityOutput } from '../../../shared/contract/capacity-output.ts'
import type { PrintPage } from '../../../shared/contract/print-page.ts'
import { monthText } from '../../../shared/language/month-text.ts'
import { cityOf } from '../../../shared/time/zone-city.ts'
import type { RpcClient } from '../../app/rpc/procedures.ts'
import { poolName } from '../../app/pools/pool-choice.ts'
import type { Formatter } from '../../format/formatter.ts'
import { givenPlan } from '../given-plan.ts'
import type { Fact } from '../sheet.tsx'

type CapacityPage = Extract<PrintPage, { kind: 'capacity' }>

export interface CapacityPrint {
  readonly title: string
  /** Of the file and of the tab. */
  readonly fileTitle: string
  readonly facts: readonly Fact[]
  readonly output: CapacityOutput
  readonly sources: readonly CapacityFootnote[]
}

/** Reads the months to come as their screen does. */
export async function loadCapacity(page: CapacityPage, client: RpcClient, format: Formatter): Promise<CapacityPrint> {
  const { workspaceId, plan, months, growth, attrition, hires, target, costPerHour, visitorWorth, timeZone } = page
  const [overview, { output }] = await Promise.all([
    client.workspace.overview.query({ workspaceId }),
    client.capacity.months.query({
      workspaceId,
      plan: plan?.kind === 'given' ? { kind: 'given', plan: givenPlan() } : plan,
      months,
      growth,
      attrition,
      hires,
      target,
      costPerHour,
      visitorWorth,
      timeZone,
      until: page.until,
    }),
  ])
  const { ahead: t, paper } = format.texts
  const organization = overview.organization ?? overview.workspace.name
  const title = output.hires === null ? t.titleMonths({ count: months }) : t.titleHires({ count: output.hires.count })
  const [first, last] = [output.months[0]!.month, output.months.at(-1)!.month]
  const { poolId } = output.plan
  return {
    title,
    fileTitle: t.fileTitle({ title, organization }),
    facts: [
      [paper.organization, organization],
      [paper.pool, poolName(poolId === null ? { kind: 'all' } : { kind: 'pool', id: poolId }, overview, format)],
      [t.planned, output.plan.kind === 'typical' ? t.typicalWeek : output.plan.name],
      [t.monthsFact, t.fromTo({ from: monthText(first, format), to: monthText(last, format) })],
      [paper.timeZone, paper.zone({ city: cityOf(output.range.timeZone), zone: output.range.timeZone })],
      ...(overview.now === null
        ? []
        : [[paper.asOf, format.instant(Date.parse(overview.now), output.range.timeZone)] as const]),
    ],
    output,
    sources: capacitySources(output, hires, format),
  }
}
