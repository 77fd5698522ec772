import { expect, it } from 'vitest'
import { plannedFrom } from '../../../electron/backend/agents/work.ts'
import { rulesFromFile } from '../../../shared/contract/rules-file.ts'

it('keeps the name of an agent whom a rules file does not name, and makes up none', () => {
  const text = JSON.stringify({
    agents: [{ agentId: 'ann' }, { agentId: 'bob', name: 'Bob' }, { agentId: 'constructor', maxHoursPerWeek: 8 }],
  })
  expect(plannedFrom(rulesFromFile(text), [{ id: 'ann', name: 'Ann', rules: {} }])).toEqual([
    { id: 'ann', name: 'Ann', rules: {} },
    { id: 'bob', name: 'Bob', rules: {} },
    { id: 'constructor', name: null, rules: { maxHoursPerWeek: 8 } },
  ])
})
