/** How figures and times are written for people, in their locale. */
export interface Formatter {
  count(value: number): string
  /** "1 visitor", "2,310 visitors". */
  visitors(value: number): string
  /** "78 %", from 0-100. */
  rate(value: number): string
  /** One decimal. */
  average(value: number): string
  hour(hour: number): string
  date(localDate: string): string
  /** Date and time of an instant in a zone. */
  instant(epochMs: number, timeZone: string): string
  duration(ms: number): string
  bytes(size: number): string
}

export function createFormatter(locale: string): Formatter {
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  return {
    count: (value) => integers.format(value),
    visitors: (value) => `${integers.format(value)} ${value === 1 ? 'visitor' : 'visitors'}`,
    rate: (value) => `${integers.format(roundRate(value))} %`,
    average: (value) => decimals.format(value),
    hour: (hour) => `${String(hour).padStart(2, '0')}:00`,
    date: (localDate) => dates.format(Date.parse(`${localDate}T00:00:00Z`)),
    instant: (epochMs, timeZone) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(epochMs),
    duration: formatDuration,
    bytes: (size) => (size < 1_000_000 ? `${decimals.format(size / 1000)} kB` : `${decimals.format(size / 1_000_000)} MB`),
  }
}

/** Rounds to whole percent, but never to a 100 or a 0 that is not quite one: somebody was missed, or served. */
function roundRate(value: number): number {
  if (value > 99 && value < 100) return 99
  if (value > 0 && value < 1) return 1
  return Math.round(value)
}

function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${(ms / 1000).toFixed(1)} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
