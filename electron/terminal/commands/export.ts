import { Option, type Command } from 'commander'
import { type CsvStyle, inCsvStyle, PLAIN_CSV } from '../../../shared/foundation/csv-style.ts'
import { PAPERS, USUAL_PAPERS } from '../../../shared/contract/print-page.ts'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { weeksOfDated } from '../../../shared/plan/occurrences.ts'
import { compareTableText } from '../../backend/compare/compare-csv.ts'
import type { CompareCsvTable } from '../../backend/compare/inputs.ts'
import type { CsvTable } from '../../backend/coverage/inputs.ts'
import { BYTE_ORDER_MARK } from '../../backend/core/csv.ts'
import type { PrintRequest } from '../../backend/core/host-capabilities.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import { firstWeekOf, plannedAgent } from '../../backend/exports/export-subject.ts'
import type { PlanTextKind } from '../../backend/exports/inputs.ts'
import type { CommandContext } from '../context.ts'
import { countPages } from '../count-pages.ts'
import type { Formatter, TerminalTexts } from '../format.ts'
import { usage, valueOption } from '../options.ts'
import { assertWritable, writeOutFile } from '../out-file.ts'
import { assumingOption } from '../read-assumptions.ts'
import { type CompareRequest, weeksToCompare, weekToCompare } from '../read-compare.ts'
import { type CoverageRequest, resolveRange } from '../read-coverage.ts'
import {
  addSubject,
  assumingPlan,
  languageOf,
  rangeOf,
  showWritten,
  writeText,
  type ExportOptions,
  type MakeText,
} from './export-options.ts'
import { addHandOutCommands } from './export-hand-out.ts'

const PLAN_TABLES = {
  shifts: { of: 'plan', kind: 'shifts' },
  hours: { of: 'plan', kind: 'hours' },
  slots: { of: 'plan', kind: 'slots' },
  compare: { of: 'published', table: 'hours' },
  adherence: { of: 'published', table: 'adherence' },
  'adherence-slots': { of: 'published', table: 'adherence-slots' },
} as const satisfies Record<
  string,
  { readonly of: 'plan'; readonly kind: PlanTextKind } | { readonly of: 'published'; readonly table: CompareCsvTable }
>
const COVERAGE_TABLES = {
  daily: 'daily',
  hourly: 'hourly',
  days: 'byDay',
  heatmap: 'heatmap',
} as const satisfies Record<string, CsvTable>

/** `covercast export`: plans and coverage reports as files. */
export function addExportCommands(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const { exporting: t } = texts
  const command = program.command('export').description(t.description)
  const pdf = command.command('pdf').description(t.pdf)
  addSubject(pdf, { hasRange: true, hasWeeks: true, isAssuming: true, texts })
    .addOption(new Option('--only <part>', t.only).choices(['roster', 'people']))
    .option('--compare', t.compare)
    .addOption(new Option('--paper <paper>', t.paper).choices(PAPERS).default('a4'))
    .action((options: ExportOptions) => exportPdf(options, context))
  const csv = command.command('csv').description(t.csv)
  addSubject(csv, { hasRange: true, hasWeeks: true, isAssuming: true, texts })
    .option('--table <table>', t.table)
    .option('--weighted', t.weighted)
    .addOption(valueOption('--separator <sign>', t.separator, { parse: parseSeparator, texts }))
    .addOption(new Option('--decimal <sign>', t.decimal).choices(['.', ',']))
    .action((options: ExportOptions) => exportCsv(options, context))
  const ics = command.command('ics').description(t.ics)
  addSubject(ics, { hasRange: false, hasWeeks: true, isAssuming: true, texts }).action((options: ExportOptions) =>
    exportCalendar(options, context),
  )
  addHandOutCommands(command, context)
}

