import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { compare as english } from '../en/compare.ts'

/** `covercast compare`. */
export const compare: Translation<typeof english> = {
  description:
    'Compare la prévision d’un planning publié avec la réalité : l’écart, ses raisons et le respect du planning.',
  plan: 'l’ID ou le nom d’un planning publié',
  week: 'seulement la semaine de cette date locale (par défaut : toutes les semaines commencées)',
  neverPublished: '« {plan} » n’a jamais été publié : il n’y a donc pas de prévision à comparer.',
  publishFirst: 'Publiez-le avec `covercast plan publish`, et comparez quand sa première semaine a commencé.',
  notLive:
    '« {plan} » n’est pas en vigueur la semaine du {date}, ou cette semaine n’avait pas commencé à la dernière synchronisation.',
  leaveOutWeek: 'Omettez --week pour voir toutes les semaines à comparer, ou synchronisez d’abord.',
  nothing: 'Il n’y a rien à comparer : aucune de ces semaines de « {plan} » n’a commencé et n’a été prévue.',
  seeWeeks: 'Exécutez `covercast compare` pour voir quelles semaines existent.',
  // The answer.
  asOf: 'état : {time}',
  noWeek: 'Aucune de ses semaines n’a commencé et n’a été prévue.',
  notPredicted: 'Non prévues, donc non comparées : {weeks}.',
  weekOf: 'semaine du {date}',
  weekTitle: 'Semaine',
  predicted: 'Prévu',
  range: 'Plage à 80 %',
  actual: 'Réel',
  difference: 'Écart',
  within: 'Dedans',
  traffic: 'Trafic',
  staffing: 'Effectifs',
  rest: 'Le reste',
  visitors: 'Visiteurs',
  yes: 'oui',
  no: 'non',
  fromTo: '{from}-{to}',
  countOf: '{actual} sur {expected}',
  units:
    'L’écart, le trafic (d’autres visiteurs que prévu), les effectifs (d’autres agents en ligne que planifié) et le reste (modèle et hasard) sont des points de couverture.',
  notSynced: '* {dates} : non synchronisé.',
  running: '* {dates} : en cours, données pour {share}. Le prévu porte sur cette partie.',
  partly: '* {dates} : données pour {share}, le reste n’est pas synchronisé. Le prévu porte sur cette partie.',
  noneJudged: 'Aucune semaine publiée n’est encore complète.',
  judged:
    '{inside} sur {count, plural, one {# semaine} other {# semaines}} dans la plage à 80 %, tous plannings publiés confondus.',
  // Adherence.
  adherence: 'Respect du planning :',
  adherenceOfAll: 'Respect du planning, toutes les semaines ensemble :',
  agent: 'Agent',
  scheduled: 'Planifié h',
  online: 'En ligne h',
  unscheduled: 'Non planifié h',
  shifts: 'Postes',
  late: 'En retard',
  lateMinutes: 'Retard min',
  leftEarly: 'Partis en avance',
  earlyMinutes: 'Avance min',
  notWorked: 'Non assurés',
}
