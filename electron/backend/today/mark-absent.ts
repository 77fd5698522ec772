import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { DAY_MINUTES, DAY_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { GRID_MINUTES } from '../../../shared/plan/plan.ts'
import { localDateOf, parseLocalDate } from '../../../shared/time/local.ts'
import { offsetAt } from '../../../shared/time/zone.ts'
import { listAgents } from '../agents/use-cases.ts'
import type { BackendContext } from '../core/context.ts'
import { absentMark } from './absent-mark.ts'
import type { gapInput } from './inputs.ts'
import { today, WHOLE_DAY } from './use-cases.ts'

/**
 * Enters an agent as ill: the whole day, or from now on where the shift has begun and they were there. By the clock of the zone where the
 * agent lives, as all time off. null: nothing of theirs is left today. Returns what `timeOff.remove` takes back.
 */
export async function markAbsent(context: BackendContext, { workspaceId, agentId }: z.output<typeof gapInput>) {
  const { agents, figures, timeZone: usual } = await today(context, { ...WHOLE_DAY, workspaceId })
  const now = context.clock()
  const found = agents.find((agent) => agent.agentId === agentId)
  if (found === undefined || found.shift === null || Date.parse(found.shift.end) <= now) return null
  const { timeZone = null } = (await listAgents(context, workspaceId)).find(({ id }) => id === agentId)?.rules ?? {}
  const zone = timeZone ?? usual
  const [start, end] = [Date.parse(found.shift.start), Date.parse(found.shift.end)]
  const wasThere = start < now && (found.wasHere || found.onlineSince !== null)
  const date = localDateOf(wasThere ? now : start, zone)
  const minuteOf = (instant: number): number =>
    (instant + offsetAt(instant, zone) - parseLocalDate(date) * DAY_MS) / MINUTE_MS
  const startMinute = wasThere ? GRID_MINUTES * Math.floor(minuteOf(now) / GRID_MINUTES) : 0
  const endMinute = Math.max(DAY_MINUTES, GRID_MINUTES * Math.ceil(minuteOf(end) / GRID_MINUTES))
  const id = `${absentMark(figures.date)}${randomUUID()}`
  await context.data.work().saveTimeOff(workspaceId, [
    {
      id,
      agentId,
      kind: 'ill',
      from: date,
      to: date,
      part: startMinute === 0 && endMinute === DAY_MINUTES ? null : { startMinute, endMinute },
      note: '',
    },
  ])
  return { id }
}
