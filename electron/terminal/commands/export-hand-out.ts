import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError, toErrorReport } from '../../../shared/foundation/errors.ts'
import type { PrintRequest } from '../../backend/core/host-capabilities.ts'
import { fileFailure } from '../../backend/core/file-failure.ts'
import { safeFileName } from '../../../shared/foundation/file-name.ts'
import type { ChangesFileKind } from '../../backend/handout/changes-files.ts'
import { zipFiles, type PackedFile } from '../../backend/handout/zip-files.ts'
import type { CommandContext } from '../context.ts'
import { describeChanges } from '../describe-changes.ts'
import type { TerminalTexts } from '../format.ts'
import { usage } from '../options.ts'
import { assertWritable, writeOutFile } from '../out-file.ts'
import { resolveRange } from '../read-coverage.ts'
import { createPrinter } from '../terminal.ts'
import {
  addSubject,
  assumingPlan,
  languageOf,
  rangeOf,
  resolvedPlan,
  showWritten,
  writeText,
  type ExportOptions,
} from './export-options.ts'

/** `covercast export xlsx|html|changes|all`: what people are handed of a plan. */
export function addHandOutCommands(command: Command, context: CommandContext): void {
  const { texts } = context.format
  const { exporting: t } = texts
  const xlsx = command.command('xlsx').description(t.xlsx)
  addSubject(xlsx, { hasRange: true, hasWeeks: true, hasAgent: false, isAssuming: true, texts }).action(
    (options: ExportOptions) => exportWorkbook(options, context),
  )
  const page = command.command('html').description(t.html)
  addSubject(page, { hasRange: false, hasWeeks: true, texts }).action((options: ExportOptions) =>
    exportPage(options, context),
  )
  const changes = command.command('changes').description(t.changes)
  addSubject(changes, { hasRange: false, hasWeeks: false, texts })
    .option('--since <publication>', t.since)
    .action((options: ExportOptions) => exportChanges(options, context))
  const all = command.command('all').description(t.all)
  addSubject(all, { hasRange: false, hasWeeks: true, hasAgent: false, out: t.allOut, texts }).action(
    (options: ExportOptions) => exportAll(options, context),
  )
}

async function exportWorkbook(options: ExportOptions, context: CommandContext): Promise<void> {
  const range = rangeOf(options, context)
  const write = { overwrite: options.overwrite === true, texts: context.format.texts }
  assertWritable(options.out, write)
  const { week = null, weeks = null, now = null } = options
  await context.run(options, async (call) => {
    const made =
      range === null
        ? await call.exports.planWorkbookBytes({
            ...(await assumingPlan(call, options, context.format)),
            ...languageOf(options, context),
            week,
            weeks,
            now,
          })
        : await call.exports.coverageWorkbookBytes((await resolveRange(call, range, context.format.texts)).input)
    const bytes = await writeOutFile(options.out, made.bytes, write)
    showWritten(options, context, { bytes, ...('agentsOnline' in made ? { agentsOnline: made.agentsOnline } : {}) })
  })
}

async function exportPage(options: ExportOptions, context: CommandContext): Promise<void> {
  rangeOf(options, context)
  const { week = null, weeks = null, agent = null, now = null } = options
  await writeText(options, context, async (call) => ({
    text: (
      await call.handout.page({
        ...(await resolvedPlan(call, options, context.format)),
        ...languageOf(options, context),
        week,
        weeks,
        agent,
        now,
      })
    ).text,
  }))
}

const KINDS: Readonly<Record<string, ChangesFileKind>> = {
  '.html': 'html',
  '.htm': 'html',
  '.csv': 'csv',
  '.json': 'json',
  '.txt': 'text',
}

async function exportChanges(options: ExportOptions, context: CommandContext): Promise<void> {
  rangeOf(options, context)
  const kind = KINDS[extname(options.out).toLowerCase()]
  if (kind === undefined)
    throw usage(
      context.format.texts.exporting.noEnding({ file: basename(options.out) }),
      context.format.texts.exporting.endings,
    )
  const write = { overwrite: options.overwrite === true, texts: context.format.texts }
  assertWritable(options.out, write)
  await context.run(options, async (call) => {
    const {
      text,
      fileName: _,
      ...made
    } = await call.handout.changesFile({
      ...(await resolvedPlan(call, options, context.format)),
      ...languageOf(options, context),
      kind,
      since: sinceOf(options.since),
      week: options.week ?? null,
      now: options.now ?? null,
    })
    const bytes = await writeOutFile(options.out, text, write)
    createPrinter(context.terminal, options.json === true).result({ file: options.out, bytes, ...made }, () =>
      describeChanges({ file: options.out, ...made }, context.format),
    )
  })
}

