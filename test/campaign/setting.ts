import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { workspacePaths, type WorkspacePaths } from '../../electron/store/workspace-paths.ts'
import { BUILT } from '../support/built.ts'
import { readFacts } from '../support/cache-facts.ts'
import { startPostgresProxy, type PostgresProxy } from '../support/postgres-proxy.ts'
import { createSmallCompany, ORGANIZATION } from '../support/small-company.ts'

export const NOW = Date.parse('2026-03-20T15:10:00Z')
const DAYS = 30
/** A command that takes longer hangs, however busy the machine. */
const HANGS_AFTER_MS = 120_000

export interface CommandEnd {
  /** null: it was killed. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly isHung: boolean
}

export interface CommandOptions {
  readonly environment?: Readonly<Record<string, string>>
  readonly onStart?: (child: ChildProcess) => void
}

export interface SyncOptions extends CommandOptions {
  readonly now?: number
  readonly more?: readonly string[]
}

/** A real Postgres with a small company, the built command line, and what an undisturbed sync brings. */
export interface Setting {
  readonly proxy: PostgresProxy
  /** Statements of an undisturbed first sync. */
  readonly statements: number
  /** Messages of the server in an undisturbed first sync. */
  readonly messages: number
  readonly undisturbed: ReturnType<typeof readFacts>
  /** Called with every statement that passes the proxy. */
  onStatement: (text: string) => void
  command(args: readonly string[], options?: CommandOptions): Promise<CommandEnd>
  /** `covercast sync` of the company through the proxy. */
  sync(dataDir: string, options?: SyncOptions): Promise<CommandEnd>
  withDataFolder<T>(work: (dataDir: string) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export async function openSetting(serverUrl: string): Promise<Setting> {
  const database = await createSmallCompany(serverUrl, { now: NOW, days: DAYS, visitsPerDay: 60 })
  const hook: Pick<Setting, 'onStatement'> = { onStatement: () => undefined }
  const proxy = await startPostgresProxy(database.url, { onStatement: (text) => hook.onStatement(text) })
  const partial: Omit<Setting, 'statements' | 'messages' | 'undisturbed'> = Object.assign(hook, {
    proxy,
    command: runCommand,
    sync: (dataDir: string, { now = NOW, more = [], ...options }: SyncOptions = {}) => {
      const url = new URL(proxy.url)
      url.searchParams.set('connect_timeout', '3')
      const args = [
        'sync',
        '--json',
        '--data-dir',
        dataDir,
        '--source',
        url.href,
        '--org',
        ORGANIZATION,
        '--now',
        new Date(now).toISOString(),
        ...more,
      ]
      return runCommand(args, options)
    },
    async withDataFolder<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
      const folder = mkdtempSync(join(tmpdir(), 'covercast-campaign-'))
      try {
        return await work(join(folder, 'data'))
      } finally {
        hook.onStatement = () => undefined
        proxy.resume()
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
      }
    },
    async close() {
      await proxy.close()
      await database.drop()
    },
  })
  const undisturbed = await partial.withDataFolder(async (dataDir) => {
    const end = await partial.sync(dataDir)
    if (end.code !== 0) throw new Error(`The undisturbed sync failed: ${end.stderr}`)
    return readFacts(dataDir)
  })
  const { statements, messages } = proxy.count()
  return Object.assign(partial, { undisturbed, statements: statements.length, messages })
}

async function runCommand(
  args: readonly string[],
  { environment = {}, onStart = () => undefined }: CommandOptions = {},
): Promise<CommandEnd> {
  const child = spawn(process.execPath, [BUILT.commandLine, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  const written = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (written[name] += text))
  let isHung = false
  const impatient = setTimeout(() => {
    isHung = true
    child.kill('SIGKILL')
  }, HANGS_AFTER_MS)
  onStart(child)
  const [code] = (await once(child, 'close')) as [number | null]
  clearTimeout(impatient)
  return { code, ...written, isHung }
}

/** The workspaces that lie in a data folder. */
export function workspacesIn(dataDir: string): readonly WorkspacePaths[] {
  const folder = join(dataDir, 'workspaces')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.'),
  )
  return names.map(({ name }) => workspacePaths(dataDir, name))
}

/** 1 where the only workspace has other figures than an undisturbed sync brings. */
export function unequalFigures({ undisturbed }: Setting, dataDir: string): number {
  return JSON.stringify(readFacts(dataDir)) === JSON.stringify(undisturbed) ? 0 : 1
}

/** Workspaces beyond the one that is to be there. */
export function secondWorkspaces(dataDir: string): number {
  return Math.max(0, workspacesIn(dataDir).length - 1)
}
