import { describe, expect, it } from 'vitest'
import { createFormatter } from '../../../../renderer/format/formatter.ts'
import { usableLanguage } from '../../../../shared/language/languages.ts'

describe('the language of the system', () => {
  it('is taken as it stands where it can be', () => {
    expect(usableLanguage(['de-CH', 'en-US'])).toBe('de-CH')
    expect(usableLanguage(['ar-EG-u-nu-arab'])).toBe('ar-EG-u-nu-arab')
  })

  it('is taken without what some systems add to it', () => {
    expect(usableLanguage(['en-US@posix'])).toBe('en-US')
    expect(usableLanguage(['de_DE.UTF-8'])).toBe('de-DE')
  })

  it('is the next wish where one says nothing, and English where none does', () => {
    expect(usableLanguage(['C', 'und', 'fr-FR'])).toBe('fr-FR')
    expect(usableLanguage(['C.UTF-8', 'POSIX', '', undefined])).toBe('en')
    expect(usableLanguage([])).toBe('en')
  })

  it.each(['en-US@posix', 'und', 'C', 'c', 'POSIX', '', 'x', '*', 'de_AT.UTF-8@euro', 'zz-ZZ'])(
    '"%s" leads to dates and numbers',
    (wish) => {
      const format = createFormatter({ languages: [wish], firstDayOfWeek: null })
      expect(format.date('2026-03-09')).toMatch(/2026/)
      expect(format.count(1234)).toMatch(/1.?234/)
      expect(format.weekOrder).toHaveLength(7)
    },
  )
})
