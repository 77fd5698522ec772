import type { Translation } from '../../../shared/language/catalogue.ts'
import type { shortcuts as english } from '../en/shortcuts.ts'

/** The list of shortcuts: keys that widgets have on their own. */
export const shortcuts: Translation<typeof english> = {
  title: 'Raccourcis clavier',
  or: 'ou',
  onTheBoard: 'Dans le tableau du planning',
  inTheHeatmap: 'Dans la carte de chaleur',
  inTheHeatmaps: 'Dans les cartes de chaleur',
  moveBetweenHours: 'Se déplacer entre les heures et les jours',
  firstAndLastHourOfDay: 'Première et dernière heure de la journée',
  showDatesBehind: 'Afficher les dates derrière une heure',
  closePanel: 'Fermer ce qui est ouvert',
  firstAndLastDayOfWeek: 'Premier et dernier jour de la semaine',
  firstAndLastHour: 'Première et dernière heure',
  showWhyHourDiffered: 'Afficher pourquoi une heure a différé',
  enterOnBoard:
    'Sur un jour vide : ajouter un poste. Sur un jour : aller à son poste. Sur un poste : ouvrir son formulaire',
  moveByQuarter: 'Déplacer le poste de 15 minutes',
  assignToOther: 'Attribuer le poste à un autre agent',
  moveByDay: 'Déplacer le poste d’un jour',
  moveEnd: 'Changer la fin du poste',
  moveStart: 'Changer le début du poste',
  goToOther: 'Aller à un autre poste',
  firstAndLastDay: 'Premier et dernier jour',
  moveBreaks: 'Déplacer les pauses du poste, ou de tous les postes sélectionnés, de 15 minutes',
  whoCan: 'Afficher qui peut prendre le poste',
  toggleSelection: 'Ajouter le poste à la sélection, ou l’en retirer',
  selectAll: 'Tout sélectionner',
  copyCutPaste: 'Copier, couper, coller',
  duplicate: 'Dupliquer au lendemain',
  delete: 'Supprimer',
  backToDay: 'Revenir du poste à son jour',
}
