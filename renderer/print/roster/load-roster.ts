import type { PrintPage } from '../../../shared/contract/print-page.ts'
import { handedShifts, workedHours, noteText } from '../../../shared/handout/handed-shift.ts'
import { breaksText, dayText, timesText } from '../../../shared/handout/shift-text.ts'
import { inactiveOf } from '../../../shared/plan/inactive-agents.ts'
import { addDays } from '../../../shared/time/local.ts'
import { cityOf } from '../../../shared/time/zone-city.ts'
import type { RpcClient } from '../../app/rpc/procedures.ts'
import type { Formatter } from '../../format/formatter.ts'
import { givenPlan } from '../given-plan.ts'
import { isReport, orReport } from '../or-report.ts'
import { rosterOfWeek, type Roster } from '../../app/roster/roster-model.ts'

type RosterPage = Extract<PrintPage, { kind: 'roster' }>

interface PersonSheet {
  readonly id: string
  readonly name: string
  readonly weeks: readonly {
    readonly dates: string
    readonly hours: string
    readonly rows: readonly (readonly string[])[]
  }[]
}

export interface RosterPrint {
  /** Of the file and of the tab. */
  readonly title: string
  readonly planName: string
  /** null: all pools. */
  readonly pool: string | null
  readonly dates: string
  readonly city: string
  /** A table a week; null: it is a page a person. */
  readonly weeks: readonly { readonly dates: string; readonly roster: Roster }[] | null
  readonly people: readonly PersonSheet[]
}

/** Reads a plan, and makes of it what hangs on the wall. */
export async function loadRoster(page: RosterPage, client: RpcClient, format: Formatter): Promise<RosterPrint> {
  const { workspaceId, week, weeks, form, agentId } = page
  const [plan, agents, timeOff, overview] = await Promise.all([
    page.planId === null
      ? givenPlan()
      : client.plans.get.query({ workspaceId, planId: page.planId }).then((stored) => stored.plan),
    client.agents.list.query({ workspaceId }),
    client.timeOff.list.query({ workspaceId }),
    orReport(client.workspace.overview.query({ workspaceId })),
  ])
  const { timeZone, poolId } = plan
  const inactive = inactiveOf(agents)
  const names = new Map(agents.map(({ id, name }) => [id, name]))
  const firsts = Array.from({ length: weeks }, (_, index) => addDays(week, 7 * index))
  const datesOf = (first: string): string => format.dateRange(first, addDays(first, 6))
  const dates = format.dateRange(week, addDays(week, 7 * weeks - 1))
  const { paper } = format.texts
  const title = form === 'team' ? `${plan.name}, ${dates}` : paper.byPerson({ plan: plan.name, dates })
  const pools = isReport(overview) ? [] : overview.pools
  const common = {
    title,
    planName: plan.name,
    pool: poolId === null ? null : (pools.find(({ id }) => id === poolId)?.name ?? poolId),
    dates,
    city: cityOf(timeZone),
  }
  if (form === 'team') {
    return {
      ...common,
      weeks: firsts.map((first) => ({
        dates: datesOf(first),
        roster: rosterOfWeek(plan, { firstDate: first, agents, timeOff }, format),
      })),
      people: [],
    }
  }
  const planId = page.planId ?? ''
  const shifts = handedShifts(plan, { planId, inactive, firstDate: week, weeks })
  const byAgent = Map.groupBy(shifts, (shift) => shift.agentId)
  const options = { timeZone, isPattern: false }
  const people = [...byAgent.keys()]
    .filter((id) => id !== null && (agentId === null || id === agentId))
    .map((id): PersonSheet => ({
      id: id!,
      name: names.get(id!) ?? id!,
      weeks: firsts.map((first) => {
        const own = byAgent.get(id)!.filter(({ date }) => date >= first && date < addDays(first, 7))
        return {
          dates: datesOf(first),
          hours: paper.hoursSum({ hours: format.hours(workedHours(own)) }),
          rows: own.map((shift) => [
            dayText(shift, options, format),
            timesText(shift, timeZone, format),
            breaksText(shift, timeZone, format),
            paper.hoursSum({ hours: format.hours(workedHours([shift])) }),
            noteText(shift),
          ]),
        }
      }),
    }))
  return {
    ...common,
    weeks: null,
    people: people.toSorted((one, other) => one.name.localeCompare(other.name, format.locale)),
  }
}
