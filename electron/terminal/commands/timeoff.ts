import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Argument, Option, type Command } from 'commander'
import { AppError } from '../../../shared/foundation/errors.ts'
import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import type { TimeRange } from '../../../shared/plan/plan.ts'
import { TIME_OFF_KINDS, type TimeOffKind } from '../../../shared/plan/rules/rule-types.ts'
import { MOST_TIME_OFF_NOTE } from '../../../shared/plan/rules/time-off-schema.ts'
import { parseWallTime } from '../../../shared/plan/wall-time.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import type { CommandContext } from '../context.ts'
import { describeTimeOff, timeOffText } from '../describe-time-off.ts'
import { parseDate, usage, type GlobalOptions } from '../options.ts'
import { assertWritable, writeOutFile } from '../out-file.ts'
import { agentNamed, resolveWorkspace } from '../resolve.ts'
import { createPrinter } from '../terminal.ts'

/** `covercast timeoff ...`: when agents are away. */
export function addTimeOffCommands(program: Command, context: CommandContext): void {
  const timeOff = program.command('timeoff').description('When agents are away: vacation, illness, training, holidays.')
  addList(timeOff, context)
  addAdd(timeOff, context)
  addRemove(timeOff, context)
  addFiles(timeOff, context)
}

interface ListOptions extends GlobalOptions {
  readonly year?: number
}

function addList(timeOff: Command, context: CommandContext): void {
  timeOff
    .command('list')
    .description('Who is away when, and the days of a year against each allowance.')
    .addOption(new Option('--year <year>', 'calendar year; left out: this one').argParser(parseYear))
    .action(async (options: ListOptions) =>
      context.run(options, async (call) => {
        const workspaceId = await workspaceOf(call, options)
        const year = options.year ?? new Date(options.now ?? context.clock()).getUTCFullYear()
        const [all, years] = await Promise.all([
          call.timeOff.entries({ workspaceId }),
          call.timeOff.year({ workspaceId, year }),
        ])
        const found = all.filter(({ from, to }) => from <= `${year}-12-31` && to >= `${year}-01-01`)
        createPrinter(context.terminal, options.json === true).result({ timeOff: found, years }, () =>
          describeTimeOff(found, years, context.format),
        )
      }),
    )
}

interface AddOptions extends GlobalOptions {
  readonly to?: string
  readonly kind: TimeOffKind
  readonly hours?: TimeRange
  readonly note: string
}

function addAdd(timeOff: Command, context: CommandContext): void {
  timeOff
    .command('add')
    .description('Enters time off of an agent, by id or name.')
    .argument('<agent>', 'id or name of an agent')
    .addArgument(new Argument('<date>', 'local date').argParser(parseDate))
    .addOption(new Option('--to <date>', 'last local date; left out: one day').argParser(parseDate))
    .addOption(new Option('--kind <kind>', 'what it is').choices(TIME_OFF_KINDS).default('vacation'))
    .addOption(new Option('--hours <range>', 'a part of each day, as 13:00-17:00').argParser(parseHours))
    .addOption(new Option('--note <text>', 'a few words').default('').argParser(parseNote))
    .action(async (agent: string, date: string, options: AddOptions) =>
      context.run(options, async (call) => {
        const workspaceId = await workspaceOf(call, options)
        const id = randomUUID()
        await call.timeOff.save({
          workspaceId,
          timeOff: [
            {
              id,
              agentId: await agentOf(call, { workspaceId, named: agent }),
              kind: options.kind,
              from: date,
              to: lastDate(date, options.to),
              part: options.hours ?? null,
              note: options.note,
            },
          ],
        })
        const added = (await call.timeOff.entries({ workspaceId })).find((entry) => entry.id === id)!
        createPrinter(context.terminal, options.json === true).result(
          { added },
          () => `${timeOffText(added, context.format)}.`,
        )
      }),
    )
}

