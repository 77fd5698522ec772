import type { Translation } from '../../language/catalogue.ts'
import type { assumptions as english } from '../en/assumptions.ts'

/** What a plan takes of the world to be otherwise. */
export const assumptions: Translation<typeof english> = {
  demand: '{change} de visiteurs',
  demandOf: '{change} de visiteurs de {pool}',
  demandWithoutPool: '{change} de visiteurs sans pool',
  visitors: '{visitors} le {date}',
  visitorsOf: '{visitors} de {pool} le {date}',
  visitorsWithoutPool: '{visitors} sans pool le {date}',
  absence: '{agent} absent',
  hires:
    '{count, plural, one {# recrutement} other {# recrutements}} à partir du {date}, {days} {hours}, au niveau de {ramp} d’un agent confirmé selon la semaine',
  offPhone: 'Temps hors ligne pour tous les agents',
  offPhoneOf: 'Temps hors ligne pour {agents}',
  handling: 'Durée de traitement {change}',
  availability: 'Disponibilité {points}',
  at: '{what}, {time}',
  percent: '{percent} %',
  hours: '{from}–{to}',
  daysFromTo: '{from}–{to}',
  every: 'chaque {days}',
  since: 'à partir du {date}',
  until: 'jusqu’au {date}',
}
