import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Runtime } from './choose-host.ts'

/** Where nothing can be downloaded this fails at once; where something can, nobody waits for all of it. */
const PATIENCE_MS = 4000

/** Electron's executable in a checkout, as its package says; null: only the package is there. */
export function installedRuntime(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? executable : null
}

/** The runtime, or a start at getting it: a download that takes long goes on by itself, for the next time. */
export async function findRuntime(root: string): Promise<Runtime> {
  const installed = installedRuntime(root)
  if (installed !== null) return { kind: 'there', path: installed }
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(installer)) return { kind: 'missing' }
  const child = spawn(process.execPath, [installer], { detached: true, stdio: 'ignore' })
  const { promise: ended, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), PATIENCE_MS)
  child.once('exit', () => resolve(true))
  child.once('error', () => resolve(true))
  const hasEnded = await ended
  clearTimeout(timer)
  child.unref()
  if (!hasEnded) return { kind: 'downloading' }
  const downloaded = installedRuntime(root)
  return downloaded === null ? { kind: 'missing' } : { kind: 'there', path: downloaded }
}
