import type { Translation } from '../../../shared/language/catalogue.ts'
import type { shortcuts as english } from '../en/shortcuts.ts'

/** The list of shortcuts: keys that widgets have on their own. */
export const shortcuts: Translation<typeof english> = {
  title: 'Tastenkürzel',
  or: 'oder',
  onTheBoard: 'Auf der Planfläche',
  inTheHeatmap: 'In der Heatmap',
  inTheHeatmaps: 'In den Heatmaps',
  moveBetweenHours: 'Zwischen Stunden und Tagen bewegen',
  firstAndLastHourOfDay: 'Erste und letzte Stunde des Tages',
  showDatesBehind: 'Tage hinter einer Stunde zeigen',
  closePanel: 'Geöffnetes schließen',
  firstAndLastDayOfWeek: 'Erster und letzter Tag der Woche',
  firstAndLastHour: 'Erste und letzte Stunde',
  showWhyHourDiffered: 'Zeigen, warum eine Stunde abwich',
  enterOnBoard:
    'Auf leerem Tag: Schicht hinzufügen. Auf einem Tag: zu seiner Schicht. Auf einer Schicht: ihr Formular öffnen',
  moveByQuarter: 'Schicht um 15 Minuten verschieben',
  assignToOther: 'Schicht einem anderen Agenten zuweisen',
  moveByDay: 'Schicht um einen Tag verschieben',
  moveEnd: 'Ende der Schicht ändern',
  moveStart: 'Beginn der Schicht ändern',
  goToOther: 'Zu einer anderen Schicht',
  firstAndLastDay: 'Erster und letzter Tag',
  moveBreaks: 'Pausen der Schicht oder aller ausgewählten um 15 Minuten verschieben',
  whoCan: 'Zeigen, wer die Schicht übernehmen kann',
  toggleSelection: 'Schicht zur Auswahl hinzufügen oder daraus entfernen',
  selectAll: 'Alles auswählen',
  copyCutPaste: 'Kopieren, ausschneiden, einfügen',
  duplicate: 'Auf den nächsten Tag duplizieren',
  delete: 'Löschen',
  backToDay: 'Von der Schicht zurück zu ihrem Tag',
}
