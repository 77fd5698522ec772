import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clip } from '../../../shared/foundation/clip.ts'
import { safeFileName } from '../../../shared/foundation/file-name.ts'
import { tries } from '../../support/deep.ts'

const ANY_TEXT = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-composite' }), fc.string())

describe('a text that is cut', () => {
  it('ends before the character that does not fit whole', () => {
    expect(clip('ab😀', 3)).toBe('ab')
    expect(clip('ab😀', 4)).toBe('ab😀')
    expect(clip('ab👩‍👩‍👧', 6)).toBe('ab')
    expect(clip('abe\u0301', 3)).toBe('ab')
  })

  it('is the beginning of what it was, and can always be written', () => {
    fc.assert(
      fc.property(ANY_TEXT, fc.nat(30), (text, most) => {
        const cut = clip(text, most)
        expect(cut.length).toBeLessThanOrEqual(most)
        expect(cut.isWellFormed()).toBe(true)
        expect(text.toWellFormed().startsWith(cut.replace(/\uFFFD$/u, ''))).toBe(true)
      }),
      tries(300, 9),
    )
  })
})

describe('the name of a file', () => {
  it.each([
    ['Acme Ltd', 'Acme Ltd.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['a/b\\c:d*e?f"g<h>i|j\nk', 'a b c d e f g h i j k.pdf'],
    ['...', 'covercast.pdf'],
    ['???', 'covercast.pdf'],
    ['Größe 日本', 'Größe 日本.pdf'],
    // Windows opens a device by these.
    ['con', 'con_.pdf'],
    ['Aux.2026', 'Aux_.2026.pdf'],
    ['LPT1', 'LPT1_.pdf'],
    ['COM¹ week', 'COM¹_ week.pdf'],
    ['Conference', 'Conference.pdf'],
    ['a\ud83db', 'ab.pdf'],
    ['Ann\u202efdp', 'Annfdp.pdf'],
  ])('is one that any file system takes: %j', (name, expected) => {
    expect(safeFileName(name, 'pdf')).toBe(expected)
  })

  it('can be sent and written, whatever stands where it is cut', () => {
    expect(safeFileName(`${'a'.repeat(79)}😀`, 'pdf')).toBe(`${'a'.repeat(79)}.pdf`)
    fc.assert(
      fc.property(ANY_TEXT, fc.nat(90), (text, before) => {
        const name = safeFileName(`${'a'.repeat(before)}${text}`, 'pdf')
        expect(() => encodeURIComponent(name)).not.toThrow()
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
      }),
      tries(300, 10),
    )
  })
})
