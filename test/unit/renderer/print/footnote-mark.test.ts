import { describe, expect, it } from 'vitest'
import { footnoteMark } from '../../../../renderer/print/capacity/footnote-mark.ts'

describe('the marks of footnotes', () => {
  const source = (...figures: string[]) => ({ source: 'plan' as const, figures, text: '' })
  const sources = [...Array.from({ length: 9 }, () => source('visitors')).slice(0, 8), source('cost'), source('cost')]

  it('are the raised numbers of all sources of a figure', () => {
    expect(footnoteMark(sources, ['cost'])).toBe(' ⁹ ¹⁰')
    expect(footnoteMark(sources, ['hours'])).toBe('')
  })
})
