import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planShifts as english } from '../en/plan-shifts.ts'

/** Shifts that are selected, and their forms. */
export const planShifts: Translation<typeof english> = {
  hint: 'Faites glisser dans un espace vide pour ajouter un poste. Faites glisser un poste pour le déplacer, ou ses bords pour changer ses heures. Appuyez sur « ? » pour voir les touches.',
  selected: 'Postes sélectionnés',
  countSelected: '{count, plural, one {# poste sélectionné} other {# postes sélectionnés}}',
  dayAndTimes: '{day} {start}–{end}',
  /** `count` decides the plural. */
  work: '{count, plural, one {{hours} heure de travail} other {{hours} heures de travail}}',
  workNextDay: '{work}, finit le lendemain',
  unassigned: 'Non attribué',
  duplicate: 'Dupliquer',
  copyToOthers: 'Copier à d’autres agents…',
  delete: 'Supprimer',
  assignTo: 'Attribuer à',
  severalAgents: 'Plusieurs agents',
  hoursInWeek: '{hours} h cette semaine',
  // Who can take a shift.
  whoCanTitle: '{count, plural, one {Qui peut prendre ce poste ?} other {Qui peut prendre ces # postes ?}}',
  whoCan:
    '{able, plural, =0 {Aucun agent ne peut {count, plural, one {le} other {les}} prendre sans enfreindre une règle.} one {# agent sur {agents, plural, one {#} other {#}} peut {count, plural, one {le} other {les}} prendre sans enfreindre de règle.} other {# agents sur {agents, plural, one {#} other {#}} peuvent {count, plural, one {le} other {les}} prendre sans enfreindre de règle.}}',
  findAgent: 'Rechercher un agent',
  noAgentFound: 'Aucun agent trouvé',
  template: 'Modèle de poste',
  times: '{start}–{end}',
  saveTemplate: 'Enregistrer comme modèle de poste',
  deleteTemplate: 'Supprimer le modèle de poste',
  // One shift.
  title: 'Poste',
  agent: 'Agent',
  day: 'Jour',
  start: 'Début',
  end: 'Fin',
  timesFor: 'Pour {who} : {times}.',
  breaks: 'Pauses',
  from: 'De',
  to: 'À',
  breakFrom: 'Pause {number} de',
  breakTo: 'Pause {number} à',
  removeBreak: 'Retirer la pause {number}',
  addBreak: 'Ajouter une pause',
  note: 'Note',
  cancel: 'Annuler',
  save: 'Enregistrer',
  // Copied to other agents.
  copyTitle: 'Copier à d’autres agents',
  copyFrom: 'De {who}',
  copyUnassigned: 'Des postes non attribués',
  wholeWeek: 'La semaine entière',
  copyTo: 'À',
  replace: 'Remplacer les postes existants',
  replaceHint: 'Sinon, les postes copiés s’ajoutent.',
  copy: 'Copier',
}
