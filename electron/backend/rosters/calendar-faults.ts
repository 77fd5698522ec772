import type ICAL from 'ical.js'
import type { WhyNot } from '../../../shared/roster/roster.ts'
import { isLocalDate } from '../../../shared/time/local.ts'
import { DAMAGED } from './calendar-text.ts'

/** What is read of an event, and may have a kind of value that is damaged. */
const READ = [
  'uid',
  'summary',
  'status',
  'location',
  'description',
  'attendee',
  'dtstart',
  'dtend',
  'duration',
  'recurrence-id',
  'rrule',
  'rdate',
  'exdate',
]
const FREQUENCIES = new Set(['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])
const TIME = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d):(\d\d)Z?)?$/u

/** What is wrong with an event, so that nothing of it can be read; null: nothing. The library would read 30 February as 2 March. */
export function fault(event: ICAL.Component): WhyNot | null {
  if (event.hasProperty(DAMAGED)) return 'damaged-event'
  for (const name of READ)
    for (const property of event.getAllProperties(name)) {
      const why = faultOf(property)
      if (why !== null) return why
    }
  return null
}

/** The title of an event, damaged or not. */
export function titleOf(event: ICAL.Component): string {
  const title: unknown = event.getFirstProperty('summary')?.jCal[VALUES]
  return typeof title === 'string' ? title : ''
}

/** Where the values of a property begin, behind its name, parameters and type (RFC 7265). */
const VALUES = 3

function faultOf(property: ICAL.Property): WhyNot | null {
  for (const value of property.jCal.slice(VALUES) as readonly unknown[]) {
    const why = faultOfValue(property.type, value)
    if (why !== null) return why
  }
  try {
    property.getValues()
  } catch {
    return 'damaged-event'
  }
  return null
}

function faultOfValue(type: string, value: unknown): WhyNot | null {
  switch (type) {
    case 'date':
    case 'date-time':
      return faultOfTime(value)
    case 'period': {
      const [start, end] = Array.isArray(value) ? (value as readonly unknown[]) : []
      return faultOfTime(start) ?? (typeof end === 'string' && end.startsWith('P') ? null : faultOfTime(end))
    }
    case 'recur': {
      const { freq, until } = value as { readonly freq?: unknown; readonly until?: unknown }
      if (typeof freq !== 'string' || !FREQUENCIES.has(freq)) return 'damaged-event'
      return until === undefined ? null : faultOfTime(until)
    }
    default:
      return null
  }
}

function faultOfTime(value: unknown): WhyNot | null {
  const match = TIME.exec(String(value))
  if (match === null) return 'damaged-event'
  if (!isLocalDate(match[1]!)) return 'not-a-date'
  const [hour = 0, minute = 0, second = 0] = match.slice(2).map((part) => Number(part ?? 0))
  // A minute may have a second more; some programs write the end of a day as 24:00.
  const isTime = minute < 60 && second <= 60 && (hour < 24 || (hour === 24 && minute === 0))
  return isTime ? null : 'not-a-time'
}
