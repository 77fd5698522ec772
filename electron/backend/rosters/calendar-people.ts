import { clip } from '../../../shared/foundation/clip.ts'
import type ICAL from 'ical.js'
import { z } from 'zod'
import type { Person } from '../../../shared/roster/roster.ts'
import { parseWallTime } from '../../../shared/plan/wall-time.ts'
import { absenceWithin, saysOpen, saysWork, tidy, withoutAbsence, withoutWork } from '../../../shared/roster/words.ts'
import { OWN_PROPERTY, ownEventSchema } from '../exports/own-event.ts'

/** Whom an event is about. */
export interface EventPeople {
  /** None: an open shift. */
  readonly people: readonly Person[]
  readonly note: string
  /** What Covercast wrote into it; minutes after midnight. null: it is no event of Covercast's. */
  readonly own: { readonly breaks: readonly (readonly [from: number, to: number])[] } | null
}

const MOST_DESCRIPTION = 500
const MADE_CALENDAR =
  /\s*(?:[-–—:|]\s*)?(?:'s\s+)?(?:shifts?|schedule|calendar|roster|schichten|dienstplan|kalender|planning|turnos?|horario|vagtplan)\s*$/iu

/** Says of events of a calendar whom they are about: those who attend, else whom the title names, else whose calendar it is. */
export function peopleOf(calendar: ICAL.Component): (event: ICAL.Component) => EventPeople {
  const named = tidy(String(calendar.getFirstPropertyValue('x-wr-calname') ?? '')).replace(MADE_CALENDAR, '')
  const owner: Person | null =
    named === '' || saysWork(named)
      ? null
      : { name: named.includes('@') ? '' : named, id: null, email: named.includes('@') ? named : null }
  return (event) => {
    const own = ownOf(event)
    if (own !== null) return own
    const title = tidy(textOf(event, 'summary'))
    const isAway = absenceWithin(title) !== null
    const attendees = attendeesOf(event)
    const subject = isAway ? withoutAbsence(title) : withoutWork(title)
    const place = tidy(textOf(event, 'location'))
    const description = clip(tidy(textOf(event, 'description').replaceAll(/<[^>]*>/gu, ' ')), MOST_DESCRIPTION)
    const noteOf = (...texts: readonly string[]): string =>
      [...new Set(texts.filter((text) => text !== '' && !saysWork(text)))].join(' · ')
    if (attendees.length > 0) return { people: attendees, note: noteOf(subject, place, description), own: null }
    const { name, role } = nameAndRole(subject)
    if (saysWork(subject)) return { people: owner === null ? [] : [owner], note: noteOf(place, description), own: null }
    if (saysOpen(name)) return { people: [], note: noteOf(role, place, description), own: null }
    return {
      people: [{ name: name.includes('@') ? '' : name, id: null, email: name.includes('@') ? name : null }],
      note: noteOf(role, place, description),
      own: null,
    }
  }
}

/** "Ann Lee (Support)". */
function nameAndRole(subject: string): { readonly name: string; readonly role: string } {
  const match = /^(.+?)\s*[([]([^)\]]*)[)\]]\s*$/u.exec(subject)
  return match === null ? { name: subject, role: '' } : { name: match[1]!, role: match[2]! }
}

/** Rooms, and people who do not come, are left out. */
function attendeesOf(event: ICAL.Component): readonly Person[] {
  return event.getAllProperties('attendee').flatMap((attendee): readonly Person[] => {
    const parameter = (name: string): string => String(attendee.getParameter(name) ?? '')
    if (/^(?:room|resource)$/iu.test(parameter('cutype')) || /^declined$/iu.test(parameter('partstat'))) return []
    const address = String(attendee.getFirstValue() ?? '')
    const email = /^mailto:/iu.test(address) ? address.slice('mailto:'.length) : null
    const common = tidy(parameter('cn'))
    const name = common.includes('@') ? '' : common
    return name === '' && email === null ? [] : [{ name, id: null, email }]
  })
}

function ownOf(event: ICAL.Component): EventPeople | null {
  const text = event.getFirstPropertyValue(OWN_PROPERTY)
  if (typeof text !== 'string') return null
  const read = z.string().transform(jsonOf).pipe(ownEventSchema).safeParse(text)
  if (!read.success) return null
  const { agentId, name, breaks, note } = read.data
  return {
    people: agentId === null ? [] : [{ name, id: agentId, email: null, isOwnId: true }],
    note,
    own: { breaks: breaks.flatMap(([from, to]) => [[parseWallTime(from) ?? 0, parseWallTime(to) ?? 0] as const]) },
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text))
  } catch {
    return null
  }
}

function textOf(event: ICAL.Component, name: string): string {
  return String(event.getFirstPropertyValue(name) ?? '')
}
