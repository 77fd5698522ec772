import { expect, it } from 'vitest'
import { shownName } from '../../../shared/foundation/shown-name.ts'

it.each([null, undefined, '', ' ', '\t\n', '\u00A0', '\u200B\u200B', '\u2800', '\u3164', '\u202E', '\u115F'])(
  'takes a name that shows nothing for a missing one: %j',
  (name) => {
    expect(shownName(name)).toBeNull()
  },
)

it('leaves names as they are recorded', () => {
  for (const name of ['Ann', ' Ann ', '李', '0', '👩‍👩‍👧', 'a'.repeat(200)]) expect(shownName(name)).toBe(name)
})

it('cuts what is longer than any name between two characters, so that no table, page or print is filled by it', () => {
  expect(shownName('x'.repeat(1_000_000))).toBe(`${'x'.repeat(199)}…`)
  expect(shownName(`${'x'.repeat(198)}${'👩‍👩‍👧'.repeat(1000)}`)).toBe(`${'x'.repeat(198)}…`)
})
