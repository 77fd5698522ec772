import type { Translation } from '../../../shared/language/catalogue.ts'
import type { app as english } from '../en/app.ts'

/** Words that many screens share, and what is around all of them. */
export const app: Translation<typeof english> = {
  tryAgain: 'Réessayer',
  cancel: 'Annuler',
  dismiss: 'Ignorer',
  opening: 'Ouverture de Covercast…',
  skipToContent: 'Aller au contenu',
  screens: 'Écrans',
  commands: 'Commandes',
  moreNotes: 'Et {count, plural, one {# autre} other {# autres}}.',
  alert: '{title} : {figures} Depuis {since}.',
  viewToday: 'Voir aujourd’hui',
  dismissAlert: '{count, plural, one {Ignorer l’alerte} other {Ignorer les # alertes}}',
  saveAsCsv: 'Enregistrer en CSV : {name}',
  csv: 'CSV',
  showAsTable: 'Afficher en tableau : {name}',
  asTable: 'Tableau',
  saveAsPdf: 'Enregistrer en PDF : {name}',
  print: 'Imprimer : {name}',
  printFromPdf: 'Enregistrer en PDF pour imprimer',
  pdf: 'PDF',
  syncNow: 'Synchroniser',
  windowTitle: '{screen} – {workspace} – Covercast',
  linkCopied: 'Le lien vers cet écran a été copié.',
  linkNotCopied: 'Le lien n’a pas pu être copié : {link}',
  openingWorkspace: 'Ouverture de l’espace de travail…',
}
