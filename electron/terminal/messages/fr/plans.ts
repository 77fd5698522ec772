import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { plans as english } from '../en/plans.ts'

/** `covercast plan`. */
export const plans: Translation<typeof english> = {
  description: 'Liste, montre, importe, exporte, publie et retire les plannings enregistrés.',
  list: 'Liste les plannings enregistrés, le dernier modifié d’abord.',
  show: 'Montre un planning, par son ID ou son nom, comme tableau de service.',
  export: 'Écrit un planning, par son ID ou son nom, dans un fichier de planning.',
  publish:
    'Publie un planning, par son ID ou son nom. Le planning et sa prévision sont enregistrés tels qu’ils sont maintenant, pour que vous puissiez les comparer à la réalité.',
  from: 'date locale à laquelle sa première semaine commence',
  to: 'une date de sa dernière semaine (par défaut : jusqu’à la publication d’un autre planning)',
  withdraw:
    'Retire les semaines d’un planning publié qui n’ont pas commencé. Les semaines antérieures restent, avec leurs prévisions.',
  notPublished: 'Rien n’a été publié.',
  noPublication: '« {plan} » n’est pas publié : il n’y a donc rien à retirer.',
  seeList: 'Voir `covercast plan list` pour les plannings publiés.',
  exported: '« {plan} » est écrit dans {file}.',
  // The list.
  noneYet:
    'Pas encore de planning. Importez-en un avec `covercast plan import FILE`, ou créez-en un dans l’application.',
  name: 'Nom',
  kind: 'Type',
  state: 'État',
  live: 'En vigueur',
  shifts: 'Postes',
  hours: 'Heures',
  changed: 'Modifié ({zone})',
  id: 'ID',
  kinds: { weekly: 'répété', dated: 'daté' },
  states: { draft: 'brouillon', published: 'publié', changed: 'publié, modifié depuis' },
  archived: 'archivé, {state}',
  fromOn: 'à partir du {date}',
  fromTo: 'du {from} au {to}',
  // One plan.
  allPools: 'tous les pools',
  pool: 'pool {pool}',
  hoursAWeek: '{hours} par semaine',
  publication: 'Publié le {time} : {weeks}.',
  publicationLive: 'Publié le {time} : {weeks}, en vigueur.',
  noShifts: 'Il n’a encore aucun poste.',
  unassigned: 'Non attribué',
  agent: 'Agent',
  date: 'Date',
  shift: 'Poste',
  breaks: 'Pauses',
  note: 'Note',
  tooMany:
    '{count, plural, one {# poste} other {# postes}} : utilisez --json pour les voir, ou `covercast plan export`.',
  // Published and withdrawn.
  published: '« {plan} » est publié : {weeks} (version {version}).',
  overlaps:
    '« {other} » est publié pour une partie des mêmes semaines : {weeks}. « {plan} », plus récent, l’y remplace.',
  predicted:
    'La prévision {count, plural, one {de sa première semaine} other {de ses # premières semaines}} est enregistrée pour la comparaison.',
  notPredicted: 'Toutes les semaines n’ont pas pu être prévues : {why} La prochaine synchronisation réessaie.',
  withdrawn: 'Retiré. « {plan} » prend fin avant le {date}.',
  noneBegun: 'Aucune de ses semaines n’avait commencé.',
  weeksKept: 'Il a été en vigueur : {weeks} ; les prévisions de ces semaines restent.',
  noneLive: 'Aucun planning n’est publié à partir de là.',
  liveAgain: '« {plan} » est de nouveau en vigueur à partir de là.',
  rotation: '{count, plural, one {roulement de # semaine} other {roulement de # semaines}}',
  weekOf: 'Semaine {week}, {dates}',
  exceptions:
    '{count, plural, one {# jour d’un agent s’écarte} other {# jours d’agents s’écartent}} du roulement : voir --json.',
}
