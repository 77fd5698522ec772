import type { Translation } from '../../../shared/language/catalogue.ts'
import type { kit as english } from '../en/kit.ts'

/** What fields, lists and dialogs say by themselves. */
export const kit: Translation<typeof english> = {
  close: 'Fermer',
  messages: 'Messages',
  namedValue: '{name} : {value}',
  dates: 'Dates',
  from: 'Du',
  to: 'Au',
  datesOutOfOrder: 'La première date est après la dernière.',
  noneFound: 'Rien trouvé.',
  noMatch: 'Aucun résultat.',
  timeZone: 'Fuseau horaire',
  timeZones: 'Fuseaux horaires',
  searchZone: 'Rechercher une ville ou un fuseau horaire',
  zoneOfComputer: 'Cet ordinateur',
  zoneOfComputerIn: 'Cet ordinateur ({city})',
  writeWholeNumber: 'Saisissez un nombre entier de {from} à {to}.',
  writeNumber: 'Saisissez un nombre de {from} à {to}.',
  chooseNumber: 'Choisissez un nombre de {from} à {to}.',
  copyTable: 'Copier le tableau',
  copyTableOf: 'Copier le tableau : {name}',
  tableCopied: 'Tableau copié.',
  tableNotCopied: 'Le tableau ne peut pas être copié. Sélectionnez-le et copiez-le.',
}