function addRemove(timeOff: Command, context: CommandContext): void {
  timeOff
    .command('remove')
    .description('Takes time off away, by the id that "timeoff list" shows.')
    .argument('<id>', 'id of a time off')
    .action(async (id: string, options: GlobalOptions) =>
      context.run(options, async (call) => {
        const workspaceId = await workspaceOf(call, options)
        const removed = (await call.timeOff.entries({ workspaceId })).find((entry) => entry.id === id)
        if (!removed) throw noSuch(id)
        await call.timeOff.remove({ workspaceId, ids: [id] })
        createPrinter(context.terminal, options.json === true).result(
          { removed },
          () => `Removed: ${timeOffText(removed, context.format)}.`,
        )
      }),
    )
}

interface ExportOptions extends GlobalOptions {
  readonly out: string
  readonly overwrite?: boolean
}

function addFiles(timeOff: Command, context: CommandContext): void {
  timeOff
    .command('import')
    .description('Adds the time off of a CSV file; what is there already is left as it is.')
    .argument('<file>', 'CSV file with the columns agent, kind, from, to, start, end, note')
    .action(async (file: string, options: GlobalOptions) =>
      context.run(options, async (call) => {
        const workspaceId = await workspaceOf(call, options)
        const done = await call.timeOff.importCsv({ workspaceId, text: await textOf(file) })
        createPrinter(context.terminal, options.json === true).result(
          done,
          () => `${context.format.count(done.added)} added, ${context.format.count(done.known)} were there already.`,
        )
      }),
    )
  timeOff
    .command('export')
    .description('Writes all time off into a CSV file.')
    .requiredOption('--out <file>', 'the file to write')
    .option('--overwrite', 'replace a file that is there')
    .action(async (options: ExportOptions) =>
      context.run(options, async (call) => {
        const overwrite = options.overwrite === true
        assertWritable(options.out, { overwrite })
        const { text, rows } = await call.timeOff.exportCsv({ workspaceId: await workspaceOf(call, options) })
        const bytes = await writeOutFile(options.out, text, { overwrite })
        createPrinter(context.terminal, options.json === true).result(
          { file: options.out, bytes, rows },
          () => `${options.out} was written: ${context.format.count(rows)} rows.`,
        )
      }),
    )
}

async function workspaceOf(call: AppCaller, { workspace }: GlobalOptions): Promise<string> {
  return (await resolveWorkspace(call, workspace ?? null)).id
}

async function agentOf(
  call: AppCaller,
  { workspaceId, named }: { readonly workspaceId: string; readonly named: string },
): Promise<string> {
  return agentNamed(await call.agents.list({ workspaceId }), named, 'Nothing was entered.')
}

function lastDate(from: string, to: string | undefined): string {
  if (to === undefined || to >= from) return to ?? from
  throw usage('The time off ends before it begins.', 'Give --to a date that is not before the first.')
}

function noSuch(id: string): AppError {
  return new AppError({
    code: 'not-found',
    message: `There is no time off with the id "${id}", so nothing was removed.`,
    next: 'See "covercast timeoff list" for the ids.',
  })
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new AppError(
      { code: 'not-found', message: `${file} could not be read.`, next: 'Check the name of the file.' },
      { cause: error },
    )
  }
}

function parseYear(text: string): number {
  const year = Number(text)
  if (/^\d{4}$/u.test(text) && year >= 1970) return year
  throw usage(`"${text}" is not a year.`, 'Give --year four digits, such as 2026.')
}

function parseHours(text: string): TimeRange {
  const [from, to, more] = text.split('-').map(parseWallTime)
  if (typeof from === 'number' && typeof to === 'number' && more === undefined) {
    const startMinute = from % DAY_MINUTES
    return { startMinute, endMinute: to > startMinute ? to : to + DAY_MINUTES }
  }
  throw usage(`"${text}" are no hours.`, 'Give --hours a start and an end, such as 13:00-17:00.')
}

function parseNote(text: string): string {
  if (text.length <= MOST_TIME_OFF_NOTE) return text.trim()
  throw usage(`The note is longer than ${MOST_TIME_OFF_NOTE} characters.`, 'Give a few words.')
}
