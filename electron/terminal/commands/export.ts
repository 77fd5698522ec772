import { Option, type Command } from 'commander'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { PAPERS, type Paper } from '../../../shared/contract/print-page.ts'
import type { CompareCsvTable } from '../../backend/services/compare-services.ts'
import type { CoverageTableKind, PlanTextKind, PrintRequest } from '../../backend/services/exports/export-services.ts'
import type { CoverageRequest, Services } from '../../backend/services/services.ts'
import type { CommandContext } from '../context.ts'
import { countPages } from '../count-pages.ts'
import { createFormatter } from '../format.ts'
import { parseCount, parseDate, usage, type GlobalOptions } from '../options.ts'
import { assertWritable, writeOutFile } from '../out-file.ts'
import { readPlanChoice } from '../read-plan.ts'
import { createPrinter } from '../terminal.ts'

interface ExportOptions extends GlobalOptions {
  readonly plan?: string
  readonly compare?: boolean
  readonly week?: string
  readonly weeks?: number
  readonly agent?: string
  readonly from?: string
  readonly to?: string
  readonly table?: string
  readonly paper: Paper
  readonly out: string
  readonly overwrite?: boolean
}

/** Spreadsheets take a file for UTF-8 only where it says so. */
const BYTE_ORDER_MARK = '\uFEFF'
const PLAN_TABLES = {
  shifts: { of: 'plan', kind: 'shifts' },
  hours: { of: 'plan', kind: 'hours' },
  slots: { of: 'plan', kind: 'slots' },
  compare: { of: 'published', table: 'hours' },
  adherence: { of: 'published', table: 'adherence' },
  'adherence-slots': { of: 'published', table: 'adherence-slots' },
} as const satisfies Record<string, { readonly of: 'plan'; readonly kind: PlanTextKind } | { readonly of: 'published'; readonly table: CompareCsvTable }>
const COVERAGE_TABLES = { daily: 'daily', hourly: 'hourly', days: 'byDay', heatmap: 'heatmap' } as const satisfies Record<string, CoverageTableKind>

/** `covercast export pdf|csv|ics`: plans and coverage reports as files. */
export function addExportCommands(program: Command, context: CommandContext): void {
  const command = program.command('export').description('Writes a plan, or the coverage of a range of dates, into a file that others can use.')
  const pdf = command.command('pdf').description('A plan (roster, figures, chart) or a coverage report, to print or to hand on. Needs Chromium, Chrome or Edge.')
  subject(pdf, { hasRange: true, hasWeeks: false })
    .option('--compare', "what was predicted of the published plan's week beside what happened; --week: a date of it (default: the newest that is over)")
    .addOption(new Option('--paper <paper>', 'size of the paper').choices(PAPERS).default('a4'))
    .action((options: ExportOptions) => exportPdf(options, context))
  const csv = command.command('csv').description("A plan's shifts, its predicted coverage or what became of it, or the coverage of a range, for a spreadsheet.")
  subject(csv, { hasRange: true, hasWeeks: true })
    .option('--table <table>', 'of a plan: shifts, hours or slots; of a published plan: compare, adherence or adherence-slots; of a range: daily, hourly, days or heatmap (default: shifts, or daily)')
    .action((options: ExportOptions) => exportCsv(options, context))
  const ics = command.command('ics').description("A plan's shifts for a calendar (iCalendar); reading a newer file in updates them.")
  subject(ics, { hasRange: false, hasWeeks: true }).action((options: ExportOptions) => exportCalendar(options, context))
}

function subject(command: Command, { hasRange, hasWeeks }: { readonly hasRange: boolean; readonly hasWeeks: boolean }): Command {
  command.option('--plan <file|id>', 'a plan file, or the id or name of a stored plan')
  command.addOption(new Option('--week <date>', "local date on which the plan's week begins (default: a dated plan's first, else the next Monday)").argParser(parseDate))
  if (hasWeeks) {
    command.addOption(new Option('--weeks <n>', `how many weeks, 1-${LIMITS.exportWeeks} (default: all of a dated plan, else 1)`).argParser(parseWeeks))
    command.option('--agent <id|name>', 'only the shifts of this agent')
  }
  if (hasRange) {
    command.addOption(new Option('--from <date>', 'first local date of a coverage report').argParser(parseDate))
    command.addOption(new Option('--to <date>', 'last local date of a coverage report').argParser(parseDate))
  }
  return command.requiredOption('--out <file>', 'file to write').option('--overwrite', 'replace the file if it is there')
}

async function exportPdf(options: ExportOptions, context: CommandContext): Promise<void> {
  const range = rangeOf(options)
  assertWritable(options.out, { overwrite: options.overwrite === true })
  let request: PrintRequest | undefined
  await context.run(options, async (services) => {
    if (range !== null) request = await services.coverageToPrint(range)
    else if (options.compare === true) request = await services.compareToPrint(publishedOf(options))
    else request = await services.planToPrint(planOf(options))
  })
  const { page, plan } = request!
  // The data folder is free again: the page's own backend reads it.
  const pdf = await context.printPage({ dataDir: options.dataDir ?? null, page: { ...page, paper: options.paper, language: context.terminal.locale }, plan })
  const bytes = await writeOutFile(options.out, pdf, { overwrite: options.overwrite === true })
  say(options, context, { bytes, pages: countPages(pdf) })
}

