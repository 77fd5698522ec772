import { describe, expect, it } from 'vitest'
import { createEditorSession } from '../../../../renderer/features/plans/editor/editor-session.ts'
import { createKeptSessions, type PlanWork } from '../../../../renderer/features/plans/editor/kept-sessions.ts'
import { createPlanSaver } from '../../../../renderer/features/plans/editor/plan-saver.ts'

/** A plan that was opened at revision 3 and edited once; the edit is stored when it is said so. */
function workOnPlan() {
  let store = (): void => undefined
  const saver = createPlanSaver({
    revision: 3,
    apply: () => new Promise((resolve) => void (store = () => resolve({ revision: 4 }))),
    reportOf: (error) => ({ code: 'internal', message: String(error) }),
    mayPass: () => false,
    wait: () => () => undefined,
  })
  saver.add({ kind: 'undo' })
  const plan = { name: 'Left', timeZone: 'America/New_York', poolId: null, kind: 'weekly', shifts: [] } as const
  const work: PlanWork = { saver, session: createEditorSession({ plan, done: [], undone: [], onOperation: saver.add }) }
  return {
    work,
    store: async (): Promise<void> => {
      store()
      await new Promise((done) => setTimeout(done))
    },
  }
}

describe('a plan that is left before its edits are saved', () => {
  it('is gone on with where it is opened again', () => {
    const kept = createKeptSessions()
    const { work } = workOnPlan()
    kept.leave('plan', work)
    expect([kept.find('plan', 3), kept.find('another', 3), kept.hasUnsaved()]).toEqual([work, null, true])
    kept.take('plan')
    expect([kept.find('plan', 3), kept.hasUnsaved()]).toEqual([null, false])
  })

  it('is not kept where everything was saved, or given up', async () => {
    const kept = createKeptSessions()
    const [saved, givenUp] = [workOnPlan(), workOnPlan()]
    await saved.store()
    givenUp.work.saver.giveUp()
    kept.leave('saved', saved.work)
    kept.leave('given up', givenUp.work)
    expect([kept.find('saved', 3), kept.find('given up', 3)]).toEqual([null, null])
  })

  it('is gone on with where it was saved after what is opened was read, not where another window changed it since', async () => {
    const kept = createKeptSessions()
    const { work, store } = workOnPlan()
    kept.leave('plan', work)
    await store()
    expect([3, 4, 5].map((revision) => kept.find('plan', revision) === work)).toEqual([true, true, false])
    expect(kept.hasUnsaved()).toBe(false)
  })
})
