import type { Translation } from '../../../../shared/language/catalogue.ts'
import type {
  week as englishWeek,
  forecast as englishForecast,
  forecastSeries as englishForecastSeries,
  predict as englishPredict,
} from '../en/week.ts'

/** A week’s forecast and prediction: what `forecast` and `predict` have in common. */
export const week: Translation<typeof englishWeek> = {
  knownAt: 'd’après les données jusqu’au {time}',
  hour: 'Heure',
  day: 'Jour',
  date: 'Date',
  visitors: 'Visiteurs',
  noAccuracy: 'Aucune semaine passée n’a pu être testée, la précision n’est donc pas connue.',
  // Accuracy.
  slots: {
    15: 'En moyenne, {weeks, plural, one {les quarts d’heure de la dernière semaine} other {les quarts d’heure des # dernières semaines}} s’écartaient de {error}, chaque semaine étant prévue d’après les données qui la précèdent.',
    30: 'En moyenne, {weeks, plural, one {les demi-heures de la dernière semaine} other {les demi-heures des # dernières semaines}} s’écartaient de {error}, chaque semaine étant prévue d’après les données qui la précèdent.',
    60: 'En moyenne, {weeks, plural, one {les heures de la dernière semaine} other {les heures des # dernières semaines}} s’écartaient de {error}, chaque semaine étant prévue d’après les données qui la précèdent.',
  },
  withinRange: '{share} étaient dans leur plage à 80 %.',
  marked: 'Marqués cette semaine : {days}.',
  markedDay: '{date} ({kind})',
  markedDayWithNote: '{date} ({kind} : {note})',
}

/** `covercast forecast`. */
export const forecast: Translation<typeof englishForecast> = {
  description: 'Les visiteurs attendus dans une semaine locale, avec leurs plages.',
  slot: 'durée d’un créneau : 15, 30 ou 60 minutes',
  slotProblem: 'Un créneau de « {value} » minutes n’est pas possible.',
  slotChoices: 'Indiquez --slot 15, 30 ou 60.',
  expected: '{visitors} attendus.',
  ranges: 'Plage à 80 % : {lower80} à {upper80}. Plage à 95 % : {lower95} à {upper95}.',
  knownDay: '{date}, {name} : {effect} de visiteurs attendus ({source}).',
  knownDayWithRange: '{date}, {name} : {effect} de visiteurs attendus, plage à 80 % de {lower} à {upper} ({source}).',
  knownDayAsUsual:
    '{date}, {name} : autant de visiteurs que d’habitude attendus, plage à 80 % de {lower} à {upper} ({source}).',
  knownDayUnknown: '{date}, {name} : {source}.',
  // How it was forecast.
  basis: 'D’après {count, plural, one {# semaine} other {# semaines}} de données : {method}.',
  methods: {
    'seasonal-naive': 'le même créneau de la dernière semaine',
    ew: 'une moyenne des semaines passées où les plus récentes comptent davantage',
    profile: 'le profil habituel d’une semaine multiplié par le niveau des semaines récentes',
    combination: 'pour moitié le profil habituel d’une semaine, pour moitié une moyenne des semaines récentes',
    prior: 'des valeurs types, car il n’y a presque pas de données',
  },
  lastYear:
    '{effect} comme l’année dernière : les mêmes semaines avaient {change} de visiteurs par rapport aux semaines précédentes. Poids : {weight}.',
}

