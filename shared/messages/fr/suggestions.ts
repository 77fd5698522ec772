import type { Translation } from '../../language/catalogue.ts'
import type { suggestions as english } from '../en/suggestions.ts'

/** Rules that limit a suggested schedule, one step less strict or altogether, without the agent's name. */
export const suggestions: Translation<typeof english> = {
  limits: {
    maxHoursPerWeek: '{eased} h de travail par semaine au lieu de {limit} h au plus',
    minHoursPerWeek: '{eased} h de travail par semaine au lieu de {limit} h au moins',
    minRestHours: '{eased} h de repos entre les postes au lieu de {limit} h',
    maxConsecutiveDays: '{eased} jours consécutifs au lieu de {limit} au plus',
    maxShiftHours: 'Postes de {eased} h au lieu de {limit} h au plus',
    minShiftHours: 'Postes de {eased} h au lieu de {limit} h au moins',
    maxHoursPerDay: '{eased} h de travail par jour au lieu de {limit} h au plus',
    maxDaySpanHours: '{eased} h du premier début à la dernière fin du jour au lieu de {limit} h au plus',
    minWeeklyRestHours: '{eased} h de repos hebdomadaire au lieu de {limit} h au moins',
    maxWeekendsInRow: '{eased} week-ends d’affilée au lieu de {limit} au plus',
  },
  moreAvailability: 'Une heure de disponibilité de plus avant et après',
  workOnDayOff: 'Travail le {date}, un jour de repos',
  mayMove: 'Les postes laissés en place peuvent bouger',
  oneMoreHour: 'Une heure-agent de plus dans la semaine',
  mustMove: 'Les postes laissés en place doivent bouger',
  otherMoves: 'Des postes doivent être ajoutés, supprimés ou redimensionnés',
  availability: 'Les disponibilités ne laissent aucune semaine qui respecte les autres règles',
  daysOff: 'Les jours de repos ne laissent aucune semaine qui respecte les autres règles',
  noBreak: 'Des postes n’ont pas la pause de {minutes} min requise au-delà de {hours} h',
  lateBreak: 'Des pauses commencent après plus de {hours} h de travail',
  unbroken: 'Plus de {hours} h de travail sans pause',
  average: 'Plus de {hours} h de travail par semaine en moyenne',
  longNight: 'Plus de {hours} h de travail un jour avec travail de nuit',
  minor: 'Les limites pour mineurs ne laissent aucune semaine qui respecte les autres règles',
  timeOff: 'Les congés ne laissent aucune semaine qui respecte les autres règles',
  notice: 'Des postes changent avec moins de {count, plural, one {# jour} other {# jours}} de préavis',
  inactive: 'Des postes restent planifiés après la désactivation de l’agent',
  hours: 'Les règles exigent {needed} h de travail, et seules {hours} h peuvent être travaillées',
  changes: 'Plus de {count, plural, one {# poste doit} other {# postes doivent}} changer',
  staff:
    '{day} de {from} à {to}, il faut {count, plural, one {# personne} other {# personnes}}, et seuls {names} peuvent alors travailler',
  staffNobody:
    '{day} de {from} à {to}, il faut {count, plural, one {# personne} other {# personnes}}, et personne ne peut alors travailler',
  staffFound:
    '{day} de {from} à {to}, il faut {count, plural, one {# personne} other {# personnes}}, et aucun planning avec plus de {people} n’a été trouvé',
  staffHours: 'Aucun planning avec assez de personnes à tout moment n’a été trouvé dans la limite de {hours} h',
  targetOfWeek:
    'La couverture atteint {reached} % avec toutes les heures que les règles permettent, et l’objectif est de {target} %',
  targetOfHours:
    'Avec toutes les heures que les règles permettent, la couverture reste sous {target} % pendant {count, plural, one {# heure} other {# heures}} de la semaine',
}
