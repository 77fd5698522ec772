import type { z } from 'zod'
import type { KnownDayClass } from '../../../shared/predict/forecast/known-days.ts'
import { knownDaysOf } from '../../../shared/predict/forecast/mark-days.ts'
import type { BackendContext } from '../core/context.ts'
import { observedBefore, workspaceById } from '../workspaces/workspace-by-id.ts'
import { calendarsFor } from './calendars.ts'
import type { datesInput } from './inputs.ts'

/** Of no interest to who only looks at dates: they would stand at every second one. */
const QUIET_CLASSES: ReadonlySet<KnownDayClass> = new Set(['around', 'observance'])

/** The dates of a range that are known not to be usual, by what they are called: holidays, events, outages. */
export async function namedDates(context: BackendContext, { workspaceId, from, to }: z.output<typeof datesInput>) {
  const work = context.data.work()
  const workspace = await workspaceById(work, workspaceId)
  const [marks, calendars] = await Promise.all([
    work.listMarks(workspaceId),
    calendarsFor(context, workspace.settings.holidayCalendars, [from, to]),
  ])
  const shared = calendars.map(({ holidays }) => ({ weight: 1, holidays }))
  return knownDaysOf({ calendars: shared, marks, observedBefore: observedBefore(workspace, context) }, { from, to })
    .filter((day) => !QUIET_CLASSES.has(day.class))
    .map(({ date, name, class: ofDay }) => ({
      date,
      class: ofDay,
      /** null: a mark without a note. */ name: name === date ? null : name,
    }))
}

/** The names of each date, for a file. */
export function namesByDate(dates: Awaited<ReturnType<typeof namedDates>>): ReadonlyMap<string, string> {
  return new Map(
    [...Map.groupBy(dates, ({ date }) => date)].map(([date, named]) => [
      date,
      named.map(({ name, class: ofDay }) => name ?? ofDay).join('; '),
    ]),
  )
}
