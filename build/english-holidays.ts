/** Where the holidays of the world are among the packages. */
const TABLES = /date-holidays[\\/]src[\\/]data\.js$/u
const BEFORE_TABLES = 'export const data = '

/** Bundles the names of holidays in the one language that is read: in all of them, and laid out as in their package, the tables take 1.4 MB more. */
export function englishHolidays() {
  return {
    name: 'english-holidays',
    transform(code: string, id: string): string | null {
      if (!TABLES.test(id)) return null
      const begin = code.indexOf(BEFORE_TABLES)
      if (begin < 0)
        throw new Error('The tables of date-holidays are no longer where they were: see build/english-holidays.ts.')
      const tables: unknown = JSON.parse(code.slice(begin + BEFORE_TABLES.length))
      const text = JSON.stringify(JSON.stringify(inEnglish(tables)))
      return `export const data = JSON.parse(${text})`
    },
  }
}

/** Of names that are there in English the others are left out; what has no English name keeps all. */
function inEnglish(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => inEnglish(one))
  if (typeof value !== 'object' || value === null) return value
  if ((key === 'name' || key === 'names') && 'en' in value && typeof value.en === 'string') return { en: value.en }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inEnglish(inner, name)]))
}
