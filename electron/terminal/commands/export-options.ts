import { Option, type Command } from 'commander'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { Paper } from '../../../shared/contract/print-page.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import type { CommandContext } from '../context.ts'
import { parseCount, parseDate, usage, type GlobalOptions } from '../options.ts'
import { assertWritable, writeOutFile } from '../out-file.ts'
import type { CoverageRequest } from '../read-coverage.ts'
import { readPlanChoice } from '../read-plan.ts'
import { resolvePlan, resolveWorkspace } from '../resolve.ts'
import { createPrinter } from '../terminal.ts'

/** What the commands that write files are given. */
export interface ExportOptions extends GlobalOptions {
  readonly plan?: string
  readonly compare?: boolean
  readonly week?: string
  readonly weeks?: number
  readonly agent?: string
  readonly from?: string
  readonly to?: string
  readonly table?: string
  readonly only?: 'roster' | 'people'
  readonly since?: string
  readonly paper: Paper
  readonly out: string
  readonly overwrite?: boolean
}

interface SubjectOptions {
  readonly hasRange: boolean
  readonly hasWeeks: boolean
  readonly hasAgent?: boolean
  readonly out?: string
}

/** Adds what such a file is of, and where it goes. */
export function addSubject(
  command: Command,
  { hasRange, hasWeeks, hasAgent = hasWeeks, out = 'file to write' }: SubjectOptions,
): Command {
  command.option('--plan <file|id>', 'a plan file, or the id or name of a stored plan')
  command.addOption(
    new Option(
      '--week <date>',
      "local date on which the plan's week begins (default: a dated plan's first, else the next Monday)",
    ).argParser(parseDate),
  )
  if (hasWeeks) {
    command.addOption(
      new Option(
        '--weeks <n>',
        `how many weeks, 1-${LIMITS.exportWeeks} (default: all of a dated plan, else 1)`,
      ).argParser(parseWeeks),
    )
  }
  if (hasAgent) command.option('--agent <id|name>', 'only the shifts of this agent')
  if (hasRange) {
    command.addOption(new Option('--from <date>', 'first local date of a coverage report').argParser(parseDate))
    command.addOption(new Option('--to <date>', 'last local date of a coverage report').argParser(parseDate))
  }
  return command.requiredOption('--out <file>', out).option('--overwrite', 'replace the file if it is there')
}

/** What was written. */
export function showWritten(
  options: ExportOptions,
  context: CommandContext,
  made: { readonly bytes: number; readonly pages?: number; readonly agentsOnline?: 'sessions' | 'present' | undefined },
): void {
  const format = context.format
  const pages = made.pages === undefined ? '' : `${format.count(made.pages)} ${made.pages === 1 ? 'page' : 'pages'}, `
  createPrinter(context.terminal, options.json === true).result(
    { file: options.out, ...made },
    () =>
      `${options.out} is written: ${pages}${format.bytes(made.bytes)}.${made.agentsOnline === 'present' ? ' Agents online are counted without the time in which they were away.' : ''}`,
  )
}

/** null: it is about a plan. Throws 'usage' where it is about neither or both. */
export function rangeOf(options: ExportOptions, { clock }: CommandContext): CoverageRequest | null {
  const isRange = options.from !== undefined || options.to !== undefined
  if (isRange === (options.plan !== undefined)) {
    throw usage(
      isRange ? 'Both a plan and a range of dates were given.' : 'Nothing was named to be written.',
      'Give --plan FILE or ID, or, for the coverage of a range, --from and --to.',
    )
  }
  if (!isRange) return null
  const ofPlan = (['compare', 'only', 'week', 'weeks', 'agent'] as const).find((name) => options[name] !== undefined)
  if (ofPlan !== undefined)
    throw usage(
      `--${ofPlan} says something of a plan, and this is the coverage of a range.`,
      'Leave it out, or give --plan.',
    )
  if (options.from !== undefined && options.to !== undefined && options.to < options.from)
    throw usage('--to is before --from.', 'Give --to a date that is not before --from.')
  return {
    workspace: options.workspace ?? null,
    from: options.from ?? null,
    to: options.to ?? null,
    timeZone: options.timeZone ?? null,
    now: options.now ?? clock(),
    poolId: options.pool === 'none' ? null : options.pool,
    organizationId: options.org ?? null,
    countryFilter: null,
  }
}

/** The workspace and the plan that are named. Throws 'usage', 'not-found' or 'conflict'. */
export async function resolvedPlan(call: AppCaller, options: ExportOptions) {
  const plan = readPlanChoice(options.plan!)
  const { id: workspaceId } = await resolveWorkspace(call, options.workspace ?? null)
  return {
    workspaceId,
    plan: plan.kind === 'given' ? plan : { ...plan, id: (await resolvePlan(call, { workspaceId, plan: plan.id })).id },
  }
}

function parseWeeks(value: string): number {
  const weeks = parseCount(value)
  if (weeks >= 1 && weeks <= LIMITS.exportWeeks) return weeks
  throw usage(`${weeks} weeks do not fit into one file.`, `Give --weeks 1 to ${LIMITS.exportWeeks}.`)
}

/** In which language and with which conventions such a file is written. */
export function languageOf(
  { lang }: ExportOptions,
  { terminal }: CommandContext,
): { readonly language: string; readonly texts: NonNullable<ExportOptions['lang']> | null } {
  return { language: terminal.locale, texts: lang ?? null }
}

interface MadeText {
  readonly text: string
  /** What its agents online are counted from; absent: it has none, or is of a plan. */
  readonly agentsOnline?: 'sessions' | 'present' | undefined
}

export type MakeText = (call: AppCaller) => Promise<MadeText>

/** Makes a text, writes it into the file that was named and says so. Fails before the work where the file could not be written. */
export async function writeText(options: ExportOptions, context: CommandContext, make: MakeText): Promise<void> {
  const overwrite = options.overwrite === true
  assertWritable(options.out, { overwrite })
  await context.run(options, async (call) => {
    const { text, agentsOnline } = await make(call)
    const bytes = await writeOutFile(options.out, text, { overwrite })
    showWritten(options, context, { bytes, ...(agentsOnline === undefined ? {} : { agentsOnline }) })
  })
}
