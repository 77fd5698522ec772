import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale } from './build-if-stale.ts'
import { chooseHost, FETCHING, fetchedText, hasDisplay, type Runtime } from './desktop/choose-host.ts'
import { fetchRuntime, installedRuntime } from './desktop/electron-runtime.ts'
import { createTextLine } from './terminal/progress-line.ts'

// A checkout's way in: builds what is missing or stale, then runs it. `launch.ts app` is the app, in a window or (`--browser`) in a browser;
// anything else is the `covercast` command.
const root = join(import.meta.dirname, '..')
const [first, ...rest] = process.argv.slice(2)

try {
  buildIfStale()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
await (first === 'app' ? startApp(rest) : runCommand())

async function startApp(args: readonly string[]): Promise<void> {
  const wantsBrowser = args.includes('--browser')
  const { platform, env: environment } = process
  const isWindowPossible = !wantsBrowser && hasDisplay(platform, environment)
  const host = chooseHost({
    wantsBrowser,
    platform,
    environment,
    runtime: isWindowPossible ? await windowRuntime() : { kind: 'missing', reason: '' },
    userId: process.getuid?.() ?? null,
  })
  if (host.note !== null) say(host.note)
  const others = args.filter((argument) => argument !== '--browser')
  if (host.kind === 'browser') {
    process.argv.splice(2, process.argv.length, 'serve', ...others)
    return runCommand()
  }
  const child = spawn(host.executable, [...host.switches, root, ...others], { stdio: 'inherit' })
  // The window's process decides when it is over; Ctrl+C reaches it by itself.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void (signal === 'SIGINT' ? null : child.kill(signal)))
  const [code] = (await once(child, 'exit')) as [number | null]
  process.exitCode = code ?? 1
}

/** The runtime that is here, else the one that is downloaded now, for as long as the user waits. */
async function windowRuntime(): Promise<Runtime> {
  const installed = installedRuntime(root)
  if (installed !== null) return { kind: 'there', path: installed }
  const stop = new AbortController()
  const line = createTextLine(process.stderr, Date.now)
  const stopFetching = (): void => {
    line.end()
    stop.abort()
  }
  process.on('SIGINT', stopFetching)
  say(FETCHING)
  const runtime = await fetchRuntime(root, {
    stop: stop.signal,
    onProgress: (fetched) => line.show(fetchedText(fetched)),
  })
  line.end()
  process.off('SIGINT', stopFetching)
  return runtime
}

async function runCommand(): Promise<void> {
  await import(pathToFileURL(join(root, 'out', 'main', 'cli.js')).href)
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
