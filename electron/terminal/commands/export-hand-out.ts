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
import { usage } from '../options.ts'
import { assertWritable, writeOutFile } from '../out-file.ts'
import { resolveRange } from '../read-coverage.ts'
import { createPrinter } from '../terminal.ts'
import {
  addSubject,
  languageOf,
  rangeOf,
  resolvedPlan,
  showWritten,
  writeText,
  type ExportOptions,
} from './export-options.ts'

/** `covercast export xlsx|html|changes|all`: what people are handed of a plan. */
export function addHandOutCommands(command: Command, context: CommandContext): void {
  const xlsx = command
    .command('xlsx')
    .description('A plan (roster, shifts, predicted coverage) or the coverage of a range, as an Excel workbook.')
  addSubject(xlsx, { hasRange: true, hasWeeks: true, hasAgent: false }).action((options: ExportOptions) =>
    exportWorkbook(options, context),
  )
  const page = command
    .command('html')
    .description("A page for the phone, of one agent's shifts or the whole team's: one file that needs no network.")
  addSubject(page, { hasRange: false, hasWeeks: true }).action((options: ExportOptions) => exportPage(options, context))
  const changes = command
    .command('changes')
    .description(
      'What a plan changes for each person, since what was published before: as .html, .csv, .json or .txt, by the ending of --out.',
    )
  addSubject(changes, { hasRange: false, hasWeeks: false })
    .option(
      '--since <publication>',
      'an earlier publication, by its id or the number of its version (default: what is in force)',
    )
    .action((options: ExportOptions) => exportChanges(options, context))
  const all = command
    .command('all')
    .description(
      'Everything at once: a page and a calendar for each person, the roster as PDF and workbook, shifts as CSV, what changed.',
    )
  addSubject(all, {
    hasRange: false,
    hasWeeks: true,
    hasAgent: false,
    out: 'archive (.zip) or folder to write',
  }).action((options: ExportOptions) => exportAll(options, context))
}

async function exportWorkbook(options: ExportOptions, context: CommandContext): Promise<void> {
  const range = rangeOf(options, context)
  const overwrite = options.overwrite === true
  assertWritable(options.out, { overwrite })
  const { week = null, weeks = null, now = null } = options
  await context.run(options, async (call) => {
    const made =
      range === null
        ? await call.exports.planWorkbookBytes({
            ...(await resolvedPlan(call, options)),
            ...languageOf(options, context),
            week,
            weeks,
            now,
          })
        : await call.exports.coverageWorkbookBytes((await resolveRange(call, range)).input)
    const bytes = await writeOutFile(options.out, made.bytes, { overwrite })
    showWritten(options, context, { bytes, ...('agentsOnline' in made ? { agentsOnline: made.agentsOnline } : {}) })
  })
}

async function exportPage(options: ExportOptions, context: CommandContext): Promise<void> {
  rangeOf(options, context)
  const { week = null, weeks = null, agent = null, now = null } = options
  await writeText(options, context, async (call) => ({
    text: (
      await call.handout.page({
        ...(await resolvedPlan(call, options)),
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
      `"${basename(options.out)}" does not say as what changes are written.`,
      'Let it end in .html, .csv, .json or .txt.',
    )
  const overwrite = options.overwrite === true
  assertWritable(options.out, { overwrite })
  await context.run(options, async (call) => {
    const {
      text,
      fileName: _,
      ...made
    } = await call.handout.changesFile({
      ...(await resolvedPlan(call, options)),
      ...languageOf(options, context),
      kind,
      since: sinceOf(options.since),
      week: options.week ?? null,
      now: options.now ?? null,
    })
    const bytes = await writeOutFile(options.out, text, { overwrite })
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
  const overwrite = options.overwrite === true
  if (isArchive) assertWritable(options.out, { overwrite })
  else assertFolder(options.out, { overwrite })
  const { week = null, weeks = null, now = null } = options
  let files: readonly PackedFile[] = []
  let roster: PrintRequest | undefined
  let rosterName = ''
  await context.run(options, async (call) => {
    const { workspaceId, plan } = await resolvedPlan(call, options)
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
    ? await writeOutFile(options.out, zipFiles(all), { overwrite })
    : await writeFolder(options.out, all, { overwrite })
  const listed = all.map(({ name, content }) => ({ name, bytes: Buffer.byteLength(content) }))
  const { count, bytes: size } = context.format
  createPrinter(context.terminal, options.json === true).result(
    { file: options.out, bytes, files: listed },
    () => `${options.out} is written: ${count(all.length)} files, ${size(bytes)}.`,
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
      ['The roster as PDF was left out: no browser was found that makes one.', next].join(' ').trim(),
    )
    return null
  }
}

interface WriteOptions {
  readonly overwrite: boolean
}

/** Fails now where a folder could not be written later. Throws 'conflict' for one with something in it. */
function assertFolder(folder: string, { overwrite }: WriteOptions): void {
  const path = resolve(folder)
  const isFile = existsSync(path) && !statSync(path).isDirectory()
  if (isFile || (!overwrite && existsSync(path) && readdirSync(path).length > 0)) {
    throw new AppError({
      code: 'conflict',
      message: isFile ? `${folder} is a file, and no folder.` : `${folder} exists already, and is not empty.`,
      kept: 'It was not changed.',
      next: isFile ? 'Give a folder, or a file that ends in .zip.' : 'Give another folder, or add --overwrite.',
    })
  }
  if (!existsSync(path)) assertWritable(folder, { overwrite: true })
}

/** A new folder is there as a whole or not at all; in one that is there each file is. Returns the bytes of all files. */
async function writeFolder(folder: string, files: readonly PackedFile[], { overwrite }: WriteOptions): Promise<number> {
  const path = resolve(folder)
  const isNew = !existsSync(path) || readdirSync(path).length === 0
  const into = isNew ? join(dirname(path), `.${basename(path)}.${process.pid}.part`) : path
  try {
    let bytes = 0
    for (const { name, content } of files) {
      const file = join(into, name)
      mkdirSync(dirname(file), { recursive: true })
      bytes += await writeOutFile(file, content, { overwrite: overwrite || isNew })
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