async function exportCsv(options: ExportOptions, context: CommandContext): Promise<void> {
  const range = rangeOf(options)
  const text = range === null ? planCsv(options) : coverageCsv(options, range)
  await writeText(options, context, async (services) => BYTE_ORDER_MARK + (await text(services)))
}

type MakeText = (services: Services) => Promise<string>

/** Throws 'usage' before any work is done. */
function planCsv(options: ExportOptions): MakeText {
  const table = tableOf(options, PLAN_TABLES, 'shifts')
  const ofShifts = (['weeks', 'agent'] as const).find((name) => options[name] !== undefined)
  const isOfShifts = table.of === 'plan' && table.kind === 'shifts'
  if (ofShifts !== undefined && !isOfShifts) throw usage(`--${ofShifts} chooses among shifts, and the table "${options.table}" is of whole weeks and everybody.`, 'Leave it out, or choose --table shifts.')
  if (table.of === 'published') return (services) => services.exportCompareCsv({ ...publishedOf(options), table: table.table })
  return async (services) => (await services.exportPlanText({ ...planOf(options), ...spanOf(options), kind: table.kind })).text
}

function coverageCsv(options: ExportOptions, range: CoverageRequest): MakeText {
  const table = tableOf(options, COVERAGE_TABLES, 'daily')
  return async (services) => (await services.exportCoverageCsv({ ...range, table })).text
}

async function exportCalendar(options: ExportOptions, context: CommandContext): Promise<void> {
  rangeOf(options)
  await writeText(options, context, async (services) => (await services.exportPlanText({ ...planOf(options), ...spanOf(options), kind: 'calendar' })).text)
}

async function writeText(options: ExportOptions, context: CommandContext, make: MakeText): Promise<void> {
  const overwrite = options.overwrite === true
  assertWritable(options.out, { overwrite })
  await context.run(options, async (services) => {
    const bytes = await writeOutFile(options.out, await make(services), { overwrite })
    say(options, context, { bytes })
  })
}

function say(options: ExportOptions, context: CommandContext, made: { readonly bytes: number; readonly pages?: number }): void {
  const format = createFormatter(context.terminal.locale)
  const pages = made.pages === undefined ? '' : `${format.count(made.pages)} ${made.pages === 1 ? 'page' : 'pages'}, `
  createPrinter(context.terminal, options.json === true).result({ file: options.out, ...made }, () => `${options.out} is written: ${pages}${format.bytes(made.bytes)}.`)
}

/** null: it is about a plan. Throws 'usage' where it is about neither or both. */
function rangeOf(options: ExportOptions): CoverageRequest | null {
  const isRange = options.from !== undefined || options.to !== undefined
  if (isRange === (options.plan !== undefined)) {
    throw usage(isRange ? 'Both a plan and a range of dates were given.' : 'Nothing was named to be written.', 'Give --plan FILE or ID, or, for the coverage of a range, --from and --to.')
  }
  if (!isRange) return null
  const ofPlan = (['compare', 'week', 'weeks', 'agent'] as const).find((name) => options[name] !== undefined)
  if (ofPlan !== undefined) throw usage(`--${ofPlan} says something of a plan, and this is the coverage of a range.`, 'Leave it out, or give --plan.')
  if (options.from !== undefined && options.to !== undefined && options.to < options.from) throw usage('--to is before --from.', 'Give --to a date that is not before --from.')
  return {
    workspace: options.workspace ?? null,
    from: options.from ?? null,
    to: options.to ?? null,
    timeZone: options.timeZone ?? null,
    now: options.now ?? null,
    poolId: options.pool === 'none' ? null : options.pool,
    organizationId: options.org ?? null,
    countryFilter: null,
  }
}

function planOf(options: ExportOptions): Parameters<Services['planToPrint']>[0] {
  return { workspace: options.workspace ?? null, plan: readPlanChoice(options.plan!), week: options.week ?? null, now: options.now ?? null }
}

function publishedOf(options: ExportOptions): Parameters<Services['compareToPrint']>[0] {
  return { workspace: options.workspace ?? null, plan: options.plan!, week: options.week ?? null, now: options.now ?? null }
}

function spanOf({ weeks, agent }: ExportOptions): { readonly weeks: number | null; readonly agent: string | null } {
  return { weeks: weeks ?? null, agent: agent ?? null }
}

function tableOf<Table>({ table }: ExportOptions, tables: Readonly<Record<string, Table>>, usual: string): Table {
  const found = Object.hasOwn(tables, table ?? usual) ? tables[table ?? usual] : undefined
  if (found !== undefined) return found
  throw usage(`There is no table "${table}" of this.`, `Give --table ${Object.keys(tables).join(', ')}.`)
}

function parseWeeks(value: string): number {
  const weeks = parseCount(value)
  if (weeks >= 1 && weeks <= LIMITS.exportWeeks) return weeks
  throw usage(`${weeks} weeks do not fit into one file.`, `Give --weeks 1 to ${LIMITS.exportWeeks}.`)
}
