import { readFile, stat } from 'node:fs/promises'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { ReadOptions } from '../../../shared/roster/roster.ts'
import { type PlanSurroundings, planWarnings } from '../plans/plan-warnings.ts'
import { readRosterFile } from '../rosters/read-roster.ts'
import { reportRoster, type ReportOptions, type RosterReport } from '../rosters/roster-report.ts'
import { tooLarge } from '../rosters/roster-failures.ts'
import type { Remote } from './worker-channel.ts'

export type RosterThread = Remote<ReturnType<typeof createRosterThread>['functions']>

export interface RosterRequest extends Omit<ReadOptions, 'timeZone'>, ReportOptions {
  /** Path of the file. */
  readonly file: string
  /** null: the first sheet that holds a roster. */
  readonly sheet: string | null
  /** null: the plan file's, else that of the file. */
  readonly planName: string | null
  readonly surroundings: PlanSurroundings
}

export interface RosterAnswer {
  readonly report: RosterReport
  /** The plan as JSON: large ones cross threads as text. */
  readonly plan: string
  readonly warnings: readonly string[]
}

const MEGABYTE = 1024 ** 2

/** The thread that reads what people bring: files that nobody has looked at yet. It ends with each. */
export function createRosterThread() {
  return {
    functions: {
      /** Throws 'invalid-input' that says what is wrong with the file. */
      async read({ file, planName, surroundings, ...options }: RosterRequest): Promise<RosterAnswer> {
        const { size } = await stat(file)
        if (size > LIMITS.rosterFileBytes)
          throw tooLarge(`The file has ${Math.ceil(size / MEGABYTE)} MB`, `${LIMITS.rosterFileBytes / MEGABYTE} MB`)
        const content = await readRosterFile(await readFile(file), options.name, options)
        const name = planName ?? (content.kind === 'plan' ? content.plan.name : options.name)
        const { report, plan } = reportRoster(content, { ...options, name })
        return { report, plan: JSON.stringify(plan), warnings: planWarnings(plan, surroundings) }
      },
    },
    close: () => undefined,
  }
}
