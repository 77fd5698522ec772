import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Readable, Writable } from 'node:stream'
import { AppError } from '../../shared/foundation/errors.ts'
import { PRINT_WIRE, printAddress } from '../../shared/contract/print-page.ts'
import type { PagePrinter } from '../backend/core/host-capabilities.ts'
import { assertPrintable, PDF_OPTIONS, PRINT_LIMIT_MS, PRINT_STATE_SCRIPT } from '../backend/exports/print-state.ts'
import type { PrintRequest } from '../backend/core/host-capabilities.ts'
import { PROFILE_PREFIX, sweepLeftProfiles } from './left-profiles.ts'
import { openDevtoolsPipe, type DevtoolsPipe } from './devtools-pipe.ts'

export interface HeadlessPrinterOptions {
  /** The program of the browser. */
  readonly program: string
  /** An address of the app that works once. */
  readonly ticketUrl: () => string
  readonly environment: Readonly<Record<string, string | undefined>>
}

const END_MS = 3000
const WORDS_OF_BROWSER = 4000
/** It shows one page of this computer, and has no reason to know or to ask anything else. */
const SWITCHES = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--metrics-recording-only',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]
/** What the browser has no business knowing: passwords of databases, and what would change how it runs. */
const WITHHELD = /^(?:PG|NODE_|npm_)/u

/** Prints pages of a loopback server by a browser without a window, one after the other. Nothing of it outlives a print, but for what a killed process left, which the next removes. */
export function createHeadlessPrinter(options: HeadlessPrinterOptions): PagePrinter {
  let before: Promise<unknown> = sweepLeftProfiles(tmpdir(), Date.now())
  return {
    print(request) {
      const printed = before.then(() => printOnce(options, request))
      before = printed.catch(() => undefined)
      return printed
    },
  }
}

async function printOnce(
  { program, ticketUrl, environment }: HeadlessPrinterOptions,
  request: PrintRequest,
): Promise<Uint8Array> {
  const profile = await mkdtemp(join(tmpdir(), PROFILE_PREFIX))
  // Chromium refuses its sandbox to root, and to root alone is it refused here.
  const isRoot = process.getuid?.() === 0
  const browser = spawn(
    program,
    [...SWITCHES, ...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`, 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env: Object.fromEntries(Object.entries(environment).filter(([name]) => !WITHHELD.test(name))),
      windowsHide: true,
    },
  )
  const output = lastOutput(browser)
  try {
    const gone = Promise.withResolvers<never>()
    browser.once('error', (error) => gone.reject(notStarted(program, error.message)))
    // By then it has said all that it had to say.
    browser.once('close', () => gone.reject(notStarted(program, output())))
    gone.promise.catch(() => undefined)
    const [, , , to, from] = browser.stdio as unknown as readonly [null, null, Readable, Writable, Readable]
    const printed = printPage(openDevtoolsPipe(from, to), ticketUrl(), request).catch(async (thrown: unknown) => {
      if (thrown instanceof AppError) throw thrown
      // A pipe that breaks says less than the browser itself, which is about to end.
      await Promise.race([gone.promise, setTimeout(END_MS, undefined, { ref: false })])
      throw notStarted(program, thrown instanceof Error ? thrown.message : String(thrown))
    })
    return await withLimit(Promise.race([printed, gone.promise]))
  } finally {
    await endBrowser(browser)
    await rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
  }
}

async function printPage(pipe: DevtoolsPipe, ticketUrl: string, { page, plan }: PrintRequest): Promise<Uint8Array> {
  const browser = pipe.session(null)
  const { targetId } = await browser.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await browser.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
  const tab = pipe.session(sessionId)
  await tab.send('Page.enable')
  const { origin } = new URL(ticketUrl)
  // The ticket stands on no command line and in no address of the browser.
  await tab.send('Network.setCookie', {
    ...(await cookieOf(ticketUrl)),
    url: origin,
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
  })
  if (plan !== null)
    await tab.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `globalThis[${JSON.stringify(PRINT_WIRE.plan)}] = ${JSON.stringify(plan)}`,
    })
  const loaded = tab.next('Page.loadEventFired')
  // The browser may end before.
  loaded.catch(() => undefined)
  const { errorText } = await tab.send<{ errorText?: string }>('Page.navigate', { url: origin + printAddress(page) })
  if (errorText !== undefined)
    throw new AppError({ code: 'print-failed', message: `The page to print could not be opened (${errorText}).` })
  await loaded
  assertPrintable(await evaluate(tab, PRINT_STATE_SCRIPT))
  const { data } = await tab.send<{ data: string }>('Page.printToPDF', PDF_OPTIONS)
  return Buffer.from(data, 'base64')
}

type Tab = ReturnType<DevtoolsPipe['session']>

async function evaluate(tab: Tab, expression: string): Promise<unknown> {
  const { result } = await tab.send<{ result: { value?: unknown } }>('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  })
  return result.value
}

async function cookieOf(ticketUrl: string): Promise<{ readonly name: string; readonly value: string }> {
  const answer = await fetch(ticketUrl, { redirect: 'manual' })
  const [name = '', value = ''] = (answer.headers.get('set-cookie') ?? '').split(';')[0]!.split('=')
  await answer.body?.cancel()
  return { name, value }
}

/** The end of what a browser said, which tells why it did not start. */
function lastOutput(browser: ChildProcess): () => string {
  let text = ''
  browser.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString('utf8')).slice(-WORDS_OF_BROWSER)
  })
  return () =>
    text
      .trim()
      .split('\n')
      .findLast((line) => /\[.*(?:FATAL|ERROR)/u.test(line)) ??
    text.trim().split('\n').at(-1) ??
    ''
}

function notStarted(program: string, why: string): AppError {
  return new AppError({
    code: 'print-failed',
    message: `The browser "${program}" could not print: ${why === '' ? 'it ended at once' : why}`.replace(/\.?$/u, '.'),
    kept: 'Nothing was written.',
    next: 'Start it once by hand to see whether it works, or set COVERCAST_CHROMIUM to another one.',
  })
}

async function withLimit<T>(work: Promise<T>): Promise<T> {
  const late = new AppError({
    code: 'print-failed',
    message: 'The PDF took too long to make.',
    kept: 'Nothing was written.',
    next: 'Try again, or choose a shorter range.',
  })
  const done = new AbortController()
  try {
    return await Promise.race([
      work,
      setTimeout(PRINT_LIMIT_MS, undefined, { signal: done.signal }).then(() => {
        throw late
      }),
    ])
  } finally {
    done.abort()
  }
}

async function endBrowser(browser: ChildProcess): Promise<void> {
  if (browser.pid === undefined || browser.exitCode !== null || browser.signalCode !== null) return
  const ended = once(browser, 'exit')
  browser.kill('SIGTERM')
  await Promise.race([ended, setTimeout(END_MS, undefined, { ref: false })])
  if (browser.exitCode === null && browser.signalCode === null) browser.kill('SIGKILL')
  await ended
}
