import { DAY_MINUTES, HOUR_MINUTES } from '../foundation/minutes.ts'
import type { Texts } from './catalogue.ts'
import type { SharedMessages } from '../messages/en.ts'

/** Writes times of the wall clock, in hours or in minutes after midnight. */
export interface ClockText {
  /** "12:00" or "12 PM". */
  readonly hour: (hour: number) => string
  /** "12" or "12p": for an axis. */
  readonly shortHour: (hour: number) => string
  /** "12:00–13:00" or "12–1 PM": hours from `from` up to `to` (24: midnight). */
  readonly hourRange: (from: number, to: number) => string
  /** A wall time, in minutes after midnight: "09:00" or "9:00 AM". Past 1440 it is a time of the next day. */
  readonly wallTime: (minute: number) => string
  /** As short as it can be read: "9:00" or "9a", "5:30p". */
  readonly shortWallTime: (minute: number) => string
}

interface ClockOptions {
  readonly locale: string
  readonly hour12: boolean
  readonly figures: Texts<SharedMessages>['figures']
}

export function createClockText({ locale, hour12, figures }: ClockOptions): ClockText {
  const halves = hour12 ? halvesOfDay(locale) : null
  const half = (hour: number): string => (halves === null ? '' : hour % 24 < 12 ? halves.am : halves.pm)
  const short = (hour: number, digits: string): string =>
    hour % 24 < 12 ? figures.hourBeforeNoon({ hour: digits }) : figures.hourAfterNoon({ hour: digits })
  return {
    hour: (hour) => (hour12 ? `${twelve(hour)} ${half(hour)}` : `${twoDigits(hour)}:00`),
    shortHour: (hour) => (hour12 ? short(hour, twelve(hour)) : String(hour)),
    hourRange: (from, to) => {
      if (!hour12) return `${twoDigits(from)}:00–${twoDigits(to)}:00`
      return half(from) === half(to)
        ? `${twelve(from)}–${twelve(to)} ${half(to)}`
        : `${twelve(from)} ${half(from)}–${twelve(to)} ${half(to)}`
    },
    wallTime: (minute) => {
      const { hour, rest } = hourAndMinute(minute)
      return hour12 ? `${twelve(hour)}:${twoDigits(rest)} ${half(hour)}` : `${twoDigits(hour)}:${twoDigits(rest)}`
    },
    shortWallTime: (minute) => {
      const { hour, rest } = hourAndMinute(minute)
      return hour12
        ? short(hour, `${twelve(hour)}${rest === 0 ? '' : `:${twoDigits(rest)}`}`)
        : `${hour}:${twoDigits(rest)}`
    },
  }
}

/** How the language writes the halves of the day: "AM" and "PM". */
function halvesOfDay(locale: string): { readonly am: string; readonly pm: string } {
  const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' })
  const half = (hour: number): string =>
    format.formatToParts(Date.UTC(2023, 0, 1, hour)).find(({ type }) => type === 'dayPeriod')?.value ?? ''
  return { am: half(9), pm: half(15) }
}

function twelve(hour: number): string {
  return String(hour % 12 || 12)
}

function hourAndMinute(minute: number): { readonly hour: number; readonly rest: number } {
  const ofDay = ((minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
  return { hour: Math.floor(ofDay / HOUR_MINUTES), rest: ofDay % HOUR_MINUTES }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
