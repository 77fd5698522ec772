import { expect, it, vi } from 'vitest'
import { keepBands } from '../../../../../../../renderer/features/plans/editor/bands/keep-bands.ts'
import {
  currentBands,
  haveBandsFailed,
  newestBands,
  openPlan,
} from '../../../../../../../renderer/features/plans/editor/store/editor-state.ts'
import { deleteShifts } from '../../../../../../../shared/plan/edits/edit-shifts.ts'
import { weekBands } from '../../../../../../../shared/predict/plan-prediction/week-bands.ts'
import { openEditor } from '../store/editor-fixture.ts'

it('draws bands after every edit, shows those before it meanwhile as such, and draws again what failed when asked to', async () => {
  vi.useFakeTimers()
  const { editor } = openEditor()
  let fails = false
  let drawn = 0
  const stop = keepBands(editor, (inputs) => ({
    draw: async (options) => {
      drawn += 1
      return fails ? null : weekBands(inputs, { ...options, draws: 20 })
    },
    close: () => undefined,
  }))
  const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(200)
  expect(newestBands(editor.store.getState())).toBeNull()
  await settle()
  const first = currentBands(editor.store.getState())
  expect(first).not.toBeNull()

  editor.run(deleteShifts(openPlan(editor.store.getState()), ['a'], () => 'step'))
  expect([currentBands(editor.store.getState()), newestBands(editor.store.getState())]).toEqual([null, first])
  await settle()
  expect(currentBands(editor.store.getState())).not.toEqual(first)

  fails = true
  editor.undo()
  await settle()
  expect([drawn, haveBandsFailed(editor.store.getState())]).toEqual([3, true])
  fails = false
  editor.setBands(null)
  await settle()
  expect([drawn, haveBandsFailed(editor.store.getState()), currentBands(editor.store.getState())]).toEqual([
    4,
    false,
    first,
  ])
  stop()
  vi.useRealTimers()
})
