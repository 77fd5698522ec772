import { expect, it } from 'vitest'
import { importedText } from '../../../../../renderer/features/agents/rules-file-text.ts'

it('says whose rules came from a file, and who is new', () => {
  expect(importedText({ agents: 3, added: [], hasPlanRules: false })).toBe('Rules of 3 agents imported.')
  expect(importedText({ agents: 1, added: ['temp'], hasPlanRules: false })).toBe(
    'Rules of one agent imported. One was new and added: temp.',
  )
  expect(importedText({ agents: 7, added: ['a', 'b', 'c', 'd', 'e', 'f'], hasPlanRules: false })).toBe(
    'Rules of 7 agents imported. 6 were new and added: a, b, c, d, e and 1 more.',
  )
  expect(importedText({ agents: 0, added: [], hasPlanRules: false })).toBe(
    'The file has no agents. Nothing was changed.',
  )
  expect(importedText({ agents: 1, added: [], hasPlanRules: true })).toBe(
    'Rules of one agent imported. Rules for plans were left out: fill them in under “Rules of this plan”.',
  )
})
