import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openWorkThread } from '../../support/work-thread.ts'
import { readRegistry } from '../../../electron/store/workspace-registry.ts'
import { createWorkspace } from '../../../electron/store/workspaces.ts'
import { now, tempFolder } from './temp-store.ts'

const CAN_MOUNT = process.platform === 'linux' && process.getuid?.() === 0

/** A data folder on a small disk of its own, with a workspace that is open, and not a byte left. */
async function fullDisk() {
  const dataDir = join(tempFolder(), 'data')
  mkdirSync(dataDir)
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', dataDir], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`A small file system could not be mounted: ${stderr}`)
  onTestFinished(() => void spawnSync('umount', ['--lazy', dataDir]))
  const { id } = createWorkspace({ dataDir, name: 'Unmistakable Ltd', source: { kind: 'demo' }, now })
  const role = openWorkThread({ dataDir, now })
  onTestFinished(() => {
    rmSync(join(dataDir, 'filling'))
    role.close()
  })
  await role.saveViewState(id, 'coverage', { days: 7 })
  fill(join(dataDir, 'filling'))
  return { dataDir, id, role }
}

function fill(file: string): void {
  const descriptor = openSync(file, 'w')
  try {
    for (;;) writeSync(descriptor, Buffer.alloc(4096))
  } catch {
    // Full.
  } finally {
    closeSync(descriptor)
  }
}

describe.runIf(CAN_MOUNT)('on a full disk', () => {
  test('an edit is refused, and it is said why', async () => {
    const { id, role } = await fullDisk()
    const large = { text: 'x'.repeat(50_000) }
    await expect(role.saveViewState(id, 'coverage', large)).rejects.toMatchObject({
      code: 'disk-full',
      kept: 'What was saved before is unchanged.',
    })
  })

  test('a workspace that is open can be erased, which makes room, and leaves no name', async () => {
    const { dataDir, id, role } = await fullDisk()
    await role.erase(id)
    expect(await role.list()).toEqual([])
    expect(existsSync(join(dataDir, 'workspaces', id))).toBe(false)
    expect(readRegistry(dataDir).entries.has(id)).toBe(false)
  })

  test('a workspace that nobody here has open can be erased too', async () => {
    const { dataDir, id } = await fullDisk()
    const other = openWorkThread({ dataDir, now })
    await other.erase(id)
    expect(await other.list()).toEqual([])
    expect(readRegistry(dataDir).entries.has(id)).toBe(false)
    other.close()
  })
})

test('a list of workspaces that a process did not finish writing is gone with the next start', () => {
  const dataDir = join(tempFolder(), 'data')
  createWorkspace({ dataDir, name: 'Ours', source: null, now })
  writeFileSync(join(dataDir, 'workspaces.json.4711.part'), '{"name": "Unmistakable Ltd"')
  openWorkThread({ dataDir, now }).close()
  expect(readdirSync(dataDir).filter((name) => name.endsWith('.part'))).toEqual([])
})
