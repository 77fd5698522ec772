import type { SyncOutput } from '../../shared/contract/command-output.ts'
import { dataProblemText } from '../../shared/coverage/data-problem-text.ts'
import type { DataProblem } from '../../shared/coverage/types.ts'
import type { Formatter } from './format.ts'
import { onOneLine } from './terminal.ts'

/** What a sync did. */
export function describeSync(output: SyncOutput, format: Formatter): string {
  const { sync: t } = format.texts
  return [
    t.done({
      workspace: onOneLine(output.workspace),
      dates: format.dateRange(output.from, output.to),
      visitors: format.visitors(output.visitors),
      time: format.elapsed(output.durationMs),
    }),
    ...output.changedDays.map((day) => describeChange(day, format)),
    ...output.dataProblems.map((problem) => t.note({ note: dataProblemText(problem as DataProblem, format) })),
  ].join('\n')
}

function describeChange(day: SyncOutput['changedDays'][number], format: Formatter): string {
  const { sync: t } = format.texts
  const visits = day.after.visitors - day.before.visitors
  const covered = day.after.covered - day.before.covered
  const changes = [
    visits === 0 ? null : visits > 0 ? t.moreVisits({ count: visits }) : t.fewerVisits({ count: -visits }),
    covered === 0
      ? null
      : covered > 0
        ? t.moreCovered({ count: format.count(covered) })
        : t.fewerCovered({ count: format.count(-covered) }),
  ].filter((part) => part !== null)
  const facts = {
    date: format.date(day.date),
    changes: changes.length === 0 ? t.sessionsDiffer : changes.join(', '),
  }
  return day.kept ? t.dayChangedKept(facts) : t.dayChanged(facts)
}
