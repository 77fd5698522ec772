import type { Translation } from '../../language/catalogue.ts'
import type { violations as english } from '../en/violations.ts'

/** Work rules that a plan breaks, without the agent's name. */
export const violations: Translation<typeof english> = {
  withArticle: '{text} ({article})',
  'under-staffed':
    '{from} à {to} : {people} sur {needed, plural, one {# personne requise} other {# personnes requises}} au moins',
  underStaffedFewest:
    '{from} à {to} : seulement {people} par moments sur {needed, plural, one {# personne requise} other {# personnes requises}} au moins',
  underStaffedIn:
    '{from} à {to}, {pool} : {people} sur {needed, plural, one {# personne requise} other {# personnes requises}} au moins',
  underStaffedFewestIn:
    '{from} à {to}, {pool} : seulement {people} par moments sur {needed, plural, one {# personne requise} other {# personnes requises}} au moins',
  dayAndTime: '{day} {time}',
  deactivated:
    'Désactivé dans la source de données : {count, plural, one {# poste n’a} other {# postes n’ont}} plus d’agent à partir de là',
  'double-booked': 'Postes qui se chevauchent {day} ({time})',
  'time-off': '{day} : {time} du poste pendant {reason}',
  timeOff: {
    vacation: 'des congés',
    ill: 'un arrêt maladie',
    training: 'une formation',
    holiday: 'un jour férié',
    other: 'une absence',
  },
  'day-off': '{day} : {time} du poste un jour de repos',
  unavailable: '{day} : non disponible pendant {time} du poste',
  'wrong-pool': 'Ne sert pas le pool de ce planning',
  'minor-times': '{day} : {time} du poste en dehors des heures permises aux mineurs',
  'minor-day':
    '{day} : {time} de travail d’un mineur, {over} de plus que les {limit} permises un {school, select, yes {jour d’école} other {jour sans école}}',
  'minor-week':
    '{time} de travail d’un mineur dans la semaine, {over} de plus que les {limit} permises une {school, select, yes {semaine d’école} other {semaine sans école}}',
  'short-rest': '{time} de repos entre {from} et {to}, {over} de moins que les {limit} requises',
  shortRestOn: '{day} : {time} de repos, {over} de moins que les {limit} requises',
  'short-weekly-rest': 'Plus long repos de la semaine : {time}, {over} de moins que les {limit} requises',
  'too-many-hours': '{time} de travail dans la semaine, {over} de plus que les {limit} permises',
  'too-few-hours': '{time} de travail dans la semaine, {over} de moins que les {limit} convenues',
  'high-average': '{time} de travail par semaine en moyenne, {over} de plus que les {limit} permises',
  highAverageOver:
    '{time} de travail par semaine en moyenne sur {weeks, plural, one {# semaine} other {# semaines}} à partir du {date}, {over} de plus que les {limit} permises',
  'long-night': '{day} : {time} de travail avec travail de nuit, {over} de plus que les {limit} permises',
  'high-night-average': '{time} par semaine en moyenne avec travail de nuit, {over} de plus que les {limit} permises',
  highNightAverageOver:
    '{time} par semaine en moyenne avec travail de nuit sur {weeks, plural, one {# semaine} other {# semaines}} à partir du {date}, {over} de plus que les {limit} permises',
  'too-many-days': '{count} jours consécutifs, {over} de plus que permis',
  everyDay: '{count} jours consécutifs, chaque semaine',
  'too-many-weekends': '{count} week-ends consécutifs, {over} de plus que permis',
  everyWeekend: 'Travaille tous les week-ends',
  'too-many-hours-a-day': '{day} : {time} de travail, {over} de plus que les {limit} permises',
  'long-day': '{day} : {time} du début à la fin, {over} de plus que les {limit} permises',
  'long-shift': '{day} : poste de {time}, {over} de plus que permis',
  'short-shift': '{day} : poste de {time}, {over} de moins que convenu',
  'missing-break': '{day} : pause de {required} manquante (poste de plus de {limit})',
  shortBreaks: '{day} : {time} de pauses, {required} requises (poste de plus de {limit})',
  missingBreakOfWork: '{day} : pause de {required} manquante (plus de {limit} de travail)',
  shortBreaksOfWork: '{day} : {time} de pauses, {required} requises (plus de {limit} de travail)',
  'late-break': '{day} : {breaks}',
  lateBreak: 'pause de {length} en retard de {late}, due avant l’heure {hour}',
  noBreak: 'pause de {length} manquante, due avant l’heure {hour}',
  lateBreakOf: 'pause {number} ({length}) en retard de {late}, due avant l’heure {hour}',
  noBreakOf: 'pause {number} ({length}) manquante, due avant l’heure {hour}',
  'work-without-break': '{day} : {time} sans pause, {over} de plus que les {limit} permises',
  'short-notice':
    '{count, plural, one {# poste change} other {# postes changent}} avec {notice, plural, one {# jour} other {# jours}} de préavis, {required} requis',
}
