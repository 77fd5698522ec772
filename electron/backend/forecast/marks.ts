import { AppError } from '../../../shared/foundation/errors.ts'
import type { MarkOutput } from '../../../shared/contract/mark-output.ts'
import { markOn } from '../../../shared/predict/forecast/mark-days.ts'
import type { SuggestedMark } from '../../../shared/predict/forecast/suggest-marks.ts'
import type { WorkThread } from '../threads/work-thread.ts'

/** Marks a day, in the place of what it was marked as before. */
export async function saveMark(
  work: WorkThread,
  workspaceId: string,
  mark: MarkOutput,
): Promise<{ readonly mark: MarkOutput; readonly replaced: MarkOutput | null }> {
  const before = (await work.listMarks(workspaceId)).find(({ date }) => date === mark.date)
  return {
    mark: await work.saveMark(workspaceId, mark),
    replaced: before ?? null,
  }
}

/** Takes away the mark that begins on a day. Throws 'not-found' where none does. */
export async function removeMark(
  work: WorkThread,
  workspaceId: string,
  date: string,
): Promise<{ readonly removed: MarkOutput }> {
  const marks = await work.listMarks(workspaceId)
  const mark = marks.find((one) => one.date === date)
  if (mark && (await work.removeMark(workspaceId, date))) return { removed: mark }
  // A repetition that counts as usual is one of the mark's days all the same.
  const around = markOn(date, marks, null)
  if (around !== undefined && around.date !== date) {
    throw new AppError({
      code: 'not-found',
      message: `${date} belongs to the mark of ${around.date}, so nothing was removed.`,
      next: `To remove that mark with all its days, give ${around.date}.`,
    })
  }
  throw new AppError({
    code: 'not-found',
    message: `${date} is not marked, so nothing was removed.`,
    next: marks.length === 0 ? 'No day is marked.' : `Marked are: ${marks.map((one) => one.date).join(', ')}.`,
  })
}

/** The days that are marked, the oldest first. */
export async function listMarks(work: WorkThread, workspaceId: string): Promise<readonly MarkOutput[]> {
  return work.listMarks(workspaceId)
}

/** Of the suggestions those that were not refused. */
export async function notRefused(
  work: WorkThread,
  workspaceId: string,
  suggestions: readonly SuggestedMark[],
): Promise<readonly SuggestedMark[]> {
  const refused = new Set(await work.listRefusedSuggestions(workspaceId))
  return suggestions.filter(({ date }) => !refused.has(date))
}
