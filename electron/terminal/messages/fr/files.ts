import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { files as english } from '../en/files.ts'

/** Files that are read and written. */
export const files: Translation<typeof english> = {
  kinds: {
    plan: 'fichier de planning',
    rules: 'fichier de règles',
    roster: 'tableau de service',
    timeOff: 'tableau de congés',
    availability: 'tableau de disponibilités',
    names: 'fichier de noms',
  },
  givePlan: 'Indiquez un fichier de planning tel que docs/command-line.md le montre.',
  givePlanOrId:
    'Indiquez un fichier de planning tel que docs/command-line.md le montre, ou l’ID d’un planning enregistré.',
  giveRules: 'Indiquez un fichier de règles tel que docs/command-line.md le montre.',
  giveTimeOff: 'Indiquez un tableau de congés CSV, TSV, XLSX ou ODS.',
  giveAvailability: 'Indiquez un tableau de disponibilités CSV, TSV, XLSX ou ODS.',
  giveRoster: 'Indiquez un tableau CSV, TSV, XLSX ou ODS, un fichier iCalendar ou un fichier de planning.',
  giveNames:
    'Indiquez un fichier JSON comme {example}. Avec null, le nom n’est celui d’aucun agent de l’espace de travail.',
  noFile: 'Il n’y a pas de fichier {file}.',
  isFolder: '{file} est un dossier, pas un {kind}.',
  notAllowed: 'Vous n’avez pas le droit de lire le fichier {file}.',
  notRead: 'Le fichier {file} n’a pas pu être lu.',
  notText: 'Le fichier {file} n’est pas du texte.',
  saveAsText: 'Enregistrez-le comme texte, en UTF-8.',
  notReadWhy: 'Le fichier {file} n’a pas pu être lu ({why}).',
  tooLarge: '{file} est trop volumineux pour un {kind}.',
  checkName: 'Vérifiez le nom du fichier.',
  // Written.
  exists: '{file} existe déjà.',
  notChanged: 'Il n’a pas été modifié.',
  giveAnother: 'Indiquez un autre fichier, ou ajoutez --overwrite.',
  written: '{file} est écrit : {size}.',
  writtenPages: '{file} est écrit : {count, plural, one {# page} other {# pages}}, {size}.',
  writtenFiles: '{file} est écrit : {count, plural, one {# fichier} other {# fichiers}}, {size}.',
  writtenRows: '{file} est écrit : {count, plural, one {# ligne} other {# lignes}}.',
}
