import type { Translation } from '../../language/catalogue.ts'
import type { sensitivity as english } from '../en/sensitivity.ts'

/** How a plan's coverage falls when more visitors come and agents are absent, on screen and in the terminal. */
export const sensitivity: Translation<typeof english> = {
  visitors: 'Visiteurs',
  day: 'Jour',
  week: 'Couverture de la semaine selon les visiteurs, avec des agents absents chaque jour',
  days: 'Couverture de chaque jour, avec des agents absents ce jour-là',
  hint: 'Moyennes sur les absents possibles, quels qu’ils soient.',
  absentCount: '{count, plural, =0 {Aucun absent} one {# absent} other {# absents}}',
  asAssumed: 'Comme prévu',
  changePercent: '{percent} %',
  nobodyExpected: 'Aucun visiteur n’est attendu cette semaine.',
  staysAbove:
    'Aucun jour qui atteint actuellement {rate} ne passe en dessous avec jusqu’à trois agents absents, et la semaine reste à {rate} ou plus avec 30 % de visiteurs en plus.',
  breaksWithAbsent:
    'Avec {count, plural, =1 {un agent absent} =2 {deux agents absents} =3 {trois agents absents} one {# agent absent} other {# agents absents}} {day}, la couverture du jour passe sous {rate}.',
  breaksWithDemand: 'Avec {percent} % de visiteurs, la couverture de la semaine passe sous {rate}.',
}
