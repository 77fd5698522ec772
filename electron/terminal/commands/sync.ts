import type { Command } from 'commander'
import { workspaceSettingsSchema } from '../../../shared/contract/workspace-settings.ts'
import { AppError, type ErrorReport } from '../../../shared/foundation/errors.ts'
import type { SyncOutput } from '../../../shared/contract/command-output.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import { describeConnection } from '../describe-connection.ts'
import { describeMapping } from '../describe-mapping.ts'
import { describeMappingNotes, describeTables, mappingFile } from '../describe-tables.ts'
import { describeSync } from '../describe-sync.ts'
import type { TerminalTexts } from '../format.ts'
import { parseCount, parseDate, usage, valueOption, type GlobalOptions } from '../options.ts'
import type { CommandContext } from '../context.ts'
import { createProgressLine } from '../progress-line.ts'
import { resolveWorkspace } from '../resolve.ts'
import { runDemo, runSync, type SyncRequest, type SyncSession } from '../run-sync.ts'
import { createPrinter } from '../terminal.ts'
import { hasPassword, readMapping, sourceUrlOf } from './source-options.ts'

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
  const { texts } = context.format
  const { sync: t } = texts
  const count = { parse: parseCount, texts }
  program
    .command('sync')
    .description(t.description)
    .option('--source <url>', t.source)
    .option('--source-file <file>', t.sourceFile)
    .addOption(valueOption('--from <date>', t.from, { parse: parseDate, texts }))
    .addOption(valueOption('--to <date>', t.to, { parse: parseDate, texts }))
    .option('--full', t.full)
    .option('--reconcile', t.reconcile)
    .option('--take-source', t.takeSource)
    .option('--remap', t.remap)
    .option('--mapping <file>', t.mapping)
    .addOption(valueOption('--overlap-minutes <n>', t.overlapMinutes, count))
    .addOption(valueOption('--fold-countries <n>', t.foldCountries, count))
    .addOption(valueOption('--keep-months <n>', t.keepMonths, count))
    .addOption(valueOption('--statement-timeout <seconds>', t.statementTimeout, count))
    .option('--check', t.check)
    .option('--tables', t.tables)
    .option('--print-mapping', t.printMapping)
    .action(async (options: SyncOptions) => {
      const request = requestOf(options, texts)
      const looks = [options.check, options.tables, options.printMapping].filter((one) => one === true)
      if (looks.length > 1) throw usage(t.oneLook, t.giveOne)
      if (options.source !== undefined && hasPassword(options.source))
        createPrinter(context.terminal, options.json === true).note(t.passwordSeen)
      if (options.check) return check(context, options, request)
      if (options.tables) return listTables(context, options, request)
      if (options.printMapping) return printMapping(context, options, request)
      return sync(context, options, (session) => runSync(session, request))
    })

  program
    .command('demo')
    .description(t.demo)
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
        texts: format.texts,
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
    const look = await lookOf(call, request, context.format.texts)
    const isJson = options.json === true
    const { report } = seen(await interruptible.source.test(look))
    const found = describeConnection(report, isJson ? context.documentFormat : context.format)
    createPrinter(context.terminal, isJson).result(found, () => found.lines.join('\n'))
  })
}

async function listTables(context: CommandContext, options: SyncOptions, request: SyncRequest): Promise<void> {
  await context.run(options, async (call, { interruptible }) => {
    const {
      ok: _ok,
      mapping: _mapping,
      ...found
    } = seen(await interruptible.source.tables(await lookOf(call, request, context.format.texts)))
    createPrinter(context.terminal, options.json === true).result(found, () => describeTables(found, context.format))
  })
}

async function printMapping(context: CommandContext, options: SyncOptions, request: SyncRequest): Promise<void> {
  await context.run(options, async (call, { interruptible }) => {
    const tables = seen(await interruptible.source.tables(await lookOf(call, request, context.format.texts)))
    const found = describeMapping(tables, tables.mapping)
    const printer = createPrinter(context.terminal, options.json === true)
    printer.result(found, () => mappingFile(found))
    if (options.json !== true) for (const note of describeMappingNotes(found, context.format.texts)) printer.note(note)
  })
}

/** A look at the source that is named, or at that of a workspace. */
async function lookOf(
  call: AppCaller,
  { workspace, sourceUrl, organizationId, mapping }: SyncRequest,
  texts: TerminalTexts,
) {
  if (sourceUrl !== null) return { connection: { kind: 'url', url: sourceUrl }, organizationId, mapping } as const
  return {
    connection: { kind: 'workspace' },
    workspaceId: (await resolveWorkspace(call, workspace, texts)).id,
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

function requestOf(options: SyncOptions, texts: TerminalTexts): SyncRequest {
  if (options.from !== undefined && options.to !== undefined && options.from > options.to) {
    const { from, to } = options
    throw usage(texts.options.fromAfterTo({ from, to }), texts.options.earlierFirst)
  }
  return {
    workspace: options.workspace ?? null,
    sourceUrl: sourceUrlOf(options, texts),
    organizationId: options.org ?? null,
    mapping: options.mapping === undefined ? null : readMapping(options.mapping, texts),
    now: options.now ?? null,
    from: options.from ?? null,
    to: options.to ?? null,
    settings: settingsOf(options, texts),
    full: options.full === true,
    reconcile: options.reconcile === true,
    takeSource: options.takeSource === true,
    remap: options.remap === true,
  }
}

/** What the command line says of the workspace's settings. Throws 'usage' for what cannot be. */
function settingsOf(options: SyncOptions, { sync: t }: TerminalTexts): SyncRequest['settings'] {
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
    throw usage(t.settingProblem({ name: String(issue?.path[0]), why: issue?.message ?? t.outOfRange }), t.seeHelp)
  }
  const named = Object.entries(parsed.data).filter(([name]) => given[name as keyof typeof given] !== undefined)
  return Object.fromEntries(named) as SyncRequest['settings']
}
