import { describe, expect, it } from 'vitest'
import { createFormatter } from '../../../electron/terminal/format.ts'

describe('dates and figures on the command line', () => {
  it.each(['th-TH', 'th-TH-u-ca-buddhist-nu-thai', 'ar-EG', 'fa-IR', 'ja-JP-u-ca-japanese', 'hi-IN-u-nu-deva'])(
    'are of the Gregorian calendar and in Latin digits in %s, as on the page',
    (locale) => {
      const format = createFormatter(locale)
      const shown = `${format.date('2026-03-01')} ${format.count(1234)}`
      expect(shown).toContain('2026')
      expect(shown).not.toMatch(/2569|1447|1404/u)
      expect(shown.match(/\p{Nd}/gu)!.filter((digit) => !/[0-9]/u.test(digit))).toEqual([])
    },
  )

  it.each(['de_DE@euro', 'C', 'POSIX', '', 'en-US-u-va-posix', 'no_such_LOCALE'])(
    'can be written where the system calls its language "%s"',
    (locale) => {
      expect(createFormatter(locale).date('2026-03-01')).toContain('2026')
    },
  )
})
