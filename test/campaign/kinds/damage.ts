import { closeSync, openSync, readdirSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Draw } from '../draw.ts'
import { serveApp } from '../../support/served-app.ts'
import { type Findings, type Kind, NOTHING_FOUND, type Round } from '../campaign.ts'
import { createEditedPlan, editOnce, lostEdits } from '../edits.ts'
import { secondWorkspaces, unequalFigures, workspacesIn } from '../setting.ts'

/** A file of a closed workspace is damaged at a random place; the documented sync must find and repair it. */
export const damage: Kind = {
  name: 'damage',
  obstacle: () => null,
  async run({ setting, dataDir, random }: Round): Promise<Findings> {
    await setting.sync(dataDir)
    const [paths] = workspacesIn(dataDir)
    if (paths === undefined) throw new Error('The sync made no workspace.')
    const app = await serveApp({ folder: dataDir })
    const plan = await createEditedPlan(app, paths.id)
    for (let edit = 0; edit < 3; edit += 1) await editOnce(app, paths.id, plan)
    await app.end('SIGTERM')
    const backups = readdirSync(paths.backupsFolder).map((name) => join(paths.backupsFolder, name))
    const file = [paths.cacheFile, paths.workFile, backups[random.integer(0, backups.length - 1)]!][
      random.integer(0, 2)
    ]!
    breakFile(file, random)
    const again = await setting.sync(dataDir, { more: ['--full'] })
    if (again.code !== 0 && !again.isHung)
      throw new Error(`The sync after damage to ${file.slice(paths.folder.length + 1)} failed: ${again.stderr}`)
    const second = secondWorkspaces(dataDir)
    return {
      ...NOTHING_FOUND,
      hungJobs: Number(again.isHung),
      secondWorkspaces: second,
      lostEdits: lostEdits(paths, plan),
      unequalFigures: second > 0 ? 0 : unequalFigures(setting, dataDir),
    }
  },
}

function breakFile(file: string, random: Draw): void {
  const { size } = statSync(file)
  switch (random.integer(0, 3)) {
    case 0:
      return rmSync(file)
    case 1:
      return truncateSync(file, random.integer(0, size - 1))
    case 2:
      return overwrite(file, { at: random.integer(0, Math.max(0, size - 4096)), bytes: 4096 })
    default:
      return overwrite(file, { at: random.integer(0, size - 1), bytes: 1 + random.integer(0, 64) })
  }
}

function overwrite(file: string, { at, bytes }: { readonly at: number; readonly bytes: number }): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(bytes, 0xa5), 0, bytes, at)
  closeSync(descriptor)
}
