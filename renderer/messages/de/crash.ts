import type { Translation } from '../../../shared/language/catalogue.ts'
import type { crash as english } from '../en/crash.ts'

/** Reports of crashes. */
export const crash: Translation<typeof english> = {
  title: 'Covercast oder ein Teil davon wurde unerwartet beendet',
  text: 'Covercast oder ein Teil davon wurde unerwartet beendet. Ihre Daten sind sicher. Ein Bericht liegt auf diesem Computer, gesendet wurde nichts.',
  show: 'Bericht zeigen',
  dismiss: 'Ausblenden',
  reports: 'Absturzberichte',
  about:
    'Diese Berichte liegen nur auf diesem Computer. Sie nennen den Fehler, die Versionen und die letzten Zeilen des Protokolls. Kopieren Sie sie, wenn Sie jemanden um Hilfe bitten möchten.',
  copied: 'Kopiert',
  notCopied: 'Die Berichte konnten nicht kopiert werden. Markieren Sie stattdessen den Text.',
  remove: 'Berichte löschen',
  copy: 'Kopieren',
  close: 'Schließen',
}
