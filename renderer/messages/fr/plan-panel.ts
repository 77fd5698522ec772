import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planPanel as english } from '../en/plan-panel.ts'

/** The panel beside the board: what the plan comes to. */
export const planPanel: Translation<typeof english> = {
  title: 'Ce planning',
  covered: '<rate>{coverage}</rate> pris en charge',
  coveredRange: '<rate>{coverage}</rate> pris en charge <range>({between})</range>',
  rangeFromTo: '{from}–{to}',
  rangeHint: 'La plage à 80 % : la couverture s’y trouve quatre semaines sur cinq.',
  noChange: 'Inchangé',
  sameCovered: 'autant de visiteurs pris en charge',
  changeBy: '{points}, {count, plural, one {{visitors} visiteur} other {{visitors} visiteurs}} par semaine',
  against: '{text} <quiet>par rapport à {plan}</quiet>',
  changeRange: 'Plage à 80 % : {from} à {to} visiteurs',
  changeRangeOnTheWay: 'Plage à 80 % : …',
  noRanges: 'Les plages à 80 % n’ont pas pu être calculées.',
  tryAgain: 'Réessayer',
  expected: 'Visiteurs attendus',
  missed: 'Visiteurs manqués',
  hours: 'Heures-agent',
  overtime: 'Heures supplémentaires',
  cost: 'Coût',
  valueAndChange: '{value} <quiet>({change})</quiet>',
  compareWith: 'Comparer à',
  hourlyTable: 'Tableau par heure',
  // What predictions are made from.
  basis: 'Mode de calcul',
  learned: 'Appris de {count, plural, one {# semaine} other {# semaines}} de visites et de sessions, jusqu’au {until}.',
  accuracy:
    'Les prévisions {count, plural, one {de la dernière semaine} other {des # dernières semaines}} se sont écartées en moyenne de {rate} des visiteurs d’un quart d’heure.',
  attendance:
    'Le temps planifié compte autant que les agents sont d’habitude en ligne : sur {count, plural, one {# poste passé} other {# postes passés}}, {rate} a été assuré.',
  // Weeks without predictions.
  nothingSynced:
    'Pas de prévision : la source de données n’avait ni visites ni sessions d’agents les jours synchronisés.',
  noWholeDay: 'Pas encore de prévision : aucun jour n’est complet. Synchronisez à nouveau après le {date}.',
  gapBefore:
    'Pas de prévision pour cette semaine : les six mois qui la précèdent n’ont pas été synchronisés. Synchronisez les jours manquants.',
  nothingBefore: 'Pas de prévision pour cette semaine : il n’y a pas de données avant le {date}.',
  showWeekOf: 'Afficher la semaine du {date}',
  // Changes of the clock.
  clockNoShift:
    '{day}, l’heure {way, select, back {recule} other {avance}} de {length}. Aucun poste n’est touché par le changement.',
  clockShifts:
    '{day}, l’heure {way, select, back {recule} other {avance}} de {length}. {count, plural, =1 {Un poste est} other {# postes sont}} {change, select, longer {{count, plural, one {plus long} other {plus longs}}} other {{count, plural, one {plus court} other {plus courts}}}} de {total} en tout : {who}. Les heures, le coût et la couverture en tiennent compte.',
  clockSkips: 'Le changement d’heure supprime tout le poste de {who}, {day}.',
  clockSkipsUnassigned: 'Le changement d’heure supprime tout un poste non attribué, {day}.',
  // Work rules.
  noViolations: 'Aucune infraction aux règles',
  violations: '{count, plural, one {# infraction aux règles} other {# infractions aux règles}}',
  violation: '<who>{name}</who> {text}',
  minimumStaff: 'Effectif minimal',
  checked: 'Vérifié : {rules}.',
  noRules: 'Aucune règle de travail définie.',
  useUsual: 'Prendre les limites usuelles',
  setRules: 'Définir des règles',
  usual:
    'Usuelles : {week} h par semaine, {shift} h par poste, {rest} h de repos, {days} jours consécutifs, {minutes} min de pause au-delà de {hours} h.',
  otherWeeks: 'Autres semaines :',
  weekViolations: '{date} : {count}',
  // Suggested shifts.
  suggested: 'Postes suggérés',
  gainFor: '{count, plural, one {+# visiteur} other {+# visiteurs}} pour {hours} h',
  addUnassigned: 'Ajouter un poste non attribué, {when}',
  // The week by hour.
  tableTitle: 'Tableau par heure',
  show: 'Afficher',
  hour: 'Heure',
  figures: {
    coverage: 'Couverture',
    visitors: 'Visiteurs',
    planned: 'Planifiés',
    needed: 'Requis',
  },
  figureHints: {
    coverage: 'Couverture prévue, heure de {city}',
    visitors: 'Visiteurs attendus, heure de {city}',
    planned: 'Agents attendus en ligne, moyenne de l’heure, heure de {city}',
    needed: 'Agents requis pour {target}, dans le quart d’heure le plus chargé, heure de {city}',
  },
  figureTables: {
    coverage: 'Couverture prévue par heure et jour',
    visitors: 'Visiteurs attendus par heure et jour',
    planned: 'Agents attendus en ligne par heure et jour',
    needed: 'Agents requis par heure et jour',
  },
}
