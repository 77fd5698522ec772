import type { WeekHours } from '../../../../shared/plan/staffing/week-hours.ts'
import { cityOf } from '../../../format/zone-names.ts'
import type { BoardRow } from './board/board-rows.ts'
import { hoursText } from './panel/panel-figures.ts'

/** What stands under each name: "38 h", "38 h · Berlin time", and of open shifts "3 · 12 h". */
export function rowDetails(rows: readonly BoardRow[], hours: WeekHours): ReadonlyMap<string | null, string> {
  return new Map(
    rows.map(({ agentId, timeZone }) => {
      if (agentId === null) return [null, hours.openShifts === 0 ? 'nobody yet' : `${hours.openShifts} · ${hoursText(hours.openMinutes / 60)} h`]
      const own = hours.byAgent.get(agentId)
      return [agentId, [...(own === undefined ? [] : [`${hoursText(own.workedMinutes / 60)} h`]), ...(timeZone === null ? [] : [`${cityOf(timeZone)} time`])].join(' · ')]
    }),
  )
}
