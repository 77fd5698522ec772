import { describe, expect, it } from 'vitest'
import { parseEffect } from '../../../electron/terminal/commands/marks.ts'
import { createFormatter } from '../../../electron/terminal/format.ts'
import { toErrorReport } from '../../../shared/foundation/errors.ts'

const { texts } = createFormatter('en-US', 'en')

function refusalOf(value: string): { readonly message: string; readonly next: string | null } {
  try {
    parseEffect(value, texts)
  } catch (thrown) {
    const { message, next = null } = toErrorReport(thrown)
    return { message, next }
  }
  throw new Error(`${value} was accepted`)
}

describe('what is expected of an event', () => {
  it('is read in percent or in visitors', () => {
    expect(parseEffect('-98%', texts)).toEqual({ kind: 'share', value: -0.98 })
    expect(parseEffect('+200', texts)).toEqual({ kind: 'visitors', value: 200 })
  })

  it('is refused with its limits where it goes too far', () => {
    for (const value of ['-99%', '-100%', '+3000%', '2000000']) {
      const { message, next } = refusalOf(value)
      expect(message).toBe(`“${value}” goes further than can be expected of an event.`)
      expect(next).toContain('from -98% to +2000%')
    }
    expect(refusalOf('much').message).toBe('“much” is not a change of visitors.')
  })
})
