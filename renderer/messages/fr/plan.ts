import type { Translation } from '../../../shared/language/catalogue.ts'
import type { plan as english } from '../en/plan.ts'

/** An open plan, and what is around its board. */
export const plan: Translation<typeof english> = {
  opening: 'Ouverture du planning…',
  learning: 'Apprentissage des semaines passées…',
  allPlans: 'Tous les plannings',
  noDataTitle: 'Pas encore assez de données',
  noData: 'Les prévisions s’apprennent des semaines passées, et aucune n’a encore été synchronisée.',
  firstSyncRuns: 'La première synchronisation est en cours. Le planning s’ouvre ici quand elle est terminée.',
  // The toolbar.
  plans: 'Plannings',
  name: 'Nom du planning',
  repeating: 'Semaine répétée',
  specific: 'Semaines précises',
  allPools: 'tous les pools',
  cityTime: 'heure de {city}',
  saving: { saved: 'Enregistré', saving: 'Enregistrement…', unsaved: 'Non enregistré' },
  savesItself: 'Les plannings sont enregistrés au fur et à mesure de vos modifications.',
  windowTitle: '{plan} – Covercast',
  windowTitleState: '{plan} – {state} – Covercast',
  undo: 'Annuler',
  redo: 'Rétablir',
  undoEdit: 'Annuler : {edit}',
  redoEdit: 'Rétablir : {edit}',
  rules: 'Règles',
  publish: 'Publier',
  weekBefore: 'Semaine précédente',
  weekAfter: 'Semaine suivante',
  weekOf: 'Semaine du {date}',
  goToWeek: 'Aller à une autre semaine',
  dateInWeek: 'Une date de la semaine',
  yearRange: 'Saisissez une année de {first} à {last}.',
  showWeek: 'Afficher cette semaine',
  // Edits that are not saved.
  editsKept: 'Vos modifications sont conservées tant que cette fenêtre est ouverte.',
  tryAgain: 'Réessayer',
  saveCopy: 'Enregistrer ma version comme copie',
  discardEdits: 'Abandonner mes modifications et afficher le planning enregistré',
}