function sinceOf(text: string | undefined): string | number | null {
  if (text === undefined) return null
  return /^\d{1,9}$/u.test(text) ? Number(text) : text
}

async function exportAll(options: ExportOptions, context: CommandContext): Promise<void> {
  rangeOf(options, context)
  const isArchive = extname(options.out).toLowerCase() === '.zip'
  const write = { overwrite: options.overwrite === true, texts: context.format.texts }
  if (isArchive) assertWritable(options.out, write)
  else assertFolder(options.out, write)
  const { week = null, weeks = null, now = null } = options
  let files: readonly PackedFile[] = []
  let roster: PrintRequest | undefined
  let rosterName = ''
  await context.run(options, async (call) => {
    const { workspaceId, plan } = await resolvedPlan(call, options, context.format)
    const made = await call.handout.files({ workspaceId, plan, ...languageOf(options, context), week, weeks, now })
    files = made.files
    rosterName = safeFileName(`${made.name} roster`, 'pdf')
    roster = {
      page: {
        kind: 'roster',
        workspaceId,
        planId: plan.kind === 'given' ? null : plan.id,
        week: made.week,
        weeks: made.weeks,
        form: 'team',
        agentId: null,
        paper: 'a4',
        ...languageOf(options, context),
        until: now,
        ask: false,
      },
      plan: plan.kind === 'given' ? plan.plan : null,
    }
  })
  // The data folder is free again: the page's own backend reads it.
  const pdf = await rosterPdf(options, context, roster!)
  const all = pdf === null ? files : [...files, { name: rosterName, content: pdf }]
  const bytes = isArchive
    ? await writeOutFile(options.out, zipFiles(all), write)
    : await writeFolder(options.out, all, write)
  const listed = all.map(({ name, content }) => ({ name, bytes: Buffer.byteLength(content) }))
  const { bytes: size, texts } = context.format
  createPrinter(context.terminal, options.json === true).result({ file: options.out, bytes, files: listed }, () =>
    texts.files.writtenFiles({ file: options.out, count: all.length, size: size(bytes) }),
  )
}

/** null: there is no browser that could print it, which is said. */
async function rosterPdf(
  options: ExportOptions,
  context: CommandContext,
  request: PrintRequest,
): Promise<Uint8Array | null> {
  try {
    return await context.printPage({ ...request, dataDir: options.dataDir ?? null })
  } catch (thrown) {
    const { code, next } = toErrorReport(thrown)
    if (code !== 'printer-missing') throw thrown
    createPrinter(context.terminal, options.json === true).note(
      [context.format.texts.exporting.noPdf, next].join(' ').trim(),
    )
    return null
  }
}

interface WriteOptions {
  readonly overwrite: boolean
  readonly texts: TerminalTexts
}

/** Fails now where a folder could not be written later. Throws 'conflict' for one with something in it. */
function assertFolder(folder: string, { overwrite, texts }: WriteOptions): void {
  const { exporting: t, files } = texts
  const path = resolve(folder)
  const isFile = existsSync(path) && !statSync(path).isDirectory()
  if (isFile || (!overwrite && existsSync(path) && readdirSync(path).length > 0)) {
    throw new AppError({
      code: 'conflict',
      message: isFile ? t.isFile({ file: folder }) : t.notEmpty({ file: folder }),
      kept: files.notChanged,
      next: isFile ? t.folderOrZip : t.anotherFolder,
    })
  }
  if (!existsSync(path)) assertWritable(folder, { overwrite: true, texts })
}

/** A new folder is there as a whole or not at all; in one that is there each file is. Returns the bytes of all files. */
async function writeFolder(
  folder: string,
  files: readonly PackedFile[],
  { overwrite, texts }: WriteOptions,
): Promise<number> {
  const path = resolve(folder)
  const isNew = !existsSync(path) || readdirSync(path).length === 0
  const into = isNew ? join(dirname(path), `.${basename(path)}.${process.pid}.part`) : path
  try {
    let bytes = 0
    for (const { name, content } of files) {
      const file = join(into, name)
      mkdirSync(dirname(file), { recursive: true })
      bytes += await writeOutFile(file, content, { overwrite: overwrite || isNew, texts })
    }
    if (isNew) {
      rmSync(path, { recursive: true, force: true })
      renameSync(into, path)
    }
    return bytes
  } catch (thrown) {
    if (isNew) rmSync(into, { recursive: true, force: true })
    if (thrown instanceof AppError) throw thrown
    throw new AppError(fileFailure(folder, thrown), { cause: thrown })
  }
}