/** `covercast forecast-series`. */
export const forecastSeries: Translation<typeof englishForecastSeries> = {
  description:
    'Teste le modèle de prévision sur un fichier CSV de comptages : à partir d’une semaine donnée, chaque semaine est prévue d’après les semaines qui la précèdent.',
  csv: 'fichier CSV avec un en-tête',
  time: 'colonne du moment où chaque comptage commence',
  value: 'colonne des comptages ; une cellule vide est manquante',
  slot: 'durée des créneaux en minutes ; les lignes plus fines sont additionnées',
  fromWeek: 'première semaine à prévoir ; la première semaine, à partir du lundi, est 1',
  horizonWeeks: 'nombre de semaines à l’avance',
  slotProblem: 'Des créneaux de {value} minutes ne remplissent pas une journée.',
  slotForm: 'Indiquez un diviseur de 1440, par exemple 15, 30 ou 60.',
  weekProblem: 'Il n’y a pas de semaine avant la semaine {value}.',
  weekForm: 'Indiquez --from-week 2 ou plus.',
  horizonProblem: '{value} semaines à l’avance ne peuvent pas être prévues.',
  horizonRange: 'Indiquez de 1 à {most}.',
  // The file.
  notCsv: '{file} n’est pas un fichier CSV : {why}',
  csvForm: 'Indiquez un fichier texte avec un en-tête et une ligne par enregistrement.',
  noColumn: 'Le fichier n’a pas de colonne « {name} ».',
  columnTwice: 'Le fichier a plusieurs colonnes « {name} ».',
  renameColumn: 'Donnez des noms différents aux colonnes.',
  tooManyFields:
    'La ligne {line} de {file} a {fields, plural, one {# champ} other {# champs}}, mais l’en-tête en a {columns}.',
  quoteFields: 'Mettez entre guillemets un champ qui contient une virgule, ou écrivez les nombres sans virgule.',
  maybeThousands:
    'Chaque comptage a exactement trois décimales, comme 1.180. Si c’est mille cent quatre-vingts, écrivez-le sans le point.',
  isEmpty: 'Le fichier est vide.',
  columns: 'Ses colonnes sont : {names}.',
  notATime: 'Ligne {line} de {file} : « {text} » n’est pas une heure.',
  timeForm: 'Écrivez les heures comme 2026-03-01T09:15, avec ou sans décalage comme -05:00.',
  notACount: 'Ligne {line} de {file} : « {text} » n’est pas un comptage.',
  countForm: 'Les comptages sont de 0 ou plus. Laissez une cellule vide si le comptage n’est pas connu.',
  // The answer.
  none: 'Aucune semaine n’a pu être prévue : la série est trop courte, ou n’a pas de comptages après ses premières semaines.',
  noneNext: 'Indiquez un --from-week plus petit, ou plus de semaines.',
  weeks:
    '{count, plural, one {# semaine prévue d’après les semaines qui la précèdent.} other {# semaines prévues, chacune d’après les semaines qui la précèdent.}}',
  error: 'Erreur moyenne : {error}.',
  errorAndNaive: 'Erreur moyenne : {error}. En répétant la semaine précédente : {naive}.',
  noBias: 'Les totaux ne peuvent pas être comparés.',
  tooLow: 'Les prévisions étaient au total trop basses de {share}.',
  tooHigh: 'Les prévisions étaient au total trop hautes de {share}.',
  ranges: 'Dans la plage à 80 % : {within80}. Dans la plage à 95 % : {within95}.',
  apart:
    '{count, plural, one {# jour férié ou semblable} other {# jours fériés et semblables}} : erreur moyenne {error}, dans la plage à 80 % {within80}, dans la plage à 95 % {within95}.',
  weekOf: 'Semaine du',
  actual: 'Réel',
  forecast: 'Prévision',
  range: 'Plage à 80 %',
  averageError: 'Erreur moy.',
  fromTo: '{lower} à {upper}',
}

/** `covercast predict`. */
export const predict: Translation<typeof englishPredict> = {
  description: 'La couverture d’un planning dans une semaine locale, avec sa plage.',
  plan: 'un fichier de planning, ou l’ID d’un planning enregistré',
  baseline: 'à quoi comparer : un autre planning, ou la semaine type',
  sensitivity:
    'ajouter la couverture avec plus ou moins de visiteurs et avec des agents absents, et où le planning cède',
  perAgent: 'simultanéité : combien de visiteurs un agent prend à la fois, 1-5 (par défaut : apprise de vos données)',
  perAgentProblem: 'Une simultanéité de {count} n’est pas possible.',
  perAgentRange: 'Indiquez --visitors-per-agent de 1 à {most}.',
  // Notes.
  nobodyOnline:
    'Le planning n’a aucun agent en ligne du {from} au {to}. Vérifiez les dates de ses postes, et si ses agents servent le pool.',
  unknownAgents:
    '{count, plural, one {# agent du planning n’est pas dans la source de données et compte comme les autres agents} other {# agents du planning ne sont pas dans la source de données et comptent comme les autres agents}} : {names}.',
  andMore: '{names} et {count, plural, one {# autre} other {# autres}}',
  inactiveAgents:
    '{count, plural, one {# agent du planning est désactivé dans la source de données et ne compte plus à partir de là} other {# agents du planning sont désactivés dans la source de données et ne comptent plus à partir de là}} : {names}.',
  // The week.
  thePlan: 'le planning',
  typicalWeek: 'la semaine type',
  withPlan:
    'Avec {plan} : couverture {rate} (plage à 80 % de {lower} à {upper}) de {visitors}, {covered} pris en charge, {missed} manqués.',
  withBaseline: 'Avec {plan} : couverture {rate} (plage à 80 % de {lower} à {upper}), {covered} pris en charge.',
  difference: 'Écart : {covered} visiteurs pris en charge (plage à 80 % de {lower} à {upper}).',
  unassigned: 'Les postes non attribués comptent : {hours} de la semaine.',
  byHour: 'Couverture par heure :',
  covered: 'Pris en charge',
  missed: 'Manqués',
  coverage: 'Couverture',
  agents: 'Agents',
  // The model.
  model: 'Paramètres du modèle par pool :',
  pool: 'Pool',
  noPool: 'Sans pool',
  handleTime: 'Durée de traitement (min)',
  available: 'Disponibles',
  concurrency: 'Simultanéité',
  attendance: 'Assiduité',
  weeks: 'Semaines',
  warning: 'Remarque : {warning}',
  warningOf: 'Remarque ({pools}) : {warning}',
}
