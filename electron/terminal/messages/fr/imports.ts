import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { imports as english } from '../en/imports.ts'

/** `covercast plan import`. */
export const imports: Translation<typeof english> = {
  description:
    'Enregistre un tableau de service (CSV, TSV, XLSX, ODS, iCalendar) ou un fichier de planning comme nouveau planning, ou en place les semaines dans un planning enregistré.',
  name: 'nom du nouveau planning (par défaut : celui du fichier)',
  into: 'remplacer les semaines du fichier dans ce planning, par son ID ou son nom',
  sheet: 'feuille d’un classeur (par défaut : la première qui contient un tableau de service)',
  dateOrder: 'comment lire des dates telles que 02/03/2026 (par défaut : selon le fichier)',
  match: 'fichier JSON qui dit de quels agents sont les noms',
  absences: 'ajouter les absences comme congés',
  noRotation: 'garder comme semaines précises celles qui alternent',
  strict: 'ne rien enregistrer si quelque chose n’a pas été compris',
  dryRun: 'montrer ce qui serait enregistré',
  notNames: 'Le fichier {file} ne dit pas de quels agents sont les noms.',
  namesForm: 'Indiquez un objet JSON comme {example}.',
  entriesNotUnderstood:
    '{count, plural, one {# entrée n’a pas été comprise.} other {# entrées n’ont pas été comprises.}}',
  nothingStored: 'Rien n’a été enregistré.',
  correct: 'Corrigez-les dans le fichier, ou omettez --strict.',
  notAName: 'Ceci ne peut pas être le nom d’un planning.',
  nameForm: 'Donnez à --name de 1 à {most} caractères.',
  // What was read.
  shifts: '{count, plural, one {# poste} other {# postes}}',
  unassigned: '{count} non attribués',
  agents: '{count, plural, one {# agent} other {# agents}}',
  datesAs: { dmy: 'dates en jour/mois/année', mdy: 'dates en mois/jour/année', ymd: 'dates en année/mois/jour' },
  sheetNamed: 'feuille « {name} »',
  unused: 'Colonnes non utilisées : {columns}',
  columnNamed: '{name} ({column})',
  columnNumber: 'colonne {column}',
  notUnderstood: 'Non compris',
  changed: 'Modifiés',
  names: 'Noms',
  firstOf: '{title} (les {count} premiers sur {all})',
  firstOfMore: '{title} (les {count} premiers sur {all} ; --json en a davantage)',
  row: 'Ligne',
  column: 'Colonne',
  text: 'Texte',
  why: 'Raison',
  inFile: 'Dans le fichier',
  agent: 'Agent',
  foundBy: 'Trouvé par',
  or: '{one} ou {other}',
  absencesFound:
    '{count, plural, one {# absence trouvée} other {# absences trouvées}} ; --absences les ajoute comme congés.',
  absencesDry:
    '{count, plural, one {# absence serait ajoutée comme congé.} other {# absences seraient ajoutées comme congés.}}',
  absencesAdded: '{count, plural, one {# absence ajoutée comme congé.} other {# absences ajoutées comme congés.}}',
  // What was stored.
  noPlan: 'Aucun planning n’a été enregistré : le fichier n’a pas de postes.',
  stored: '« {plan} » est enregistré : {count, plural, one {# poste} other {# postes}}, {hours} (ID {id}).',
  same: '« {plan} » a déjà ces postes. Rien n’a changé.',
  replaced:
    '« {plan} » a été modifié : {added} ajoutés, {removed} supprimés. Il a maintenant {count, plural, one {# poste} other {# postes}}, {hours} (ID {id}).',
}
