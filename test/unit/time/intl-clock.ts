import { DEEP } from '../../support/deep.ts'

/** What a wall clock in a zone shows: read from Intl, independently of the code under test. */
export interface WallClock {
  /** YYYY-MM-DD */
  readonly date: string
  /** 0 = Sunday. */
  readonly dayOfWeek: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** Every time zone this platform knows, and UTC. */
export const ALL_ZONES: readonly string[] = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])]

const WEEK_MS = 7 * 86_400_000
const CLASSES_FROM = Date.UTC(2023, 0, 1)
const CLASSES_TO = Date.UTC(2027, 0, 1)

/** One zone of each class: those of a class show the same clock at the begin of every week from 2023 to 2026. Every zone in the deep run. */
export const ZONES_TO_WALK: readonly string[] = DEEP ? ALL_ZONES : oneOfEachClass()

function oneOfEachClass(): readonly string[] {
  const classes = new Map<string, string>()
  for (const zone of ALL_ZONES) {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
    let shown = ''
    for (let instant = CLASSES_FROM; instant < CLASSES_TO; instant += WEEK_MS) shown += clock.format(instant)
    if (!classes.has(shown)) classes.set(shown, zone)
  }
  return [...classes.values()]
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const formats = new Map<string, Intl.DateTimeFormat>()

export function wallClock(instant: number, timeZone: string): WallClock {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type)!
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    dayOfWeek: WEEKDAYS.indexOf(part('weekday')),
    hour: Number(part('hour')),
    minute: Number(part('minute')),
    second: Number(part('second')),
  }
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}

/** Milliseconds east of UTC that a zone's wall clock shows at an instant on a whole second. */
export function wallOffset(instant: number, timeZone: string): number {
  const { date, hour, minute, second } = wallClock(instant, timeZone)
  return Date.parse(`${date}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1000 - instant
}