async function exportPdf(options: ExportOptions, context: CommandContext): Promise<void> {
  const range = rangeOf(options, context)
  const { format } = context
  const write = { overwrite: options.overwrite === true, texts: format.texts }
  refuseMixed(options, format.texts)
  assertWritable(options.out, write)
  let subject: PrintSubject | undefined
  await context.run(options, async (call) => {
    if (range !== null) subject = await coverageToPrint(call, range, format)
    else if (options.compare === true) subject = await comparisonToPrint(call, options, format)
    else subject = await planToPrint(call, options, context)
  })
  const { page, plan } = subject!
  // The data folder is free again: the page's own backend reads it.
  const pdf = await context.printPage({
    dataDir: options.dataDir ?? null,
    page: {
      ...page,
      paper: options.paper,
      ...languageOf(options, context),
      until: options.now ?? null,
      ask: false,
    } as PrintRequest['page'],
    plan,
  })
  const bytes = await writeOutFile(options.out, pdf, write)
  showWritten(options, context, { bytes, pages: countPages(pdf) })
}

async function exportCsv(options: ExportOptions, context: CommandContext): Promise<void> {
  const range = rangeOf(options, context)
  const style = { ...PLAIN_CSV, ...styleOf(options) }
  const make = range === null ? planCsv(options, context) : coverageCsv(options, range, context.format)
  await writeText(options, context, async (call) => {
    const { text, agentsOnline } = await make(call)
    return { text: BYTE_ORDER_MARK + inCsvStyle(text, style), agentsOnline }
  })
}

function styleOf({ separator, decimal }: ExportOptions): Partial<CsvStyle> {
  return { ...(separator === undefined ? {} : { separator }), ...(decimal === undefined ? {} : { decimal }) }
}

function parseSeparator(value: string, { exporting: t }: TerminalTexts): CsvStyle['separator'] {
  if (value === ',' || value === ';') return value
  if (value === 'tab' || value === '\t') return '\t'
  throw usage(t.separatorProblem({ value }), t.separatorForm)
}

/** What is printed, without how: paper, language and the present are the same options for all. */
interface PrintSubject extends Pick<PrintRequest, 'plan'> {
  readonly page: WithoutForm<PrintRequest['page']>
}
type WithoutForm<Page> = Page extends unknown ? Omit<Page, 'paper' | 'language' | 'texts' | 'until' | 'ask'> : never

async function coverageToPrint(call: AppCaller, range: CoverageRequest, { texts }: Formatter): Promise<PrintSubject> {
  const { organizationId: _, ...input } = (await resolveRange(call, range, texts)).input
  return { page: { kind: 'coverage', ...input }, plan: null }
}

/** The plan with its figures, or with --only its roster alone. */
async function planToPrint(
  call: AppCaller,
  options: ExportOptions,
  { clock, format }: CommandContext,
): Promise<PrintSubject> {
  const { workspaceId, plan: choice, assumptions } = await assumingPlan(call, options, format)
  const [planId, given] = choice.kind === 'given' ? [null, choice.plan] : [choice.id, null]
  const plan = planId === null ? given : (await call.plans.get({ workspaceId, planId })).plan
  const first = (): string => options.week ?? firstWeekOf(plan, options.now ?? clock())
  if (options.only === undefined)
    return { page: { kind: 'plan', workspaceId, planId, week: first(), assumptions }, plan: given }
  const span = plan.kind === 'dated' && options.week === undefined ? weeksOfDated(plan) : null
  const agents = options.agent === undefined ? [] : await call.agents.list({ workspaceId })
  return {
    page: {
      kind: 'roster',
      workspaceId,
      planId,
      week: span?.firstDate ?? first(),
      weeks: options.weeks ?? Math.min(span?.weeks ?? 1, LIMITS.exportWeeks),
      form: options.only === 'people' ? 'people' : 'team',
      agentId: options.agent === undefined ? null : plannedAgent(options.agent, agents, plan),
    },
    plan: given,
  }
}

/** Throws 'usage' for options that do not go together. */
function refuseMixed(options: ExportOptions, { exporting: t }: TerminalTexts): void {
  const { only, agent, weeks, paper } = options
  const assuming = only === undefined && options.compare !== true ? undefined : assumingOption(options)
  if (assuming !== undefined) throw usage(t.notAssuming({ option: assuming }), t.leaveOut)
  if (only !== 'people' && agent !== undefined) throw usage(t.agentAlone, t.addPeople)
  if (only === undefined && weeks !== undefined) throw usage(t.weeksAlone, t.addOnly)
  if (only === undefined && !USUAL_PAPERS.some((one) => one === paper))
    throw usage(t.paperProblem({ paper }), t.paperNext({ papers: USUAL_PAPERS.join(', ') }))
}

