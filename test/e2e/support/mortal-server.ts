import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { BUILT } from '../../support/built.ts'
import { copyRecentDemo } from '../../support/prepared-demo.ts'

/** The built app, served from one data folder, to be ended in any way and started again. */
export interface MortalServer {
  /** Its data folder. */
  readonly folder: string
  /** Starts it, again where it runs, and answers its address. */
  readonly start: () => Promise<string>
  /** Its address; starts it where it does not run. */
  readonly running: () => Promise<string>
  /** SIGTERM: as its user ends it; SIGKILL: as nobody wants it to end. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
  readonly close: () => Promise<void>
}

/** Every start learns anew: from a short history that is quicker. */
const MONTHS = 4

/** Begins with the demo, as `openDemo` finds it. */
export function mortalServer(): MortalServer {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-e2e-'))
  let server: ChildProcess | null = null
  let address = ''
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = server
    server = null
    if (ending === null) return
    const ended = once(ending, 'exit')
    ending.kill(signal)
    await ended
  }
  const start = async (): Promise<string> => {
    await end('SIGTERM')
    await copyRecentDemo(folder, MONTHS)
    const started = spawn(process.execPath, [BUILT.commandLine, 'serve', '--no-open', '--json', '--data-dir', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TZ: 'America/New_York' },
    })
    server = started
    let text = ''
    for await (const line of createInterface({ input: started.stdout })) {
      text += line
      const url = /"url":\s*"([^"]+)"/.exec(text)?.[1]
      if (url !== undefined) return (address = url)
    }
    throw new Error(`The app did not start: ${text}`)
  }
  return {
    folder,
    start,
    running: async () => (server === null ? start() : address),
    end,
    async close() {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
