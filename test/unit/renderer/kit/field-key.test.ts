import { describe, expect, it } from 'vitest'
import { fieldKey } from '../../../../renderer/kit/field-key.ts'

describe('a key in a text field', () => {
  it('keeps or discards what was typed', () => {
    expect(['Enter', 'Escape', 'a'].map((key) => fieldKey({ key, isComposing: false }))).toEqual([
      'keep',
      'discard',
      null,
    ])
  })

  it('belongs to the word that is being composed, so that no half of a name is kept', () => {
    expect(['Enter', 'Escape'].map((key) => fieldKey({ key, isComposing: true }))).toEqual([null, null])
  })
})
