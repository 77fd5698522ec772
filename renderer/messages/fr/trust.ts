import type { Translation } from '../../../shared/language/catalogue.ts'
import type { trust as english } from '../en/trust.ts'

/** How accurate predictions are, on the staffing screen. */
export const trust: Translation<typeof english> = {
  // The answer.
  blind: 'Non disponible : la couverture ne peut pas être prévue sans sessions d’agents.',
  good: 'Précis : les semaines passées étaient à {points} près en moyenne.',
  care: 'À utiliser avec prudence : l’écart des semaines passées était de {points} en moyenne.',
  early:
    'Trop tôt pour le dire : {count, plural, =1 {une seule semaine passée a pu être testée} other {seules # semaines passées ont pu être testées}}.',
  none: 'Pas encore connu : aucune semaine passée n’a pu être testée.',
  needsTwoWeeks: 'Une semaine peut être testée quand deux semaines complètes de données la précèdent.',
  forPool: 'Visiteurs de {pool} seulement.',
  forNoPool: 'Visiteurs sans pool seulement.',
  weeksInRange: '{within} sur {count, plural, one {# semaine} other {# semaines}} dans la plage à 80 %.',
  lower: 'La couverture réelle était en moyenne plus basse que prévu de {points}.',
  higher: 'La couverture réelle était en moyenne plus haute que prévu de {points}.',
  visitorsOff: 'L’écart sur les visiteurs d’une semaine était de {share} en moyenne.',
  hoursInRange:
    '{share} de {count, plural, one {# heure} other {# heures}} dans la plage à 80 %. 80 % devraient l’être.',
  tooNarrow: 'Les plages sont trop étroites : attendez-vous à plus de variation.',
  tooWide: 'Les plages sont plus larges que nécessaire.',
  // While weeks are tested.
  testingTitle: 'Prévision de chaque semaine passée d’après les données qui la précèdent…',
  testing: 'Test des semaines passées',
  testingProgress: 'Test des semaines passées : {done} sur {all}',
  testingGoesOn: 'Vous pouvez quitter cet écran entre-temps.',
  loading: 'Calcul des paramètres du modèle…',
  // Week by week.
  weeks: 'Semaine par semaine',
  weeksText:
    'Chaque semaine est prévue d’après les données qui la précèdent, avec son planning publié ou, à défaut, les effectifs habituels.',
  weeksTable: 'Chaque semaine, prévue et réelle',
  week: 'Semaine',
  predictedRange: 'Prévu (plage à 80 %)',
  rateAndRange: '{rate} ({lower}–{upper})',
  actual: 'Réel',
  withinRange: 'Dans la plage',
  yes: 'oui',
  noLower: 'non, plus bas',
  noHigher: 'non, plus haut',
  // By hour of the day.
  hours: 'Par heure de la journée',
  theHours: 'la couverture par heure',
  hoursTable: 'Couverture prévue et réelle par heure de la journée',
  hoursChart:
    'Couverture par heure de la journée sur {count, plural, one {# semaine} other {# semaines}}, prévue et réelle ; {zone}.',
  asChart: 'Graphique',
  asTable: 'Tableau',
  hour: 'Heure',
  predicted: 'Prévu',
  target: 'Objectif',
  visitors: 'Visiteurs',
  predictedAndActual: 'Prévu {predicted}, réel {actual}',
  // The model.
  model: 'Paramètres du modèle par pool',
  modelTable: 'Paramètres de chaque pool',
  pool: 'Pool',
  handleTime: 'Durée de traitement',
  available: 'Disponibles',
  concurrency: 'Simultanéité',
  attendance: 'Assiduité',
  history: 'Historique',
  averageError: 'Erreur moy.',
  handleTimeMeans: 'le temps pendant lequel un agent est occupé avec un visiteur',
  availableMeans: 'la part des agents en ligne libres pour des visiteurs, ni absents ni occupés à autre chose',
  concurrencyMeans: 'le nombre de visiteurs qu’un agent prend à la fois',
  attendanceMeans: 'la part d’un poste planifié de huit heures que les agents passent en ligne',
  averageErrorMeans: 'l’écart moyen entre la couverture prévue et réelle des semaines passées',
  weeksOfHistory: '{count, plural, one {# semaine} other {# semaines}}',
  daysOfHistory: '{count, plural, one {# jour} other {# jours}}',
  visitorForecast:
    'Les prévisions de visiteurs se sont écartées de {share} par quart d’heure sur {count, plural, =1 {une semaine passée} other {# semaines passées}}. Les sommes par heure et par jour sont bien plus proches.',
  notes: 'Problèmes de données',
  noNotes:
    'Aucun problème de données trouvé. Pour conserver la précision : marquez les jours fériés et les pannes, et publiez vos plannings pour que l’assiduité puisse être apprise.',
  help: {
    'little-history':
      'Synchronisez plus loin en arrière pour avoir plus d’historique. Chaque semaine à venir aide aussi.',
    'few-visits': 'Utilisez tous les pools ensemble jusqu’à ce que celui-ci ait plus de visiteurs.',
    'availability-fixed':
      'Des semaines avec un nombre d’agents différent aux mêmes heures permettraient de séparer les deux.',
    'no-sessions':
      'Vérifiez que votre base de données remplit sa table des sessions d’agents, et que la correspondance la nomme.',
    'membership-unknown':
      'Ajoutez une table des membres des pools à votre base de données, ou nommez-la dans la correspondance.',
    'covered-outside-sessions': 'Assurez-vous que les agents se connectent avant de servir des visiteurs.',
    'starved-pool': 'Utilisez ces pools ensemble.',
    'poor-fit': 'Changez les effectifs par petites étapes, et consultez Comparer après chacune.',
  },
  // What the data source measured.
  measured: 'Mesuré par la source de données',
  measuredTable: 'Mesures de la source de données comparées au modèle',
  away: 'Absents',
  awayModel: 'Non disponibles (modèle)',
  inCalls: 'En appel',
  perVisitor: 'En appel par visiteur pris en charge',
  handleTimeModel: 'Durée de traitement (modèle)',
  concurrencyStated: 'Simultanéité (indiquée)',
  concurrencyModel: 'Simultanéité (modèle)',
  awayDiffers: 'Absents : {measured} selon les sessions, {fitted} selon le modèle.',
  perVisitorDiffers: 'En appel par visiteur pris en charge : {measured} selon les sessions, {fitted} selon le modèle.',
  concurrencyDiffers: 'Simultanéité : {measured} selon la source de données, {fitted} selon le modèle.',
}
