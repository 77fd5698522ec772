import { expect, it } from 'vitest'
import { distinctNames } from '../../../shared/plan/distinct-names.ts'

it('leaves names alone that one agent has, and tells agents of one name apart by as much of the id as that takes', () => {
  const agents = [
    { id: 'aaaa-1111', name: 'Ann Lee' },
    { id: 'aaaa-2222', name: 'ann lee ' },
    { id: 'bbbb-3333', name: 'Ann Lee' },
    { id: 'cccc-4444', name: 'Bob' },
    { id: 'x', name: 'Eve' },
    { id: 'xy', name: 'Eve' },
  ]
  expect([...distinctNames(agents).values()]).toEqual([
    'Ann Lee (aaaa-1)',
    'ann lee  (aaaa-2)',
    'Ann Lee (bbbb)',
    'Bob',
    'Eve (x)',
    'Eve (xy)',
  ])
})
