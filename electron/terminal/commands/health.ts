import { extname } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '../../../shared/foundation/errors.ts'
import { BYTE_ORDER_MARK } from '../../backend/core/csv.ts'
import { reportOfThrown } from '../../backend/core/error-reports.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import type { CommandContext } from '../context.ts'
import { countPages } from '../count-pages.ts'
import { countStepText, describeHealth, describePlatforms, healthDocument, platformName } from '../describe-health.ts'
import type { TerminalTexts } from '../format.ts'
import { usage, type GlobalOptions } from '../options.ts'
import { assertWritable, writeOutFile } from '../out-file.ts'
import { createTextLine } from '../progress-line.ts'
import { createPrinter } from '../terminal.ts'
import { languageOf } from './export-options.ts'
import { hasPassword, readMapping, sourceUrlOf } from './source-options.ts'

interface HealthOptions extends GlobalOptions {
  readonly source?: string
  readonly sourceFile?: string
  readonly mapping?: string
  readonly full?: boolean
  readonly platform?: string
  readonly list?: boolean
  readonly forget?: boolean
  readonly yes?: boolean
  readonly out?: string
  readonly overwrite?: boolean
}

type Report = Awaited<ReturnType<AppCaller['health']['count']>>
type FileKind = 'csv' | 'xlsx' | 'pdf'

const KINDS: Readonly<Record<string, FileKind>> = { '.csv': 'csv', '.xlsx': 'xlsx', '.pdf': 'pdf' }
/** How often a count says what it is at. */
const STEP_MS = 500

/** `covercast health`: every organization of a platform. */
export function addHealthCommand(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const { healthCommand: t, options: usual } = texts
  program
    .command('health')
    .description(t.description)
    .option('--source <url>', t.source)
    .option('--source-file <file>', t.sourceFile)
    .option('--mapping <file>', t.mapping)
    .option('--full', t.full)
    .option('--platform <name>', t.platform)
    .option('--out <file>', t.out)
    .option('--overwrite', usual.overwrite)
    .option('--list', t.list)
    .option('--forget', t.forget)
    .option('--yes', t.yes)
    .action(async (options: HealthOptions) => {
      refuseMixed(options, texts)
      if (options.list === true) return list(options, context)
      if (options.forget === true) return forget(options, context)
      return options.out === undefined ? show(options, context) : writeFile(options, options.out, context)
    })
}

function refuseMixed(options: HealthOptions, { healthCommand: t }: TerminalTexts): void {
  if (options.platform !== undefined && (options.source !== undefined || options.sourceFile !== undefined))
    throw usage(t.twoWays, t.oneWay)
  if (options.forget === true && options.yes !== true) throw usage(t.forgetProblem, t.forgetNext)
}

async function show(options: HealthOptions, context: CommandContext): Promise<void> {
  const printer = createPrinter(context.terminal, options.json === true)
  await count(options, context, async (report) =>
    printer.result(healthDocument(report), () => describeHealth(report, context.format)),
  )
}

/** The list as a file; what it is, its name says. */
async function writeFile(options: HealthOptions, out: string, context: CommandContext): Promise<void> {
  const { format } = context
  const t = format.texts.healthCommand
  const kind = KINDS[extname(out).toLowerCase()]
  if (kind === undefined) throw usage(t.noEnding({ file: out }), t.endings)
  const write = { overwrite: options.overwrite === true, texts: format.texts }
  assertWritable(out, write)
  const printer = createPrinter(context.terminal, options.json === true)
  const written = (made: { readonly bytes: number; readonly pages?: number }): void =>
    printer.result({ file: out, ...made }, () =>
      made.pages === undefined
        ? format.texts.files.written({ file: out, size: format.bytes(made.bytes) })
        : format.texts.files.writtenPages({ file: out, size: format.bytes(made.bytes), count: made.pages }),
    )
  await count(options, context, async ({ now }, call) => {
    // Files are of what is kept, and a look back keeps nothing.
    if ((await call.health.report())?.now !== now) throw usage(t.notKept, t.withoutNow)
    if (kind === 'csv') {
      const { text } = await call.health.csv()
      written({ bytes: await writeOutFile(out, BYTE_ORDER_MARK + text, write) })
    }
    if (kind === 'xlsx') {
      const { bytes } = await call.health.workbookBytes()
      written({ bytes: await writeOutFile(out, bytes, write) })
    }
  })
  if (kind !== 'pdf') return
  // The data folder is free again: the page's own backend reads it.
  const pdf = await context.printPage({
    dataDir: options.dataDir ?? null,
    page: { kind: 'health', paper: 'a4', ...languageOf(options, context), until: null, ask: false },
    plan: null,
  })
  written({ bytes: await writeOutFile(out, pdf, write), pages: countPages(pdf) })
}

