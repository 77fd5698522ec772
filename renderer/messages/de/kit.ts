import type { Translation } from '../../../shared/language/catalogue.ts'
import type { kit as english } from '../en/kit.ts'

/** What fields, lists and dialogs say by themselves. */
export const kit: Translation<typeof english> = {
  close: 'Schließen',
  messages: 'Meldungen',
  namedValue: '{name}: {value}',
  dates: 'Zeitraum',
  from: 'Von',
  to: 'Bis',
  datesOutOfOrder: 'Das erste Datum liegt nach dem letzten.',
  noneFound: 'Nichts gefunden.',
  noMatch: 'Kein Treffer.',
  timeZone: 'Zeitzone',
  timeZones: 'Zeitzonen',
  searchZone: 'Stadt oder Zeitzone suchen',
  zoneOfComputer: 'Dieser Computer',
  zoneOfComputerIn: 'Dieser Computer ({city})',
  writeWholeNumber: 'Geben Sie eine ganze Zahl von {from} bis {to} ein.',
  writeNumber: 'Geben Sie eine Zahl von {from} bis {to} ein.',
  chooseNumber: 'Wählen Sie eine Zahl von {from} bis {to}.',
  copyTable: 'Tabelle kopieren',
  copyTableOf: 'Tabelle kopieren: {name}',
  tableCopied: 'Tabelle kopiert.',
  tableNotCopied: 'Die Tabelle konnte nicht kopiert werden. Markieren Sie sie und kopieren Sie sie so.',
}
