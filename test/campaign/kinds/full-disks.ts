import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { serveApp } from '../../support/served-app.ts'
import { type Findings, type Kind, NOTHING_FOUND, type Round } from '../campaign.ts'
import { createEditedPlan, editOnce, lostEdits } from '../edits.ts'
import { secondWorkspaces, unequalFigures, workspacesIn } from '../setting.ts'

/** The disk, a small file system of its own, is full at a random moment of a sync and of edits, and has room again later. */
export const fullDisks: Kind = {
  name: 'full disks',
  obstacle: () =>
    process.platform === 'linux' && process.getuid?.() === 0
      ? null
      : 'a small file system can be mounted by root on Linux only',
  async run({ setting, dataDir, random }: Round): Promise<Findings> {
    mkdirSync(dataDir, { recursive: true })
    mount(dataDir, `size=${random.integer(250, 1500)}k`)
    try {
      const full = await setting.sync(dataDir)
      if (full.code !== 0 && !/full/iu.test(full.stderr)) throw new Error(`A full disk was told so: ${full.stderr}`)
      mount(dataDir, 'remount,size=64m')
      const again = await setting.sync(dataDir)
      if (again.code !== 0) throw new Error(`The sync with room again failed: ${again.stderr}`)
      const [paths] = workspacesIn(dataDir)
      if (paths === undefined) throw new Error('The sync made no workspace.')
      const app = await serveApp({ folder: dataDir })
      const plan = await createEditedPlan(app, paths.id)
      const used = usedKilobytes(dataDir)
      mount(dataDir, `remount,size=${used + random.integer(0, 200)}k`)
      // Until one is refused, or there is room enough for all.
      for (let edit = 0; edit < 60; edit += 1) {
        const refused = await editOnce(app, paths.id, plan).then(
          () => false,
          () => true,
        )
        if (refused) break
      }
      mount(dataDir, 'remount,size=64m')
      await app.end('SIGKILL')
      const second = secondWorkspaces(dataDir)
      const hungJobs = Number(full.isHung) + Number(again.isHung)
      return {
        ...NOTHING_FOUND,
        hungJobs,
        secondWorkspaces: second,
        lostEdits: lostEdits(paths, plan),
        unequalFigures: second > 0 ? 0 : unequalFigures(setting, dataDir),
      }
    } finally {
      spawnSync('umount', ['--lazy', dataDir])
    }
  },
}

function mount(folder: string, options: string): void {
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`A small file system could not be mounted: ${stderr}`)
}

function usedKilobytes(folder: string): number {
  const { stdout } = spawnSync('df', ['--output=used', '-k', folder], { encoding: 'utf8' })
  return Number(stdout.trim().split('\n').at(-1))
}
