import { expect, it } from 'vitest'
import { readRules } from '../../../electron/backend/roles/read-rules.ts'

it('keeps the name of an agent whom a rules file does not name, and makes up none', () => {
  const text = JSON.stringify({ agents: [{ agentId: 'ann' }, { agentId: 'bob', name: 'Bob' }, { agentId: 'constructor', maxHoursPerWeek: 8 }] })
  expect(readRules(text, [{ id: 'ann', name: 'Ann', rules: {} }])).toEqual([
    { id: 'ann', name: 'Ann', rules: {} },
    { id: 'bob', name: 'Bob', rules: {} },
    { id: 'constructor', name: null, rules: { maxHoursPerWeek: 8 } },
  ])
})
