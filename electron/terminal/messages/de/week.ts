import type { Translation } from '../../../../shared/language/catalogue.ts'
import type {
  week as englishWeek,
  forecast as englishForecast,
  forecastSeries as englishForecastSeries,
  predict as englishPredict,
} from '../en/week.ts'

/** A week’s forecast and prediction: what `forecast` and `predict` have in common. */
export const week: Translation<typeof englishWeek> = {
  knownAt: 'aus Daten bis {time}',
  hour: 'Stunde',
  day: 'Tag',
  date: 'Datum',
  visitors: 'Besucher',
  noAccuracy: 'Keine vergangene Woche konnte getestet werden, daher ist die Genauigkeit nicht bekannt.',
  slots: {
    15: 'Im Schnitt lagen {weeks, plural, one {die Viertelstunden der letzten Woche} other {die Viertelstunden der letzten # Wochen}} um {error} daneben, jede Woche aus den Daten davor vorhergesagt.',
    30: 'Im Schnitt lagen {weeks, plural, one {die halben Stunden der letzten Woche} other {die halben Stunden der letzten # Wochen}} um {error} daneben, jede Woche aus den Daten davor vorhergesagt.',
    60: 'Im Schnitt lagen {weeks, plural, one {die Stunden der letzten Woche} other {die Stunden der letzten # Wochen}} um {error} daneben, jede Woche aus den Daten davor vorhergesagt.',
  },
  withinRange: '{share} lagen in ihrem 80-%-Bereich.',
  marked: 'In dieser Woche markiert: {days}.',
  markedDay: '{date} ({kind})',
  markedDayWithNote: '{date} ({kind}: {note})',
}

/** `covercast forecast`. */
export const forecast: Translation<typeof englishForecast> = {
  description: 'Erwartete Besucher einer lokalen Woche, mit ihren Bereichen.',
  slot: 'Länge eines Intervalls: 15, 30 oder 60 Minuten',
  slotProblem: 'Ein Intervall von „{value}“ Minuten ist nicht möglich.',
  slotChoices: 'Geben Sie --slot 15, 30 oder 60 an.',
  expected: '{visitors} erwartet.',
  ranges: '80-%-Bereich: {lower80} bis {upper80}. 95-%-Bereich: {lower95} bis {upper95}.',
  knownDay: '{date}, {name}: {effect} Besucher erwartet ({source}).',
  knownDayWithRange: '{date}, {name}: {effect} Besucher erwartet, 80-%-Bereich {lower} bis {upper} ({source}).',
  knownDayAsUsual:
    '{date}, {name}: so viele Besucher wie üblich erwartet, 80-%-Bereich {lower} bis {upper} ({source}).',
  knownDayUnknown: '{date}, {name}: {source}.',
  basis: 'Aus {count, plural, one {# Woche} other {# Wochen}} Daten: {method}.',
  methods: {
    'seasonal-naive': 'dasselbe Intervall der letzten Woche',
    ew: 'ein Durchschnitt vergangener Wochen, in dem neuere mehr zählen',
    profile: 'die übliche Form einer Woche mal das Niveau der letzten Wochen',
    combination: 'halb die übliche Form einer Woche, halb ein Durchschnitt der letzten Wochen',
    prior: 'typische Werte, weil es kaum Daten gibt',
  },
  lastYear:
    '{effect} wie letztes Jahr: Dieselben Wochen hatten {change} Besucher im Vergleich zu den Wochen davor. Gewicht: {weight}.',
}

