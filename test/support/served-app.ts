import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { createTRPCClient, httpBatchLink, type TRPCClient } from '@trpc/client'
import type { AppRouter } from '../../electron/backend/core/router.ts'
import { BUILT } from './built.ts'

/** The built app, served from a data folder by a process of its own, and its page's client. */
export interface ServedApp {
  readonly client: TRPCClient<AppRouter>
  /** Ends the process, and waits until it has ended. */
  end(signal: 'SIGTERM' | 'SIGHUP' | 'SIGINT' | 'SIGKILL'): Promise<void>
}

export interface ServeOptions {
  readonly folder: string
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts `covercast serve` and signs in to it as a browser does. */
export async function serveApp({ folder, environment = {} }: ServeOptions): Promise<ServedApp> {
  const server = spawn(process.execPath, [BUILT.commandLine, 'serve', '--no-open', '--json', '--data-dir', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...environment },
  })
  const ended = once(server, 'exit')
  const url = await addressOf(server)
  const { origin } = new URL(url)
  const entry = await fetch(url, { redirect: 'manual' })
  const cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? ''
  const link = httpBatchLink({ url: `${origin}/trpc`, maxItems: 1, headers: { cookie, origin } })
  return {
    client: createTRPCClient<AppRouter>({ links: [link] }),
    async end(signal) {
      server.kill(signal)
      await ended
    },
  }
}

async function addressOf(server: ChildProcess): Promise<string> {
  let text = ''
  for await (const line of createInterface({ input: server.stdout! })) {
    text += line
    const url = /"url":\s*"([^"]+)"/u.exec(text)?.[1]
    if (url !== undefined) return url
  }
  throw new Error(`The app did not start: ${text}`)
}
