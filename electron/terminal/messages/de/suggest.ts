import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { suggest as english } from '../en/suggest.ts'

/** `covercast suggest`. */
export const suggest: Translation<typeof english> = {
  description:
    'Die Änderungen an einem Plan, die in einer lokalen Woche die meisten Besucher abdecken, und wie viel mehr höchstens möglich ist.',
  plan: 'eine Plandatei, die ID eines gespeicherten Plans oder die typische Woche',
  rules:
    'eine Regeldatei, alle ihre Regeln werden eingehalten (Standard: die Regeln des Arbeitsbereichs, und keine Regel wird verletzt, die der Plan einhält)',
  goal: 'so viele Besucher wie möglich abdecken, oder ein Ziel mit den wenigsten Stunden erreichen',
  target: 'zu erreichende Abdeckung in Prozent',
  targetPer: 'über die Woche oder in jeder Stunde erreichen',
  moves: 'was sich ändern darf',
  addHours: 'Agentenstunden, die hinzukommen dürfen',
  pin: 'IDs von Schichten, die unverändert bleiben',
  maxChanges: 'wie viele Schichten sich höchstens ändern dürfen',
  gap: 'aufhören, wenn die Schranke so nah ist, als Anteil der bedienten Besucher',
  timeLimit: 'nach so vielen Sekunden aufhören',
  fair: 'Schichten zwischen Agenten tauschen, damit Nächte und Wochenenden fairer verteilt sind, und dabei höchstens so viel Prozent der bedienten Besucher verlieren (Standard: 0.2)',
  save: 'den vorgeschlagenen Plan unter diesem Namen speichern',
  targetProblem: 'Ein Ziel von {target} % ist nicht möglich.',
  targetRange: 'Geben Sie --target über 0 und höchstens 100 an.',
  gapProblem: 'Ein Abstand von {gap} ist größer als das Ganze.',
  gapForm: 'Geben Sie --gap als Anteil an, zum Beispiel 0.005.',
  fairProblem: 'Ein Verlust von {percent} % ist mehr als alle Besucher.',
  fairForm: 'Geben Sie --fair als Prozentsatz an, zum Beispiel 0.2.',
  timeProblem: 'Eine Zeitgrenze von {seconds} s ist nicht möglich.',
  timeRange: 'Geben Sie --time-limit 1 bis {most} an.',
  cancelled: 'Der Vorschlag wurde abgebrochen.',
  thePlan: 'Der Plan',
  coverage: '{plan}, Woche vom {week}: Abdeckung {before} → {after}, {visitors}.',
  covered:
    '{covered} Besucher bedient (80-%-Bereich {lower} bis {upper}), mit {count, plural, one {# Änderung} other {# Änderungen}}.',
  hours: 'Agentenstunden: {before} → {after}.',
  hoursAndCost: 'Agentenstunden: {before} → {after}. Kosten: {costBefore} → {costAfter}.',
  leastHours: 'Kein Plan, der das Ziel erreicht, braucht weniger als {hours}.',
  leftWithExchanges: 'Wie viel mehr möglich ist, wenn Agenten Schichten tauschen, ist nicht bekannt.',
  leftUnknown: 'Wie viel mehr möglich ist, ist noch nicht bekannt. Ein längeres --time-limit kann es herausfinden.',
  nothingLeft: 'Kein Plan mit diesen Regeln, Stunden, Schichtlängen und Anfangszeiten deckt einen Besucher mehr ab.',
  left: 'Mit diesen Regeln, Stunden, Schichtlängen und Anfangszeiten {count, plural, one {ist höchstens # weiterer Besucher} other {sind höchstens # weitere Besucher}} pro Woche möglich.',
  leftShare:
    'Mit diesen Regeln, Stunden, Schichtlängen und Anfangszeiten {count, plural, one {ist höchstens # weiterer Besucher} other {sind höchstens # weitere Besucher}} pro Woche möglich ({share} des möglichen Gewinns).',
  fairness:
    'Mittlerer Abstand zum fairen Anteil an Nächten und Wochenenden: {before} → {after}, mit {count, plural, one {# Tausch} other {# Tauschen}} und {lost} bedienten Besuchern.',
  wishes: 'Erfüllte Wünsche: {before} → {after} von {all}.',
  fallback: 'Die Suche endete wegen eines Fehlers früher. Dies ist das bis dahin Beste.',
  nothingFound:
    'In dieser Zeit wurde nichts gefunden, das die Vorgabe erfüllt. Ein längeres --time-limit findet vielleicht etwas.',
  nothing: 'Keine Änderung deckt mehr ab.',
  who: 'Wer',
  what: 'Was',
  from: 'Von',
  to: 'Auf',
  visitors: 'Besucher',
  unassigned: 'Nicht zugewiesen',
  kinds: {
    'move-break': 'Pause verschieben',
    'move-start': 'Beginn ändern',
    'move-day': 'Tag ändern',
    resize: 'Länge ändern',
    add: 'Neue Schicht',
    remove: 'Schicht streichen',
    reassign: 'Neu zuweisen',
  },
  withBreak: '{shift} (Pause {breaks})',
  limits: 'Was am meisten begrenzt (ein Schritt, jeweils einzeln):',
  limit: '{gain} {who}: {text}',
  limitOfAll: '{gain} {text}',
  ofAgent: '{who}: {text}',
  stored: 'Gespeichert als „{name}“ (ID {id}).',
  infeasible: 'Kein Plan der Woche vom {week} hält alle Regeln ein. Die wenigsten Regeln, die nachgeben müssten:',
  // By what visitors are worth.
  weighted: 'möglichst viel nach dem Wert der Besucher abdecken, nach den Seitenregeln',
  weightedSummary:
    'Nach Wert: Abdeckung {before} → {after}, {gain} abgedeckt. Auch was möglich ist und was jede Änderung bringt, ist nach Wert angegeben.',
  leftWeighted:
    'Mit diesen Regeln, Stunden, Schichtlängen und Anfangszeiten ist nach Wert höchstens {value} pro Woche mehr möglich.',
  nothingLeftWeighted: 'Kein Plan mit diesen Regeln, Stunden, Schichtlängen und Anfangszeiten deckt nach Wert mehr ab.',
  value: 'Nach Wert',
  fairnessWeighted:
    'Mittlerer Abstand zum fairen Anteil an Nächten und Wochenenden: {before} → {after}, mit {count, plural, one {# Tausch} other {# Tauschen}} und {lost} bedient nach Wert.',
}
