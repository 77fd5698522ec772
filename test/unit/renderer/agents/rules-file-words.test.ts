import { expect, it } from 'vitest'
import { importedWords } from '../../../../renderer/features/agents/rules-file-words.ts'

it('says whose rules came from a file, and who is new', () => {
  expect(importedWords({ agents: 3, added: [] })).toBe('The rules of 3 agents are in.')
  expect(importedWords({ agents: 1, added: ['temp'] })).toBe('The rules of one agent are in. One was not known and was added: temp.')
  expect(importedWords({ agents: 7, added: ['a', 'b', 'c', 'd', 'e', 'f'] })).toBe('The rules of 7 agents are in. 6 were not known and were added: a, b, c, d, e and 1 more.')
  expect(importedWords({ agents: 0, added: [] })).toBe('The file names no agent: nothing was changed.')
})
