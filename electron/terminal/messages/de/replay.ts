import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { replay as english } from '../en/replay.ts'

/** `covercast replay`. */
export const replay: Translation<typeof english> = {
  description:
    'Wie vergangene Tage mit einem Plan gewesen wären: die Besucher, die wirklich kamen, mit den Agenten, die er einplant.',
  plan: 'eine Plandatei oder die ID oder der Name eines gespeicherten Plans',
  from: 'erstes lokales Datum (Standard: vier Wochen vor --to)',
  to: 'letztes lokales Datum (Standard: gestern)',
  eachWeek: 'Anwesenheit und Modell vor jeder Woche lernen statt einmal vor der ersten',
  actual: 'Ist: Abdeckung {rate}, {visitors}, {covered} bedient, {missed} verpasst.',
  replayed: 'Mit {plan}: Abdeckung {rate} (80-%-Bereich {lower} bis {upper}), {covered} bedient, {missed} verpasst.',
  difference: 'Differenz: {covered} Besucher bedient (80-%-Bereich {lower} bis {upper}).',
  learnedBefore: 'Anwesenheit und Modell sind aus dem gelernt, was vor dem {date} bekannt war.',
  learnedEachWeek: 'Anwesenheit und Modell sind vor jeder Woche gelernt.',
  known: 'Nur synchronisierte Zeit zählt: {share} des Zeitraums.',
  repeated: 'Der Plan hat keine Tage in diesem Zeitraum, daher wurden seine Wochen wiederholt.',
  thePlan: 'dem Plan',
  visitors: 'Besucher',
  actualRate: 'Ist',
  planRate: 'Mit Plan',
  range: '80-%-Bereich',
  change: 'Bedient +/-',
  agents: 'Agenten',
  planAgents: 'Geplant',
  byHour: 'Nach Tagesstunde:',
  hour: 'Stunde',
  fromTo: '{from}-{to}',
}
