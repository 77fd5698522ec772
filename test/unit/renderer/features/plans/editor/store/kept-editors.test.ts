import { describe, expect, it } from 'vitest'
import { createKeptEditors } from '../../../../../../../renderer/features/plans/editor/store/kept-editors.ts'
import { openEditor } from './editor-fixture.ts'

/** A plan that was opened at revision 3 and edited once; the edit is stored when the test says so. */
function workOnPlan(): ReturnType<typeof openEditor> {
  const opened = openEditor({ revision: 3 })
  opened.editor.run({
    id: 'step',
    label: 'Delete',
    removed: opened.editor.store.getState().history.plan.shifts.slice(0, 1),
    added: [],
    details: null,
  })
  return opened
}

describe('a plan that is left before its edits are saved', () => {
  it('is gone on with where it is opened again', () => {
    const kept = createKeptEditors()
    const { editor } = workOnPlan()
    kept.leave('plan', editor)
    expect([kept.find('plan', 3), kept.find('another', 3), kept.hasUnsaved()]).toEqual([editor, null, true])
    kept.take('plan')
    expect([kept.find('plan', 3), kept.hasUnsaved()]).toEqual([null, false])
  })

  it('is not kept where everything was saved, or given up', async () => {
    const kept = createKeptEditors()
    const [saved, givenUp] = [workOnPlan(), workOnPlan()]
    await saved.store()
    givenUp.editor.giveUpUnsaved()
    kept.leave('saved', saved.editor)
    kept.leave('given up', givenUp.editor)
    expect([kept.find('saved', 3), kept.find('given up', 3)]).toEqual([null, null])
  })

  it('is gone on with where it was saved after what is opened was read, not where another window changed it since', async () => {
    const kept = createKeptEditors()
    const { editor, store } = workOnPlan()
    kept.leave('plan', editor)
    await store()
    expect([3, 4, 5].map((revision) => kept.find('plan', revision) === editor)).toEqual([true, true, false])
    expect(kept.hasUnsaved()).toBe(false)
  })
})