async function comparisonToPrint(call: AppCaller, options: ExportOptions, format: Formatter): Promise<PrintSubject> {
  const { workspaceId, publicationId, week } = await weekToCompare(call, publishedOf(options), format)
  return { page: { kind: 'compare', workspaceId, publicationId, week }, plan: null }
}

/** Throws 'usage' before any work is done. */
function planCsv(options: ExportOptions, context: CommandContext): MakeText {
  const { format } = context
  const { exporting: t } = format.texts
  const table = tableOf(options, { tables: PLAN_TABLES, usual: 'shifts', of: 'plan', t })
  const ofShifts = (['weeks', 'agent'] as const).find((name) => options[name] !== undefined)
  const isOfShifts = table.of === 'plan' && table.kind === 'shifts'
  if (ofShifts !== undefined && !isOfShifts)
    throw usage(t.shiftsOnly({ option: `--${ofShifts}`, table: options.table ?? '' }), t.tableShifts)
  const assuming = table.of === 'published' ? assumingOption(options) : undefined
  if (assuming !== undefined) throw usage(t.notAssuming({ option: assuming }), t.leaveOut)
  if (table.of === 'published')
    return async (call) => ({ text: await compareCsv(call, options, { table: table.table, format }) })
  return async (call) => ({ text: await planText(call, options, { kind: table.kind, context }) })
}

function coverageCsv(options: ExportOptions, range: CoverageRequest, { texts }: Formatter): MakeText {
  const table = tableOf(options, { tables: COVERAGE_TABLES, usual: 'daily', of: 'range', t: texts.exporting })
  return async (call) =>
    call.coverage.csv({
      ...(await resolveRange(call, range, texts)).input,
      table,
      weighted: options.weighted === true,
    })
}

async function exportCalendar(options: ExportOptions, context: CommandContext): Promise<void> {
  rangeOf(options, context)
  await writeText(options, context, async (call) => ({
    text: await planText(call, options, { kind: 'calendar', context }),
  }))
}

async function planText(
  call: AppCaller,
  options: ExportOptions,
  { kind, context }: { readonly kind: PlanTextKind; readonly context: CommandContext },
): Promise<string> {
  const { week = null, weeks = null, agent = null, now = null } = options
  const plan = await assumingPlan(call, options, context.format)
  const made = await call.exports.plan({ ...plan, ...languageOf(options, context), kind, week, weeks, agent, now })
  return made.text
}

/** Every week that was asked for, the oldest first. */
async function compareCsv(
  call: AppCaller,
  options: ExportOptions,
  { table, format }: { readonly table: CompareCsvTable; readonly format: Formatter },
): Promise<string> {
  const { workspaceId, weeks } = await weeksToCompare(call, publishedOf(options), format)
  const details = []
  // One after the other: a computation holds up no other for long.
  for (const { publicationId, week } of weeks.toReversed())
    details.push(await call.compare.week({ workspaceId, publicationId, week, until: options.now ?? null }))
  return compareTableText(details, table)
}

function publishedOf(options: ExportOptions): CompareRequest {
  return {
    workspace: options.workspace ?? null,
    plan: options.plan!,
    week: options.week ?? null,
    now: options.now ?? null,
  }
}

interface TableChoice<Table> {
  readonly tables: Readonly<Record<string, Table>>
  readonly usual: string
  readonly of: 'plan' | 'range'
  readonly t: TerminalTexts['exporting']
}

function tableOf<Table>({ table }: ExportOptions, { tables, usual, of, t }: TableChoice<Table>): Table {
  const found = Object.hasOwn(tables, table ?? usual) ? tables[table ?? usual] : undefined
  if (found !== undefined) return found
  throw usage(t.noTable({ table: table ?? usual, of }), t.giveTable({ tables: Object.keys(tables).join(', ') }))
}
