import type { Translation } from '../../../shared/language/catalogue.ts'
import { fr as shared } from '../../../shared/messages/fr.ts'
import type { en } from './en.ts'

/** The menu of the window. A “&” is before the letter that opens a menu by the keyboard. */
const menu: Translation<typeof en.menu> = {
  file: '&Fichier',
  edit: '&Édition',
  view: '&Affichage',
  window: 'Fe&nêtre',
  help: 'Ai&de',
  /** It opens a screen. */
  settings: '{title}…',
  open: 'Ouvrir…',
  openRecent: 'Ouvrir un fichier récent',
  clearRecent: 'Effacer la liste',
  documentation: 'Documentation',
  openLog: 'Ouvrir le journal',
  showDataFolder: 'Afficher le dossier de données',
  // What every app has.
  about: 'À propos de Covercast',
  services: 'Services',
  hide: 'Masquer Covercast',
  hideOthers: 'Masquer les autres',
  unhide: 'Tout afficher',
  quit: 'Quitter Covercast',
  close: 'Fermer la fenêtre',
  minimize: 'Réduire',
  undo: 'Annuler',
  redo: 'Rétablir',
  cut: 'Couper',
  copy: 'Copier',
  paste: 'Coller',
  selectAll: 'Tout sélectionner',
  reload: 'Recharger',
  resetZoom: 'Taille réelle',
  zoomIn: 'Agrandir',
  zoomOut: 'Rétrécir',
  fullScreen: 'Plein écran',
  tools: 'Outils de développement',
}

/** Saving a file by the system’s dialog. */
const saving: Translation<typeof en.saving> = {
  title: 'Enregistrer {file}',
  kinds: {
    csv: 'Valeurs séparées par des virgules',
    covercast: 'Fichier Covercast',
    pdf: 'Document PDF',
    ics: 'Calendrier',
    json: 'Document JSON',
    xlsx: 'Classeur Excel',
    html: 'Page web',
    zip: 'Archive',
    png: 'Image',
    svg: 'Dessin',
  },
  failed: 'Le fichier n’a pas pu être enregistré',
  failedWhy:
    '{file} n’a pas pu être écrit dans {folder}, et rien n’en a été conservé. Vérifiez que le dossier existe, que son disque a de la place et que vous avez le droit d’y écrire. Enregistrez ensuite le fichier à nouveau.',
}

/** Opening files. */
const opening = {
  choose: 'Ouvrir un planning, une sauvegarde ou un tableau de service',
  kinds: { all: 'Plannings, sauvegardes et tableaux de service', own: 'Fichiers Covercast' },
  notOpened: '{file} n’a pas pu être ouvert',
  notOpenedWhy:
    'Rien n’a été modifié. Vérifiez que le fichier existe encore et que vous pouvez le lire. Puis ouvrez-le de nouveau.',
}

/** Pages and dialogs of the window itself. */
const shell: Translation<typeof en.shell> = {
  opening: 'Ouverture de Covercast…',
  dataNotOpened: 'Covercast n’a pas pu ouvrir ses données',
  tryAgain: 'Réessayer',
  openLog: 'Ouvrir le journal',
  quit: 'Quitter',
  notOpened: '{path} n’a pas pu être ouvert',
  hasToClose: 'Covercast doit se fermer',
  hasToCloseWhy:
    'Une erreur inattendue s’est produite. Vos données sont en sécurité. Le journal dit ce qui s’est passé.',
  pageStopped: 'La page ne répond plus',
  dataIsSafe: 'Vos données sont en sécurité.',
  reload: 'Recharger',
}

/** The live figure in the system’s tray. */
const figure: Translation<typeof en.figure> = {
  next: '{workspace} : {rate} de chances que le prochain visiteur soit pris en charge, {count, plural, one {# agent} other {# agents}} en ligne à {time}',
  /** A line each under the one above. */
  pool: '{pool} : {rate}',
  noPool: 'Sans pool',
  unknown: '{workspace} : on ne sait pas si le prochain visiteur sera pris en charge. Synchronisez pour le voir.',
  open: 'Ouvrir Covercast',
}

/** At the window’s button in the taskbar of Windows, for screen readers. */
const taskbar: Translation<typeof en.taskbar> = {
  alerts: '{count, plural, one {# alerte en cours} other {# alertes en cours}}',
}

/** French: what the desktop window says outside its page. */
export const fr = { ...shared, menu, saving, opening, shell, figure, taskbar } as const satisfies Translation<typeof en>
