import type { Translation } from '../../../shared/language/catalogue.ts'
import type { recommendations as english } from '../en/recommendations.ts'

/** Hours to staff better, on the coverage and the staffing screen and on paper. */
export const recommendations: Translation<typeof english> = {
  // Of all that the listed hours miss.
  priorityClasses: { A: 'A · premiers 50 %', B: 'B · 30 % suivants', C: 'C · derniers 20 %' },
  priorities: { critical: 'Critique', high: 'Haute', medium: 'Moyenne', low: 'Basse' },
  allDay: '{days}, toute la journée',
  moreAgents: '{count, plural, one {+# agent} other {+# agents}}',
  addShift: 'Ajouter un poste',
  addShifts: 'Ajouter des postes',
  freeMovesName: 'Sans ajouter d’heures',
  freeMoves:
    'Déplacer {count, plural, =1 {une pause} other {# pauses}} permet de prendre en charge {gain, plural, one {# visiteur de plus} other {# visiteurs de plus}} par semaine, sans ajouter d’heures.',
  freeMovesIn:
    '{when} : {missed, plural, one {# visiteur manqué} other {# visiteurs manqués}}. Déplacer {count, plural, =1 {une pause} other {# pauses}} permet d’en prendre en charge {within} de plus par semaine dans ces heures, et {gain} de plus en tout, sans ajouter d’heures.',
  planFreeMoves: 'Améliorer',
  wonFew: 'moins d’un visiteur de plus pris en charge par semaine',
  won: 'environ {count, plural, one {# visiteur de plus pris en charge} other {# visiteurs de plus pris en charge}} par semaine',
  allCovered:
    '{count, plural, =1 {Le seul visiteur a été pris en charge.} other {Les # visiteurs ont tous été pris en charge.}}',
  missed: '{missed} sur {count, plural, one {# visiteur manqué} other {# visiteurs manqués}}.',
  missedWhere:
    '{missed} sur {count, plural, one {# visiteur manqué} other {# visiteurs manqués}}, {how, select, most {la plupart} other {beaucoup}} d’entre eux {where}.',
  missedInPools:
    '{missed} sur {count, plural, one {# visiteur manqué} other {# visiteurs manqués}}, {how, select, most {la plupart} other {beaucoup}} d’entre eux pour {pools}.',
  /** All suggestions together, and the first of them. */
  takesFew:
    'Ensemble, elles demandent {hours} par semaine et prennent en charge moins d’un visiteur de plus par semaine.',
  takes:
    'Ensemble, elles demandent {hours} par semaine et prennent en charge environ {count, plural, one {# visiteur de plus} other {# visiteurs de plus}} par semaine.',
  firstThree: 'Les trois premières en apportent {share} pour {hours}.',
  notWorthTitle: 'Aucune heure ne justifie un agent de plus',
  notWorth:
    '{count, plural, =1 {Une heure de la semaine reste} other {# heures de la semaine restent}} sous {target}, mais trop peu de visiteurs viennent : un agent de plus prendrait en charge moins d’un visiteur par heure.',
  noPoolTitle: 'Aucune recommandation pour ce pool',
  noPool:
    'Ses visites prises en charge ne sont enregistrées sous aucun pool : on ne sait donc pas ce qu’un agent de plus apporterait.',
  goodTitle: 'Les effectifs conviennent',
  good: 'Aucune heure de la semaine ne reste sous {target}.',
}