/** `covercast forecast-series`. */
export const forecastSeries: Translation<typeof englishForecastSeries> = {
  description:
    'Testet die Prognose an einer CSV-Datei mit Zahlen: Ab einer bestimmten Woche wird jede Woche aus den Wochen davor vorhergesagt.',
  csv: 'CSV-Datei mit Kopfzeile',
  time: 'Spalte mit der Zeit, zu der jede Zählung beginnt',
  value: 'Spalte mit den Zahlen; eine leere Zelle fehlt',
  slot: 'Länge der Intervalle in Minuten; feinere Zeilen werden zusammengezählt',
  fromWeek: 'erste vorherzusagende Woche; die erste Woche, ab Montag, ist 1',
  horizonWeeks: 'wie viele Wochen voraus',
  slotProblem: 'Intervalle von {value} Minuten füllen keinen Tag.',
  slotForm: 'Geben Sie einen Teiler von 1440 an, zum Beispiel 15, 30 oder 60.',
  weekProblem: 'Vor Woche {value} gibt es keine Woche.',
  weekForm: 'Geben Sie --from-week 2 oder später an.',
  horizonProblem: '{value} Wochen voraus lassen sich nicht vorhersagen.',
  horizonRange: 'Geben Sie 1 bis {most} an.',
  notCsv: '{file} ist keine CSV-Datei: {why}',
  csvForm: 'Geben Sie eine Textdatei mit Kopfzeile und einer Zeile je Eintrag an.',
  noColumn: 'Die Datei hat keine Spalte „{name}“.',
  columnTwice: 'Die Datei hat mehr als eine Spalte „{name}“.',
  renameColumn: 'Geben Sie den Spalten verschiedene Namen.',
  tooManyFields:
    'Zeile {line} von {file} hat {fields, plural, one {# Feld} other {# Felder}}, die Kopfzeile aber {columns}.',
  quoteFields: 'Setzen Sie ein Feld mit Komma in Anführungszeichen, oder schreiben Sie Zahlen ohne Kommas.',
  maybeThousands:
    'Jede Zahl hat genau drei Dezimalstellen, wie 1.180. Ist damit eintausendeinhundertachtzig gemeint, schreiben Sie sie ohne Punkt.',
  isEmpty: 'Die Datei ist leer.',
  columns: 'Ihre Spalten sind: {names}.',
  notATime: 'Zeile {line} von {file}: „{text}“ ist keine Zeit.',
  timeForm: 'Schreiben Sie Zeiten als 2026-03-01T09:15, mit oder ohne Abweichung von UTC wie -05:00.',
  notACount: 'Zeile {line} von {file}: „{text}“ ist keine Zahl.',
  countForm: 'Zahlen sind 0 oder mehr. Lassen Sie eine Zelle leer, wenn die Zahl nicht bekannt ist.',
  none: 'Keine Woche konnte vorhergesagt werden: Die Reihe ist zu kurz oder hat nach ihren ersten Wochen keine Zahlen.',
  noneNext: 'Geben Sie eine frühere --from-week an, oder mehr Wochen.',
  weeks: '{count, plural, one {# Woche} other {# Wochen}} vorhergesagt, jede aus den Wochen davor.',
  error: 'Mittlerer Fehler: {error}.',
  errorAndNaive: 'Mittlerer Fehler: {error}. Die Vorwoche wiederholt: {naive}.',
  noBias: 'Die Summen lassen sich nicht vergleichen.',
  tooLow: 'Prognosen waren insgesamt um {share} zu niedrig.',
  tooHigh: 'Prognosen waren insgesamt um {share} zu hoch.',
  ranges: 'Im 80-%-Bereich: {within80}. Im 95-%-Bereich: {within95}.',
  apart:
    'An {count, plural, one {# Feiertag oder ähnlichem Tag} other {# Feiertagen und ähnlichen Tagen}}: mittlerer Fehler {error}, im 80-%-Bereich {within80}, im 95-%-Bereich {within95}.',
  weekOf: 'Woche vom',
  actual: 'Ist',
  forecast: 'Prognose',
  range: '80-%-Bereich',
  averageError: 'Mittl. Fehler',
  fromTo: '{lower} bis {upper}',
}

/** `covercast predict`. */
export const predict: Translation<typeof englishPredict> = {
  description: 'Die Abdeckung eines Plans in einer lokalen Woche, mit ihrem Bereich.',
  plan: 'eine Plandatei oder die ID eines gespeicherten Plans',
  baseline: 'womit verglichen wird: ein anderer Plan oder die typische Woche',
  sensitivity:
    'zusätzlich die Abdeckung mit mehr oder weniger Besuchern und mit fehlenden Agenten, und wo der Plan bricht',
  perAgent: 'wie viele Besucher ein Agent gleichzeitig annimmt, 1-5 (Standard: aus Ihren Daten gelernt)',
  perAgentProblem: '{count} gleichzeitige Besucher sind nicht möglich.',
  perAgentRange: 'Geben Sie --visitors-per-agent 1 bis {most} an.',
  nobodyOnline:
    'Der Plan hat vom {from} bis {to} keinen Agenten online. Prüfen Sie die Daten seiner Schichten, und ob seine Agenten den Pool bedienen.',
  unknownAgents:
    '{count, plural, one {# Agent des Plans ist} other {# Agenten des Plans sind}} nicht in der Datenquelle und {count, plural, one {zählt} other {zählen}} wie die anderen Agenten: {names}.',
  andMore: '{names} und {count, plural, one {# weiterer} other {# weitere}}',
  inactiveAgents:
    '{count, plural, one {# Agent des Plans ist} other {# Agenten des Plans sind}} in der Datenquelle deaktiviert und {count, plural, one {zählt} other {zählen}} ab dann nicht: {names}.',
  thePlan: 'dem Plan',
  typicalWeek: 'der typischen Woche',
  withPlan:
    'Mit {plan}: Abdeckung {rate} (80-%-Bereich {lower} bis {upper}), {visitors}, {covered} bedient, {missed} verpasst.',
  withBaseline: 'Mit {plan}: Abdeckung {rate} (80-%-Bereich {lower} bis {upper}), {covered} bedient.',
  difference: 'Differenz: {covered} Besucher bedient (80-%-Bereich {lower} bis {upper}).',
  unassigned: 'Nicht zugewiesene Schichten zählen mit: {hours} der Woche.',
  byHour: 'Abdeckung nach Stunde:',
  covered: 'Bedient',
  missed: 'Verpasst',
  coverage: 'Abdeckung',
  agents: 'Agenten',
  model: 'Modellparameter je Pool:',
  pool: 'Pool',
  noPool: 'Kein Pool',
  handleTime: 'Bearbeitungszeit (min)',
  available: 'Verfügbar',
  concurrency: 'Gleichzeitig',
  attendance: 'Anwesenheit',
  weeks: 'Wochen',
  warning: 'Hinweis: {warning}',
  warningOf: 'Hinweis ({pools}): {warning}',
}
