import { readFileSync } from 'node:fs'
import { Option, type Command } from 'commander'
import { workspaceSettingsSchema } from '../../../shared/contract/workspace-settings.ts'
import { AppError, type ErrorReport } from '../../../shared/foundation/errors.ts'
import type { SyncOutput } from '../../../shared/contract/command-output.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import { describeConnection } from '../describe-connection.ts'
import { describeMapping } from '../describe-mapping.ts'
import { describeMappingNotes, describeTables, mappingFile } from '../describe-tables.ts'
import { describeSync } from '../describe-sync.ts'
import { parseCount, parseDate, usage, type GlobalOptions } from '../options.ts'
import type { CommandContext } from '../context.ts'
import { createProgressLine } from '../progress-line.ts'
import { resolveWorkspace } from '../resolve.ts'
import { runDemo, runSync, type SyncRequest, type SyncSession } from '../run-sync.ts'
import { createPrinter } from '../terminal.ts'

interface SyncOptions extends GlobalOptions {
  readonly source?: string
  readonly sourceFile?: string
  readonly from?: string
  readonly to?: string
  readonly full?: boolean
  readonly reconcile?: boolean
  readonly takeSource?: boolean
  readonly remap?: boolean
  readonly mapping?: string
  readonly overlapMinutes?: number
  readonly foldCountries?: number
  readonly keepMonths?: number
  readonly statementTimeout?: number
  readonly check?: boolean
  readonly tables?: boolean
  readonly printMapping?: boolean
}

/** `covercast sync` and `covercast demo`: bring a workspace up to date. */
export function addSyncCommands(program: Command, context: CommandContext): void {
  program
    .command('sync')
    .description(
      "Brings the cache up to date with the customer's Postgres (only counts and agents' sessions are read).",
    )
    .option(
      '--source <url>',
      'postgres://user@host/database; remembered without its password (PGPASSWORD and the other PG variables work)',
    )
    .option(
      '--source-file <file>',
      'file with the URL of --source in it, where other users of the computer could read a command line',
    )
    .addOption(
      new Option('--from <date>', 'first local date wanted (default: 26 weeks back, or as before)').argParser(
        parseDate,
      ),
    )
    .addOption(new Option('--to <date>', 'last local date wanted (default: now)').argParser(parseDate))
    .option('--full', 'pull every day of the range again')
    .option('--reconcile', 'compare every synced day with the source and mend what differs (otherwise once a day)')
    .option('--take-source', "take the source's figures also where visits lost their agent or a day is gone")
    .option(
      '--remap',
      'count from another database or other tables although counted days are forgotten by it; the workspace is backed up first',
    )
    .option('--mapping <file>', 'JSON file of schema, table and column names that differ from the defaults; remembered')
    .addOption(
      new Option('--overlap-minutes <n>', 'how far back to read again for visits committed late; remembered').argParser(
        parseCount,
      ),
    )
    .addOption(
      new Option('--fold-countries <n>', "keep countries under N visits a day as 'OTHER'; remembered").argParser(
        parseCount,
      ),
    )
    .addOption(
      new Option(
        '--keep-months <n>',
        'forget history older than N months; 0 keeps everything (default); remembered',
      ).argParser(parseCount),
    )
    .addOption(
      new Option(
        '--statement-timeout <seconds>',
        'longest one query may take in the database (default: 60); remembered',
      ).argParser(parseCount),
    )
    .option('--check', 'only test the connection and say what is there')
    .option('--tables', 'only list the tables, views and columns of the database')
    .option(
      '--print-mapping',
      'only print the mapping that the names and types of the tables suggest, to edit and give to --mapping',
    )
    .action(async (options: SyncOptions) => {
      const request = requestOf(options)
      const looks = [options.check, options.tables, options.printMapping].filter((one) => one === true)
      if (looks.length > 1)
        throw usage('--check, --tables and --print-mapping each look at one thing.', 'Give one of them.')
      if (options.source !== undefined && hasPassword(options.source))
        createPrinter(context.terminal, options.json === true).note(SEEN_BY_OTHERS)
      if (options.check) return check(context, options, request)
      if (options.tables) return listTables(context, options, request)
      if (options.printMapping) return printMapping(context, options, request)
      return sync(context, options, (session) => runSync(session, request))
    })

  program
    .command('demo')
    .description('Makes the workspace of a demo company and syncs it: real figures without a database.')
    .action(async (options: GlobalOptions) =>
      sync(context, options, (session) =>
        runDemo(session, { workspace: options.workspace ?? null, now: options.now ?? null }),
      ),
    )
}

async function sync(
  context: CommandContext,
  options: GlobalOptions,
  work: (session: SyncSession) => Promise<SyncOutput>,
): Promise<void> {
  const { terminal, format, signal, clock } = context
  await context.run(options, async (call, { interruptible, showNotices }) => {
    const line = createProgressLine(terminal.stderr, format, clock)
    try {
      const output = await work({
        call,
        interruptible,
        signal,
        onProgress: (progress) => line.show(progress),
        onNotices: showNotices,
      })
      line.end()
      createPrinter(terminal, options.json === true).result(output, () => describeSync(output, format))
    } finally {
      line.end()
    }
  })
}

