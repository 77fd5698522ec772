import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { replay as english } from '../en/replay.ts'

/** `covercast replay`. */
export const replay: Translation<typeof english> = {
  description:
    'Ce que des jours passés auraient été avec un planning : les visiteurs réellement venus, avec les agents qu’il planifie.',
  plan: 'un fichier de planning, ou l’ID ou le nom d’un planning enregistré',
  from: 'première date locale (par défaut : quatre semaines avant --to)',
  to: 'dernière date locale (par défaut : hier)',
  eachWeek: 'apprendre l’assiduité et le modèle avant chaque semaine, et non une seule fois avant la première',
  // The answer.
  actual: 'Réel : couverture {rate} de {visitors}, {covered} pris en charge, {missed} manqués.',
  replayed:
    'Avec {plan} : couverture {rate} (plage à 80 % de {lower} à {upper}), {covered} pris en charge, {missed} manqués.',
  difference: 'Écart : {covered} visiteurs pris en charge (plage à 80 % de {lower} à {upper}).',
  learnedBefore: 'L’assiduité et le modèle ont été appris de ce qui était connu avant le {date}.',
  learnedEachWeek: 'L’assiduité et le modèle ont été appris avant chaque semaine.',
  known: 'Seul le temps synchronisé compte : {share} de la période.',
  repeated: 'Le planning n’a pas de dates dans cette période, ses semaines ont donc été répétées.',
  thePlan: 'le planning',
  visitors: 'Visiteurs',
  actualRate: 'Réel',
  planRate: 'Planning',
  range: 'Plage à 80 %',
  change: 'Pris en charge +/-',
  agents: 'Agents',
  planAgents: 'Planifiés',
  byHour: 'Par heure de la journée :',
  hour: 'Heure',
  fromTo: '{from}-{to}',
}
