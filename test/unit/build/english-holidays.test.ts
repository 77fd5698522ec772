import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { englishHolidays } from '../../../build/english-holidays.ts'

const TABLES = join(import.meta.dirname, '../../../node_modules/date-holidays/src/data.js')
const PLACES = [
  ['US'],
  ['US', 'NY'],
  ['DE', 'BY'],
  ['GB', 'SCT'],
  ['FR'],
  ['IN'],
  ['IL'],
  ['JP'],
  ['CN'],
  ['ET'],
  ['CH', 'ZH'],
]

describe('the holidays that are bundled', () => {
  const plugin = englishHolidays()
  const code = readFileSync(TABLES, 'utf8')

  it('are the same days with the same English names, in less than half the room', () => {
    const bundled = plugin.transform(code, TABLES)!
    expect(bundled.length).toBeLessThan(code.length / 2)
    const tables: unknown = JSON.parse(JSON.parse(/JSON\.parse\((.+)\)$/u.exec(bundled)![1]!) as string)
    // The class that the package gives its tables.
    const Parser = Object.getPrototypeOf(Holidays) as new (tables: unknown) => Holidays
    const english = new Parser(tables)
    const all = new Holidays()
    expect(english.getCountries('en')).toEqual(all.getCountries('en'))
    for (const place of PLACES) {
      all.init(...(place as [string]))
      english.init(...(place as [string]))
      expect([place, english.getHolidays(2026, 'en')]).toEqual([place, all.getHolidays(2026, 'en')])
    }
  })

  it('are the tables of that package alone, and missed where they move', () => {
    expect(plugin.transform(code, '/x/other/src/data.js')).toBeNull()
    expect(() => plugin.transform('const data = {}', TABLES)).toThrow(/no longer where/u)
  })
})
