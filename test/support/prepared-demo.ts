import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { workspacePaths } from '../../electron/store/workspace-paths.ts'
import { prepareBareDemo } from './bare-demo.ts'
import { BUILT } from './built.ts'
import { runBegan } from './run-began.ts'

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'covercast-demo')
/** A folder that is being made longer was left by a process that was killed. */
const MAKING_LIFE_MS = 120_000

export interface PreparedDemo {
  /** The workspace learns by itself alone; else copies find what another of them has learned from the same. */
  readonly alone?: boolean

  /** The instant up to which it is synced. */
  readonly now: number
  /** How much history its syncs keep; absent: all. */
  readonly months?: number
}

/**
 * Puts the demo's workspace, synced, into a data folder unless that has workspaces: a copy of one that the built app synced once, because a sync takes
 * longer than most of what is tested on it, without the plan that is published with a new demo. What the built app is made from has changed: synced anew.
 */
export async function copyDemo(dataDir: string, demo: PreparedDemo): Promise<void> {
  if (existsSync(join(dataDir, 'workspaces.json'))) return
  const prepared = await preparedDemo(demo)
  // Beside it first: an app that is open already begins to use a workspace as soon as it is listed.
  const copy = mkdtempSync(`${dataDir}.`)
  cpSync(prepared, copy, { recursive: true, filter: (path) => !path.endsWith('learned') })
  // Copying gives folders the rights that a process gives by default.
  for (const entry of readdirSync(copy, { recursive: true, withFileTypes: true }))
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o700)
  if (!demo.alone) symlinkSync(learnedIn(prepared), learnedIn(copy), 'junction')
  moveWorkspaces(copy, dataDir)
  rmSync(copy, { recursive: true })
}

/** Moves the workspaces of one data folder into another, and lists them when they are whole. */
function moveWorkspaces(from: string, to: string): void {
  mkdirSync(join(to, 'workspaces'), { recursive: true, mode: 0o700 })
  for (const name of readdirSync(join(from, 'workspaces')).filter((one) => !one.startsWith('.')))
    renameSync(join(from, 'workspaces', name), join(to, 'workspaces', name))
  renameSync(join(from, 'workspaces.json'), join(to, 'workspaces.json'))
}

/** Where the only workspace of a data folder keeps what it learned: under the hash of all that it rests on, so that any other may use it. */
function learnedIn(dataDir: string): string {
  const [id] = readdirSync(join(dataDir, 'workspaces')).filter((name) => !name.startsWith('.'))
  return workspacePaths(dataDir, id!).learnedFolder
}

/**
 * The same, synced up to the instant at which the run of the tests began: for apps that run by the clock of this computer. One instant for
 * the whole run, so that what one app learns is found by all others.
 */
export async function copyRecentDemo(dataDir: string, months?: number): Promise<void> {
  await copyDemo(dataDir, { now: runBegan(), ...(months === undefined ? {} : { months }) })
}

async function preparedDemo({ now, months }: Omit<PreparedDemo, 'alone'>): Promise<string> {
  const build = createHash('sha256').update(readFileSync(BUILT.sources)).digest('hex').slice(0, 16)
  const folder = join(CACHE, build, `${new Date(now).toISOString().replaceAll(/\W/gu, '')}-${months ?? 'all'}`)
  const making = `${folder}.making`
  mkdirSync(join(CACHE, build), { recursive: true })
  while (!existsSync(folder)) {
    if (!begin(making)) {
      await pause(50)
      continue
    }
    try {
      if (!existsSync(folder)) await make({ now, ...(months === undefined ? {} : { months }) }, folder)
    } finally {
      rmSync(making, { recursive: true, force: true })
    }
  }
  return folder
}

/** Two processes that want the same one must not both make it. Whether it is for this one to do. */
function begin(making: string): boolean {
  try {
    mkdirSync(making)
    return true
  } catch {
    const since = statSync(making, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - since > MAKING_LIFE_MS) rmSync(making, { recursive: true, force: true })
    return false
  }
}

async function make({ now, months }: Omit<PreparedDemo, 'alone'>, folder: string): Promise<void> {
  for (const old of readdirSync(CACHE))
    if (!folder.startsWith(join(CACHE, old))) rmSync(join(CACHE, old), { recursive: true, force: true })
  const made = mkdtempSync(`${folder}.`)
  await prepareBareDemo(made, months === undefined ? {} : { months })
  execFileSync(
    process.execPath,
    [BUILT.commandLine, 'demo', '--now', new Date(now).toISOString(), '--data-dir', made],
    { stdio: 'ignore' },
  )
  mkdirSync(learnedIn(made), { recursive: true, mode: 0o700 })
  renameSync(made, folder)
}