/** Counts what is new, or takes what is kept where the source cannot be reached. */
async function count(
  options: HealthOptions,
  context: CommandContext,
  use: (report: Report, call: AppCaller) => Promise<void> | void,
): Promise<void> {
  const { texts } = context.format
  const t = texts.healthCommand
  const url = sourceUrlOf(options, texts)
  const mapping = options.mapping === undefined ? null : readMapping(options.mapping, texts)
  const printer = createPrinter(context.terminal, options.json === true)
  if (options.source !== undefined && hasPassword(options.source)) printer.note(texts.sync.passwordSeen)
  await context.run(options, async (call, { interruptible }) => {
    if (options.platform !== undefined)
      await call.health.use({ platformId: await platformCalled(call, options.platform, texts) })
    const asked = {
      source: url === null ? null : ({ connection: { kind: 'url', url }, mapping } as const),
      timeZone: options.timeZone ?? null,
      now: options.now ?? null,
      full: options.full === true,
    }
    const line = createTextLine(context.terminal.stderr, context.clock)
    const showStep = async (): Promise<void> => {
      const step = await call.health.progress()
      if (step !== null) line.show(countStepText(step, context.format))
    }
    const steps = setInterval(() => void showStep().catch(() => undefined), STEP_MS)
    const report = await interruptible.health
      .count(asked)
      .finally(() => {
        clearInterval(steps)
        line.end()
      })
      .catch(async (thrown: unknown) => {
        const known = url === null ? await countedBefore(call, thrown) : null
        if (known === null) throw thrown
        printer.note(
          t.notCounted({
            time: context.format.instant(known.now, known.timeZone),
            why: reportOfThrown(thrown).message,
          }),
        )
        return known
      })
    await use(report, call)
  })
}

/** What is kept where the source cannot be reached. */
async function countedBefore(call: AppCaller, thrown: unknown) {
  return reportOfThrown(thrown).code.startsWith('source-') ? call.health.report() : null
}

async function list(options: HealthOptions, context: CommandContext): Promise<void> {
  await context.run(options, async (call) => {
    const platforms = await call.health.platforms()
    const document = {
      platforms: platforms.map(({ id, found }) => ({
        id,
        source: found?.url ?? null,
        now: found === null || found.now === null ? null : new Date(found.now).toISOString(),
        organizations: found?.organizations ?? null,
      })),
    }
    createPrinter(context.terminal, options.json === true).result(document, () =>
      describePlatforms(platforms, context.format),
    )
  })
}

async function forget(options: HealthOptions, context: CommandContext): Promise<void> {
  const { texts } = context.format
  await context.run(options, async (call) => {
    const platforms = await call.health.platforms()
    const wanted = options.platform ?? platforms[0]?.id
    if (wanted === undefined) throw noPlatform('', texts, [])
    const platformId = await platformCalled(call, wanted, texts)
    await call.health.forget({ platformId })
    const name = platformName(platforms.find(({ id }) => id === platformId)!)
    createPrinter(context.terminal, options.json === true).result({ forgotten: name }, () =>
      texts.healthCommand.forgotten({ name }),
    )
  })
}

/** The platform of that id or name. Throws 'not-found'. */
async function platformCalled(call: AppCaller, wanted: string, texts: TerminalTexts): Promise<string> {
  const platforms = await call.health.platforms()
  const found = platforms.filter(
    (one) => one.id === wanted || platformName(one) === wanted || one.found?.url === wanted,
  )
  if (found.length === 1) return found[0]!.id
  throw noPlatform(wanted, texts, platforms.map(platformName))
}

function noPlatform(name: string, { healthCommand: t }: TerminalTexts, names: readonly string[]): AppError {
  return new AppError({
    code: 'not-found',
    message: t.noPlatform({ name }),
    next: names.length === 0 ? t.nonePlatform : t.thereAre({ names: names.join(', ') }),
  })
}
