import { expect, test } from 'vitest'
import { openedWork } from './plan-fixtures.ts'
import { NOW, tempWorkspace } from './temp-store.ts'

test('rules of agents are kept by agent, also of those the source does not know', () => {
  const { paths } = tempWorkspace()
  const work = openedWork(paths)
  const bea = {
    id: 'bea',
    name: 'Bea, from January',
    rules: { maxHoursPerWeek: 30, availability: [{ dayOfWeek: 1, startMinute: 540, endMinute: 1020 }] },
  }
  work.plannedAgents.save({ id: 'bea', name: null, rules: {} })
  work.plannedAgents.save({ id: 'ann', name: null, rules: { minRestHours: 11 } })
  work.plannedAgents.save(bea)
  work.close()
  const { plannedAgents } = openedWork(paths)
  expect(plannedAgents.list()).toEqual([{ id: 'ann', name: null, rules: { minRestHours: 11 } }, bea])
  expect([plannedAgents.remove('ann'), plannedAgents.remove('ann')]).toEqual([true, false])
  expect(plannedAgents.list()).toEqual([bea])
})

test('templates are kept in the order they were made', () => {
  const { paths } = tempWorkspace()
  const late = {
    id: 'z',
    name: 'Late',
    startMinute: 840,
    endMinute: 1320,
    breaks: [{ startMinute: 1080, endMinute: 1110 }],
    note: '',
  }
  const early = { id: 'a', name: 'Early', startMinute: 360, endMinute: 840, breaks: [], note: 'with the key' }
  openedWork(paths, NOW).shiftTemplates.save(late)
  const { shiftTemplates } = openedWork(paths, NOW + 1)
  shiftTemplates.save(early)
  shiftTemplates.save({ ...late, name: 'Evening' })
  expect(shiftTemplates.list()).toEqual([{ ...late, name: 'Evening' }, early])
  expect([shiftTemplates.remove('z'), shiftTemplates.remove('z'), shiftTemplates.list()]).toEqual([
    true,
    false,
    [early],
  ])
})