async function check(context: CommandContext, options: SyncOptions, request: SyncRequest): Promise<void> {
  await context.run(options, async (call, { interruptible }) => {
    const found = describeConnection(seen(await interruptible.source.test(await lookOf(call, request))).report)
    createPrinter(context.terminal, options.json === true).result(found, () => found.lines.join('\n'))
  })
}

async function listTables(context: CommandContext, options: SyncOptions, request: SyncRequest): Promise<void> {
  await context.run(options, async (call, { interruptible }) => {
    const {
      ok: _ok,
      mapping: _mapping,
      ...found
    } = seen(await interruptible.source.tables(await lookOf(call, request)))
    createPrinter(context.terminal, options.json === true).result(found, () => describeTables(found, context.format))
  })
}

async function printMapping(context: CommandContext, options: SyncOptions, request: SyncRequest): Promise<void> {
  await context.run(options, async (call, { interruptible }) => {
    const tables = seen(await interruptible.source.tables(await lookOf(call, request)))
    const found = describeMapping(tables, tables.mapping)
    const printer = createPrinter(context.terminal, options.json === true)
    printer.result(found, () => mappingFile(found))
    if (options.json !== true) for (const note of describeMappingNotes(found)) printer.note(note)
  })
}

/** A look at the source that is named, or at that of a workspace. */
async function lookOf(call: AppCaller, { workspace, sourceUrl, organizationId, mapping }: SyncRequest) {
  if (sourceUrl !== null) return { connection: { kind: 'url', url: sourceUrl }, organizationId, mapping } as const
  return {
    connection: { kind: 'workspace' },
    workspaceId: (await resolveWorkspace(call, workspace)).id,
    organizationId,
    mapping,
  } as const
}

/** What a look found. Throws what was wrong. */
function seen<Answer extends { readonly ok: boolean }>(
  answer: Answer | { readonly ok: false; readonly error: ErrorReport },
): Extract<Answer, { readonly ok: true }> {
  if ('error' in answer) throw new AppError(answer.error as ErrorReport)
  return answer as Extract<Answer, { readonly ok: true }>
}

function requestOf(options: SyncOptions): SyncRequest {
  if (options.from !== undefined && options.to !== undefined && options.from > options.to) {
    throw usage(`--from ${options.from} is after --to ${options.to}.`, 'Give the earlier date first.')
  }
  return {
    workspace: options.workspace ?? null,
    sourceUrl: sourceUrlOf(options),
    organizationId: options.org ?? null,
    mapping: options.mapping === undefined ? null : readMapping(options.mapping),
    now: options.now ?? null,
    from: options.from ?? null,
    to: options.to ?? null,
    settings: settingsOf(options),
    full: options.full === true,
    reconcile: options.reconcile === true,
    takeSource: options.takeSource === true,
    remap: options.remap === true,
  }
}

function sourceUrlOf({ source, sourceFile }: SyncOptions): string | null {
  if (sourceFile === undefined) return source ?? null
  if (source !== undefined) throw usage('Both --source and --source-file name a source.', 'Give one of them.')
  try {
    return readFileSync(sourceFile, 'utf8').trim()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw usage(
      `The file with the source's URL could not be read: ${why}.`,
      'Give a file that holds a URL such as postgres://user@host/database and nothing else.',
    )
  }
}

const SEEN_BY_OTHERS =
  'The password in --source can be seen by other users of this computer while the command runs (ps), and stays in the history of the shell. PGPASSWORD, ~/.pgpass or --source-file keep it to yourself.'

function hasPassword(url: string): boolean {
  return /^[a-z]+:\/\/[^/?#@]*:[^/?#]*@/iu.test(url) || /[?&]password=[^&]/iu.test(url)
}

/** What the command line says of the workspace's settings. Throws 'usage' for what cannot be. */
function settingsOf(options: SyncOptions): SyncRequest['settings'] {
  const given = {
    timeZone: options.timeZone,
    overlapMinutes: options.overlapMinutes,
    foldCountriesUnder: options.foldCountries,
    keepMonths: options.keepMonths === 0 ? null : options.keepMonths,
    statementTimeoutSeconds: options.statementTimeout,
  }
  const parsed = workspaceSettingsSchema
    .partial()
    .safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw usage(
      `The setting ${String(issue?.path[0])} cannot be so: ${issue?.message ?? 'it is out of range'}.`,
      'See covercast help sync for what it means.',
    )
  }
  const named = Object.entries(parsed.data).filter(([name]) => given[name as keyof typeof given] !== undefined)
  return Object.fromEntries(named) as SyncRequest['settings']
}

function readMapping(file: string): SyncRequest['mapping'] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SyncRequest['mapping']
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw usage(
      `The mapping file "${file}" could not be read: ${why}.`,
      'Give a JSON file as docs/source-database.md shows it.',
    )
  }
}
