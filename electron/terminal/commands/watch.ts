import { setTimeout as pause } from 'node:timers/promises'
import type { Command } from 'commander'
import { variableName } from '../../../shared/alerts/alert-rule.ts'
import { problemText } from '../../../shared/alerts/problem-text.ts'
import type { WatchOutput } from '../../../shared/contract/watch-output.ts'
import { MINUTE_MS, SECOND_MS } from '../../../shared/foundation/minutes.ts'
import { AppError, type ErrorReport } from '../../../shared/foundation/errors.ts'
import { reportOfThrown } from '../../backend/core/error-reports.ts'
import type { AppCaller } from '../../backend/core/in-process.ts'
import type { CommandContext } from '../context.ts'
import type { Formatter, TerminalTexts } from '../format.ts'
import { parseCount, usage, valueOption, type GlobalOptions } from '../options.ts'
import { resolveWorkspace } from '../resolve.ts'
import { runSync, USUAL_SYNC } from '../run-sync.ts'
import { createPrinter, onOneLine, type Printer } from '../terminal.ts'

interface WatchOptions extends GlobalOptions {
  readonly every?: number
  readonly once?: boolean
}

type Round = Awaited<ReturnType<AppCaller['alerts']['watch']>>
type ChannelOff = Round['off'][number]

const USUAL_MINUTES = 5
const MOST_MINUTES = 1440
/** What waits to be sent again is looked at between two syncs. */
const LOOK_MS = 15 * SECOND_MS

/** `covercast watch`: syncs, checks alerts and sends them, without the app. */
export function addWatchCommand(program: Command, context: CommandContext): void {
  const { texts } = context.format
  const { watch: t } = texts
  program
    .command('watch')
    .description(t.description)
    .addOption(valueOption('--every <minutes>', t.every, { parse: parseMinutes, texts }))
    .option('--once', t.once)
    .action(async (options: WatchOptions) => watch(context, options))
}

async function watch(context: CommandContext, options: WatchOptions): Promise<void> {
  const { terminal, format, signal, clock, documentFormat } = context
  const { watch: t } = format.texts
  const isJson = options.json === true
  const printer = createPrinter(terminal, isJson)
  const lineFormat = isJson ? documentFormat : format
  await context.run(options, async (call, { interruptible, showNotices }) => {
    const { id: workspaceId, name } = await resolveWorkspace(call, options.workspace ?? null, format.texts)
    const overview = await call.workspace.overview({ workspaceId })
    const every = options.every ?? overview.settings.autoSyncMinutes ?? USUAL_MINUTES
    if ((await call.alerts.settings({ workspaceId })).channels.length === 0) printer.note(t.noChannels)
    if (options.once !== true) printer.note(t.watching({ workspace: name, count: every }))
    const said = new Set<string>()
    // What goes on failing is said once, and again when it failed anew.
    let failing: ReadonlySet<string> = new Set()
    /** What could not be done; null: everything was. */
    const round = async (isFailing: boolean, looks: boolean): Promise<AppError | null> => {
      const problems: ErrorReport[] = []
      try {
        const found = await call.alerts.watch({
          workspaceId,
          isFailing,
          every,
          looks,
          ...(isJson ? { wording: { language: documentFormat.locale, texts: documentFormat.code } } : {}),
        })
        for (const line of linesOf(found, lineFormat))
          printer.result(line, () => describeLine(line, { timeZone: overview.timeZone, format }))
        for (const off of found.off) sayOnce(said, printer, offText(off, format))
        problems.push(...found.problems)
      } catch (thrown) {
        problems.push(reportOfThrown(thrown))
      }
      if (signal.aborted) return null
      const texts = problems.map((problem) => t.roundFailed({ why: whyOf(problem) }))
      for (const text of texts) if (!failing.has(text)) printer.note(text)
      failing = new Set(texts)
      return problems[0] === undefined ? null : new AppError(problems[0])
    }
    const sync = async (): Promise<AppError | null> => {
      try {
        await runSync(
          {
            call,
            interruptible,
            signal,
            onProgress: () => undefined,
            onNotices: showNotices,
            texts: format.texts,
          },
          { ...USUAL_SYNC, workspace: name },
        )
        return null
      } catch (thrown) {
        const report = reportOfThrown(thrown)
        if (signal.aborted) return null
        // Who holds the lease syncs, and its figures are as good.
        if (report.code === 'store-busy') {
          sayOnce(said, printer, t.syncElsewhere)
          return null
        }
        printer.note(t.syncFailed({ why: whyOf(report) }))
        return new AppError(report)
      }
    }
    for (;;) {
      const failure = await sync()
      const began = clock()
      // A clock that was set back makes nobody wait longer.
      const isWaiting = (): boolean => !signal.aborted && clock() >= began && clock() < began + every * MINUTE_MS
      const problem = await round(failure !== null, true)
      if (options.once === true) {
        const thrown = failure ?? problem
        if (thrown !== null) throw thrown
        return
      }
      while (isWaiting()) {
        await pause(LOOK_MS, undefined, { signal }).catch(() => undefined)
        if (!signal.aborted) await round(failure !== null, false)
      }
      if (signal.aborted) return
    }
  })
}

function whyOf({ message, next }: ErrorReport): string {
  return next === undefined ? message : `${message} ${next}`
}

function sayOnce(said: Set<string>, printer: Printer, text: string): void {
  if (said.has(text)) return
  said.add(text)
  printer.note(text)
}

function linesOf({ changes, delivered }: Round, format: Formatter): readonly WatchOutput[] {
  return [
    ...changes.map(({ at, alert, subject, state, text }) => ({ at, alert, pool: subject, state, channel: null, text })),
    ...delivered.map(({ at, alert, subject, channel, state, text }) => ({
      at,
      alert,
      pool: subject,
      state,
      channel,
      text: state === 'failed' ? problemText(text, format) : text,
    })),
  ]
}

function describeLine(
  { at, state, channel, text }: WatchOutput,
  { timeZone, format }: { readonly timeZone: string; readonly format: Formatter },
): string {
  const { watch: t } = format.texts
  const states = {
    raised: t.raised,
    resolved: t.resolved,
    sent: t.sent({ channel: channel ?? '' }),
    failed: t.failed({ channel: channel ?? '' }),
  }
  return onOneLine(t.line({ time: format.instant(Date.parse(at), timeZone), state: states[state], text }))
}

/** What is missing, and which variable would bring it. */
function offText({ channel, problem }: ChannelOff, format: Formatter): string {
  const { watch: t } = format.texts
  const variable = `COVERCAST_ALERT_${variableName(channel)}`
  const [url, key, password] = [`${variable}_URL`, `${variable}_KEY`, `${variable}_PASSWORD`]
  const next =
    channel.kind === 'email'
      ? t.setMail({ url, password, address: `smtp://${channel.host}:${channel.port}` })
      : channel.kind === 'json'
        ? t.setSigned({ url, key })
        : t.setAddress({ url })
  return t.channelOff({ name: channel.name, why: problemText(problem, format), next })
}

function parseMinutes(value: string, texts: TerminalTexts): number {
  const { watch: t } = texts
  const minutes = parseCount(value, texts)
  if (minutes >= 1 && minutes <= MOST_MINUTES) return minutes
  throw usage(t.notMinutes({ value }), t.everyRange)
}
