import { readFile, stat } from 'node:fs/promises'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { ReadOptions } from '../../../shared/roster/roster.ts'
import { type PackedFile, zipFiles } from '../handout/zip-files.ts'
import { workbookBytes, type WorkbookSheet } from '../exports/workbook.ts'
import { type PlanSurroundings, planWarnings } from '../plans/plan-warnings.ts'
import { tablesOf } from '../rosters/open-file.ts'
import { readRosterFile } from '../rosters/read-roster.ts'
import { reportRoster, type ReportOptions, type RosterReport } from '../rosters/roster-report.ts'
import { tooLarge } from '../rosters/roster-failures.ts'
import { type AgentFile, type AgentFileOptions, readAgentFile } from '../agent-files/read-agent-file.ts'
import type { Remote } from './worker-channel.ts'

export type RosterThread = Remote<ReturnType<typeof createRosterThread>['functions']>

export interface RosterRequest extends Omit<ReadOptions, 'timeZone'>, ReportOptions {
  /** Path of the file. */
  readonly file: string
  /** null: the first sheet that holds a roster. */
  readonly sheet: string | null
  /** null: that of the plan file or workbook, else of the file. */
  readonly planName: string | null
  /** false: a file of Covercast's own is read in its own time zone. */
  readonly isZoneChosen: boolean
  readonly surroundings: PlanSurroundings
}

interface AgentFileRequest extends AgentFileOptions {
  /** Path of the file. */
  readonly file: string
  /** As the user knows it. */
  readonly name: string
}

export interface RosterAnswer {
  readonly report: RosterReport
  /** The plan as JSON: large ones cross threads as text. */
  readonly plan: string
  readonly warnings: readonly string[]
}

const MEGABYTE = 1024 ** 2

/** The thread that reads what people bring, files that nobody has looked at yet, and writes workbooks. It ends with each. */
export function createRosterThread() {
  return {
    functions: {
      /** Throws 'invalid-input' that says what is wrong with the file. */
      async read({ file, planName, surroundings, ...options }: RosterRequest): Promise<RosterAnswer> {
        const content = await readRosterFile(await bytesOf(file), options.name, options)
        const ownName = content.kind === 'plan' ? content.plan.name : (content.own?.name ?? null)
        const name = planName ?? ownName ?? options.name
        const { report, plan } = reportRoster(content, { ...options, name })
        return { report, plan: JSON.stringify(plan), warnings: planWarnings(plan, surroundings) }
      },
      /** Time off or availability of a table. Throws as `read`. */
      readAgentFile: async ({ file, name, ...options }: AgentFileRequest): Promise<AgentFile> =>
        readAgentFile(await tablesOf(await bytesOf(file), name), options),
      /** An Excel workbook: a large one takes seconds. */
      zip: (files: readonly PackedFile[]): Uint8Array => zipFiles(files),
      writeWorkbook: (sheets: readonly WorkbookSheet[]): Promise<Uint8Array> => workbookBytes(sheets),
    },
    close: () => undefined,
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const { size } = await stat(file)
  if (size > LIMITS.rosterFileBytes)
    throw tooLarge(`The file has ${Math.ceil(size / MEGABYTE)} MB`, `${LIMITS.rosterFileBytes / MEGABYTE} MB`)
  return readFile(file)
}
