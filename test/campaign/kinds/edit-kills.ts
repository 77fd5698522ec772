import { createWorkspace } from '../../../electron/store/workspaces.ts'
import { serveApp } from '../../support/served-app.ts'
import { type Findings, type Kind, NOTHING_FOUND, type Round } from '../campaign.ts'
import { createEditedPlan, editOnce, lostEdits } from '../edits.ts'

/** The app is killed while it is edited; whatever it said is stored must be there. */
export const editKills: Kind = {
  name: 'edit kills',
  obstacle: () => null,
  async run({ dataDir, random }: Round): Promise<Findings> {
    const paths = createWorkspace({ dataDir, name: 'Ours', source: { kind: 'demo' }, now: Date.now })
    const app = await serveApp({ folder: dataDir })
    const plan = await createEditedPlan(app, paths.id)
    const edits = random.integer(1, 70)
    for (let edit = 0; edit < edits; edit += 1) await editOnce(app, paths.id, plan)
    // One more is on its way when the process dies; nobody was told that it is stored.
    const last = editOnce(app, paths.id, plan).catch(() => undefined)
    const delayMs = random.integer(0, 10)
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    await app.end('SIGKILL')
    await last
    return { ...NOTHING_FOUND, lostEdits: lostEdits(paths, plan) }
  },
}
