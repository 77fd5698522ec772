import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { suggest as english } from '../en/suggest.ts'

/** `covercast suggest`. */
export const suggest: Translation<typeof english> = {
  description:
    'Les modifications d’un planning qui prennent en charge le plus de visiteurs d’une semaine locale, et combien de plus est possible au maximum.',
  plan: 'un fichier de planning, l’ID d’un planning enregistré, ou la semaine type',
  rules:
    'un fichier de règles ; toutes ses règles sont respectées (par défaut : les règles de l’espace de travail, et aucune règle que le planning respecte n’est enfreinte)',
  goal: 'prendre en charge le plus de visiteurs possible, ou atteindre un objectif avec le moins d’heures',
  target: 'couverture à atteindre, en pourcentage',
  targetPer: 'l’atteindre sur la semaine, ou à chaque heure',
  moves: 'ce qui peut changer',
  addHours: 'heures-agent qui peuvent être ajoutées',
  pin: 'ID des postes à laisser en place',
  maxChanges: 'nombre maximal de postes qui peuvent changer',
  gap: 'arrêter quand la borne est aussi proche, en part des visiteurs pris en charge',
  timeLimit: 'arrêter après ce nombre de secondes',
  fair: 'échanger des postes entre agents pour répartir plus équitablement les nuits et les week-ends, en perdant au plus ce pourcentage des visiteurs pris en charge (par défaut : 0.2)',
  save: 'enregistrer le planning suggéré sous ce nom',
  targetProblem: 'Un objectif de {target} % n’est pas possible.',
  targetRange: 'Donnez à --target plus de 0, et 100 au plus.',
  gapProblem: 'Un écart de {gap} dépasse le tout.',
  gapForm: 'Indiquez --gap comme une part, par exemple 0.005.',
  fairProblem: 'Une perte de {percent} % dépasse tous les visiteurs.',
  fairForm: 'Indiquez à --fair un pourcentage, par exemple 0.2.',
  timeProblem: 'Une limite de temps de {seconds} s n’est pas possible.',
  timeRange: 'Indiquez --time-limit de 1 à {most}.',
  cancelled: 'La suggestion a été annulée.',
  // The answer.
  thePlan: 'Le planning',
  coverage: '{plan}, semaine du {week} : couverture {before} → {after} de {visitors}.',
  covered:
    '{covered} visiteurs pris en charge (plage à 80 % de {lower} à {upper}), avec {count, plural, one {# modification} other {# modifications}}.',
  hours: 'Heures-agent : {before} → {after}.',
  hoursAndCost: 'Heures-agent : {before} → {after}. Coût : {costBefore} → {costAfter}.',
  leastHours: 'Aucun planning qui atteint l’objectif ne demande moins de {hours}.',
  leftWithExchanges: 'On ne sait pas combien de plus est possible quand les agents échangent des postes.',
  leftUnknown: 'On ne sait pas encore combien de plus est possible. Un --time-limit plus long peut le trouver.',
  nothingLeft:
    'Avec ces règles, heures, durées de poste et heures de début, aucun planning ne prend en charge un visiteur de plus.',
  left: 'Avec ces règles, heures, durées de poste et heures de début, au plus {count, plural, one {# visiteur de plus est possible} other {# visiteurs de plus sont possibles}} par semaine.',
  leftShare:
    'Avec ces règles, heures, durées de poste et heures de début, au plus {count, plural, one {# visiteur de plus est possible} other {# visiteurs de plus sont possibles}} par semaine ({share} du gain possible).',
  fairness:
    'Écart moyen à la part équitable de nuits et de week-ends : {before} → {after}, avec {count, plural, one {# échange} other {# échanges}} et {lost} visiteurs pris en charge.',
  wishes: 'Souhaits respectés : {before} → {after} sur {all}.',
  fallback: 'La recherche s’est arrêtée plus tôt à cause d’une erreur. Voici le meilleur résultat trouvé jusque-là.',
  nothingFound:
    'Rien qui réponde à la demande n’a été trouvé dans ce temps. Un --time-limit plus long peut le trouver.',
  nothing: 'Aucune modification n’améliore la couverture.',
  who: 'Qui',
  what: 'Quoi',
  from: 'De',
  to: 'À',
  visitors: 'Visiteurs',
  unassigned: 'Non attribué',
  kinds: {
    'move-break': 'Déplacer la pause',
    'move-start': 'Changer le début',
    'move-day': 'Changer le jour',
    resize: 'Changer la durée',
    add: 'Nouveau poste',
    remove: 'Supprimer le poste',
    reassign: 'Réattribuer',
  },
  withBreak: '{shift} (pause {breaks})',
  limits: 'Ce qui limite le plus (un cran, un seul à la fois) :',
  limit: '{gain} {who} : {text}',
  limitOfAll: '{gain} {text}',
  ofAgent: '{who} : {text}',
  stored: 'Enregistré sous « {name} » (ID {id}).',
  infeasible:
    'Aucun planning de la semaine du {week} ne respecte toutes les règles. Le moins de règles qu’il faudrait assouplir :',
  // By what visitors are worth.
  weighted: 'couvrir le plus selon la valeur des visiteurs, d’après les règles de pages',
  weightedSummary:
    'Selon la valeur : couverture {before} → {after}, {gain} pris en charge. Ce qui est possible et ce qu’apporte chaque modification sont aussi selon la valeur.',
  leftWeighted:
    'Avec ces règles, heures, durées de poste et heures de début, au plus {value} de plus par semaine est possible selon la valeur.',
  nothingLeftWeighted:
    'Avec ces règles, heures, durées de poste et heures de début, aucun planning ne prend en charge davantage selon la valeur.',
  value: 'Selon la valeur',
  fairnessWeighted:
    'Écart moyen à la part équitable de nuits et de week-ends : {before} → {after}, avec {count, plural, one {# échange} other {# échanges}} et {lost} pris en charge selon la valeur.',
}
