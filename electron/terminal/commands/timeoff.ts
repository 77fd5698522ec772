import { randomUUID } from 'node:crypto'
import { Argument, Option, type Command } from 'commander'
import { AppError } from '../../../shared/foundation/errors.ts'
import type { TimeRange } from '../../../shared/plan/plan.ts'
import { TIME_OFF_KINDS, type TimeOffKind } from '../../../shared/plan/rules/rule-types.ts'
import { MOST_TIME_OFF_NOTE } from '../../../shared/plan/rules/time-off-schema.ts'
import { parseWallRange } from '../../../shared/plan/wall-time.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import type { CommandContext } from '../context.ts'
import { describeTimeOff, timeOffText } from '../describe-time-off.ts'
import type { TerminalTexts } from '../format.ts'
import { parseDate, usage, valueOption, type GlobalOptions } from '../options.ts'
import { assertWritable, writeOutFile } from '../out-file.ts'
import { agentNamed, resolveWorkspace } from '../resolve.ts'
import { createPrinter } from '../terminal.ts'
import { addAgentFileImport } from './agent-file-import.ts'

/** `covercast timeoff ...`: when agents are away. */
export function addTimeOffCommands(program: Command, context: CommandContext): void {
  const timeOff = program.command('timeoff').description(context.format.texts.timeOff.description)
  addList(timeOff, context)
  addAdd(timeOff, context)
  addRemove(timeOff, context)
  addFiles(timeOff, context)
  addHolidays(timeOff, context)
}

interface ListOptions extends GlobalOptions {
  readonly year?: number
}

function addList(timeOff: Command, context: CommandContext): void {
  const { texts } = context.format
  timeOff
    .command('list')
    .description(texts.timeOff.list)
    .addOption(valueOption('--year <year>', texts.timeOff.year, { parse: parseYear, texts }))
    .action(async (options: ListOptions) =>
      context.run(options, async (call) => {
        const workspaceId = await workspaceOf(call, options, context)
        const year = options.year ?? new Date(options.now ?? context.clock()).getUTCFullYear()
        const [all, years, publicHolidays] = await Promise.all([
          call.timeOff.entries({ workspaceId }),
          call.timeOff.year({ workspaceId, year }),
          call.timeOff.publicHolidays({ workspaceId, year }),
        ])
        const found = all.filter(({ from, to }) => from <= `${year}-12-31` && to >= `${year}-01-01`)
        createPrinter(context.terminal, options.json === true).result({ timeOff: found, years, publicHolidays }, () =>
          describeTimeOff({ entries: found, years, publicHolidays }, context.format),
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
  const { texts } = context.format
  const { timeOff: t, options: usual } = texts
  timeOff
    .command('add')
    .description(t.add)
    .argument('<agent>', t.agentArgument)
    .addArgument(new Argument('<date>', usual.localDate).argParser((value) => parseDate(value, texts)))
    .addOption(valueOption('--to <date>', t.to, { parse: parseDate, texts }))
    .addOption(new Option('--kind <kind>', t.kind).choices(TIME_OFF_KINDS).default('vacation'))
    .addOption(valueOption('--hours <range>', t.hours, { parse: parseHours, texts }))
    .addOption(valueOption('--note <text>', t.note, { parse: parseNote, texts }).default(''))
    .action(async (agent: string, date: string, options: AddOptions) =>
      context.run(options, async (call) => {
        const workspaceId = await workspaceOf(call, options, context)
        const id = randomUUID()
        await call.timeOff.save({
          workspaceId,
          timeOff: [
            {
              id,
              agentId: agentNamed(await call.agents.list({ workspaceId }), agent, { kept: t.nothingAdded, texts }),
              kind: options.kind,
              from: date,
              to: lastDate(date, options.to, texts),
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
  const { timeOff: t } = context.format.texts
  timeOff
    .command('remove')
    .description(t.remove)
    .argument('<id>', t.idArgument)
    .action(async (id: string, options: GlobalOptions) =>
      context.run(options, async (call) => {
        const workspaceId = await workspaceOf(call, options, context)
        const removed = (await call.timeOff.entries({ workspaceId })).find((entry) => entry.id === id)
        if (!removed) throw new AppError({ code: 'not-found', message: t.noEntry({ id }), next: t.seeList })
        await call.timeOff.remove({ workspaceId, ids: [id] })
        createPrinter(context.terminal, options.json === true).result({ removed }, () =>
          t.deleted({ entry: timeOffText(removed, context.format) }),
        )
      }),
    )
}

interface ExportOptions extends GlobalOptions {
  readonly out: string
  readonly overwrite?: boolean
}

function addFiles(timeOff: Command, context: CommandContext): void {
  const { texts } = context.format
  const { timeOff: t, files, options: usual } = texts
  addAgentFileImport(timeOff, 'time-off', context)
  timeOff
    .command('export')
    .description(t.export)
    .requiredOption('--out <file>', usual.out)
    .option('--overwrite', usual.overwrite)
    .action(async (options: ExportOptions) =>
      context.run(options, async (call) => {
        const write = { overwrite: options.overwrite === true, texts }
        assertWritable(options.out, write)
        const { text, rows } = await call.timeOff.exportCsv({ workspaceId: await workspaceOf(call, options, context) })
        const bytes = await writeOutFile(options.out, text, write)
        createPrinter(context.terminal, options.json === true).result({ file: options.out, bytes, rows }, () =>
          files.writtenRows({ file: options.out, count: rows }),
        )
      }),
    )
}

function addHolidays(timeOff: Command, context: CommandContext): void {
  const { timeOff: t } = context.format.texts
  timeOff
    .command('holidays')
    .description(t.holidays)
    .addArgument(new Argument('<state>', t.stateArgument).choices(['on', 'off']))
    .action(async (state: string, options: GlobalOptions) =>
      context.run(options, async (call) => {
        const workspaceId = await workspaceOf(call, options, context)
        const { publicHolidaysOff, holidayCalendars: calendars } = await call.settings.save({
          workspaceId,
          patch: { publicHolidaysOff: state === 'on' },
        })
        createPrinter(context.terminal, options.json === true).result({ publicHolidaysOff, calendars }, () =>
          publicHolidaysOff ? (calendars.length === 0 ? t.offWithoutCalendars : t.holidaysOff) : t.holidaysWorked,
        )
      }),
    )
}

async function workspaceOf(call: AppCaller, { workspace }: GlobalOptions, { format }: CommandContext): Promise<string> {
  return (await resolveWorkspace(call, workspace ?? null, format.texts)).id
}

function lastDate(from: string, to: string | undefined, { timeOff: t }: TerminalTexts): string {
  if (to === undefined || to >= from) return to ?? from
  throw usage(t.endsBefore, t.notBefore)
}

function parseYear(value: string, { timeOff: t }: TerminalTexts): number {
  const year = Number(value)
  if (/^\d{4}$/u.test(value) && year >= 1970) return year
  throw usage(t.notAYear({ value }), t.yearForm)
}

function parseHours(value: string, { timeOff: t }: TerminalTexts): TimeRange {
  const [from = '', to = '', more] = value.split('-')
  const range = more === undefined ? parseWallRange(from, to) : null
  if (range !== null) return range
  throw usage(t.notHours({ value }), t.hoursForm)
}

function parseNote(text: string, { options: t }: TerminalTexts): string {
  if (text.length <= MOST_TIME_OFF_NOTE) return text.trim()
  throw usage(t.noteTooLong({ count: MOST_TIME_OFF_NOTE }), t.fewWords)
}
