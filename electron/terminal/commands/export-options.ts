import type { Command } from 'commander'
import type { CsvStyle } from '../../../shared/foundation/csv-style.ts'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { Paper } from '../../../shared/contract/print-page.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import type { CommandContext } from '../context.ts'
import type { Formatter, TerminalTexts } from '../format.ts'
import { parseCount, parseDate, usage, valueOption, type GlobalOptions } from '../options.ts'
import { assertWritable, writeOutFile } from '../out-file.ts'
import type { CoverageRequest } from '../read-coverage.ts'
import {
  addAssumptionOptions,
  assumingOption,
  type AssumptionOptions,
  assumptionsOf,
  withAgentIds,
} from '../read-assumptions.ts'
import { readPlanChoice } from '../read-plan.ts'
import { resolveChoice, resolveWorkspace } from '../resolve.ts'
import { createPrinter } from '../terminal.ts'

/** What the commands that write files are given. */
export interface ExportOptions extends GlobalOptions, AssumptionOptions {
  readonly plan?: string
  readonly compare?: boolean
  readonly week?: string
  readonly weeks?: number
  readonly agent?: string
  readonly from?: string
  readonly to?: string
  readonly table?: string
  readonly pageClass?: string
  readonly weighted?: boolean
  readonly separator?: CsvStyle['separator']
  readonly decimal?: CsvStyle['decimal']
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
  /** Whether it has figures that assumptions change, or names them. */
  readonly isAssuming?: boolean
  /** What `--out` is, where it is not a file alone. */
  readonly out?: string
  readonly texts: TerminalTexts
}

/** Adds what such a file is of, and where it goes. */
export function addSubject(
  command: Command,
  { hasRange, hasWeeks, hasAgent = hasWeeks, isAssuming = false, out, texts }: SubjectOptions,
): Command {
  const { exporting: t, options: usual } = texts
  const date = { parse: parseDate, texts }
  command.option('--plan <file|id>', usual.storedPlan)
  command.addOption(valueOption('--week <date>', t.week, date))
  if (hasWeeks) {
    const description = t.weeks({ most: String(LIMITS.exportWeeks) })
    command.addOption(valueOption('--weeks <n>', description, { parse: parseWeeks, texts }))
  }
  if (hasAgent) command.option('--agent <id|name>', t.agent)
  if (hasRange) {
    command.addOption(valueOption('--from <date>', t.from, date))
    command.addOption(valueOption('--to <date>', t.to, date))
    command.option('--page-class <name>', t.pageClass)
  }
  if (isAssuming) addAssumptionOptions(command, texts)
  return command.requiredOption('--out <file>', out ?? usual.out).option('--overwrite', usual.overwrite)
}

/** What was written. */
export function showWritten(
  options: ExportOptions,
  context: CommandContext,
  made: { readonly bytes: number; readonly pages?: number; readonly agentsOnline?: 'sessions' | 'present' | undefined },
): void {
  const { bytes, texts } = context.format
  const facts = { file: options.out, size: bytes(made.bytes) }
  createPrinter(context.terminal, options.json === true).result({ file: options.out, ...made }, () =>
    [
      made.pages === undefined ? texts.files.written(facts) : texts.files.writtenPages({ ...facts, count: made.pages }),
      ...(made.agentsOnline === 'present' ? [texts.exporting.agentsPresent] : []),
    ].join(' '),
  )
}

/** null: it is about a plan. Throws 'usage' where it is about neither or both. */
export function rangeOf(options: ExportOptions, { clock, format }: CommandContext): CoverageRequest | null {
  const { exporting: t, options: usual } = format.texts
  const isRange = options.from !== undefined || options.to !== undefined
  if (isRange === (options.plan !== undefined)) {
    throw usage(isRange ? t.both : t.neither, t.planOrRange)
  }
  if (!isRange) {
    const ofRange = (['page-class', 'weighted'] as const).find(
      (name) => options[name === 'weighted' ? name : 'pageClass'] !== undefined,
    )
    if (ofRange !== undefined) throw usage(t.ofRange({ option: `--${ofRange}` }), t.planOrRange)
    return null
  }
  const ofPlan = (['compare', 'only', 'week', 'weeks', 'agent'] as const).find((name) => options[name] !== undefined)
  const option = ofPlan === undefined ? assumingOption(options) : `--${ofPlan}`
  if (option !== undefined) throw usage(t.ofPlan({ option }), t.leaveOutOrPlan)
  if (options.from !== undefined && options.to !== undefined && options.to < options.from)
    throw usage(usual.toBeforeFrom, usual.toNotBefore)
  return {
    workspace: options.workspace ?? null,
    from: options.from ?? null,
    to: options.to ?? null,
    timeZone: options.timeZone ?? null,
    now: options.now ?? clock(),
    poolId: options.pool === 'none' ? null : options.pool,
    organizationId: options.org ?? null,
    countryFilter: null,
    pageClass: options.pageClass === 'none' ? null : options.pageClass,
  }
}

/** The workspace and the plan that are named. Throws 'usage', 'not-found' or 'conflict'. */
export async function resolvedPlan(call: AppCaller, options: ExportOptions, { texts }: Formatter) {
  const plan = readPlanChoice(options.plan!, texts)
  const { id: workspaceId } = await resolveWorkspace(call, options.workspace ?? null, texts)
  return { workspaceId, plan: await resolveChoice(call, { workspaceId, choice: plan }, texts) }
}

/** The same with what the options assume besides. */
export async function assumingPlan(call: AppCaller, options: ExportOptions, format: Formatter) {
  const { texts } = format
  const { workspaceId, plan } = await resolvedPlan(call, options, format)
  const kept = texts.exporting.nothingWritten
  const assumptions = await withAgentIds(call, assumptionsOf(options), { workspaceId, plan, kept, texts })
  return { workspaceId, plan, assumptions }
}

function parseWeeks(value: string, texts: TerminalTexts): number {
  const { exporting: t } = texts
  const weeks = parseCount(value, texts)
  if (weeks >= 1 && weeks <= LIMITS.exportWeeks) return weeks
  throw usage(t.weeksProblem({ count: String(weeks) }), t.weeksRange({ most: String(LIMITS.exportWeeks) }))
}

/** In which language and with which conventions such a file is written. */
export function languageOf(
  { lang }: GlobalOptions,
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
  const write = { overwrite: options.overwrite === true, texts: context.format.texts }
  assertWritable(options.out, write)
  await context.run(options, async (call) => {
    const { text, agentsOnline } = await make(call)
    const bytes = await writeOutFile(options.out, text, write)
    showWritten(options, context, { bytes, ...(agentsOnline === undefined ? {} : { agentsOnline }) })
  })
}
