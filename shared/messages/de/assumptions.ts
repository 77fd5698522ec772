import type { Translation } from '../../language/catalogue.ts'
import type { assumptions as english } from '../en/assumptions.ts'

/** What a plan takes of the world to be otherwise. */
export const assumptions: Translation<typeof english> = {
  demand: '{change} Besucher',
  demandOf: '{change} Besucher von {pool}',
  demandWithoutPool: '{change} Besucher ohne Pool',
  visitors: '{visitors} am {date}',
  visitorsOf: '{visitors} von {pool} am {date}',
  visitorsWithoutPool: '{visitors} ohne Pool am {date}',
  absence: '{agent} abwesend',
  hires:
    '{count, plural, one {# Neueinstellung} other {# Neueinstellungen}} ab {date}, {days} {hours}, mit {ramp} der Leistung eines erfahrenen Agenten je Woche',
  offPhone: 'Offline-Zeit für alle Agenten',
  offPhoneOf: 'Offline-Zeit für {agents}',
  handling: 'Bearbeitungszeit {change}',
  availability: 'Verfügbarkeit {points}',
  at: '{what}, {time}',
  percent: '{percent} %',
  hours: '{from}–{to}',
  daysFromTo: '{from}–{to}',
  every: 'jeden {days}',
  since: 'ab {date}',
  until: 'bis {date}',
}
