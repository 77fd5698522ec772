import type { Translation } from '../../../shared/language/catalogue.ts'
import type { scenarios as english } from '../en/scenarios.ts'

/** Plans compared in one week. */
export const scenarios: Translation<typeof english> = {
  title: 'Comparer des scénarios',
  plans: 'Plannings',
  loading: 'Apprentissage des semaines passées…',
  weekBefore: 'Semaine précédente',
  weekAfter: 'Semaine suivante',
  weekOf: 'Semaine du {date}',
  table: 'Prévu pour chaque planning',
  columns: {
    plan: 'Planning',
    coverage: 'Couverture',
    range: 'Plage à 80 %',
    change: 'Écart à la semaine type',
    changeRange: 'Plage à 80 % de l’écart',
    missed: 'Manqués',
    hours: 'Heures-agent',
    cost: 'Coût',
    violations: 'Infractions',
  },
  typicalWeek: 'Semaine type',
  noRange: 'non disponible',
  noRules: 'aucune règle définie',
  rateRange: '{from}–{to}',
  changeBy: '{points}, {count, plural, one {{visitors} visiteur} other {{visitors} visiteurs}}',
  changeBetween: '{from} à {to} visiteurs',
  pools: 'Ces plannings sont pour des pools différents. Chacun est montré avec les visiteurs de son pool.',
  byHour: 'Couverture par heure',
  theHours: 'les heures',
  byHourOfWeek: 'Couverture par heure de la semaine <zone>heure de {city}</zone>',
  chart: 'Couverture prévue pour chaque heure de la semaine : {plans}.',
  dayAndHours: '{day} {hours}',
  covered: '{plan} : {rate} pris en charge',
  nobody: '{plan} : aucun visiteur attendu',
}
