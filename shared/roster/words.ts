import type { TimeOffKind } from '../plan/rules/rule-types.ts'

const plainTexts = new Map<string, string>()
const MOST_REMEMBERED = 50_000

/** A text without case, accents, marks and doubled blanks: what words are compared by. */
export function plain(text: string): string {
  const known = plainTexts.get(text)
  if (known !== undefined) return known
  const made = text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ł', 'l')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (plainTexts.size < MOST_REMEMBERED) plainTexts.set(text, made)
  return made
}

const TIDY = /^[!-~]+(?: [!-~]+)*$/u

/** A cell as it is read: one kind of blank, one kind of dash, no blanks around it. */
export function tidy(text: string): string {
  // Of most cells nothing has to be changed.
  if (text === '' || TIDY.test(text)) return text
  return text
    .normalize('NFKC')
    .replaceAll(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu, '-')
    .replaceAll(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .trim()
}

/** Sunday first. English, German, French, Spanish, Italian, Dutch, Danish, Portuguese, Swedish. */
const WEEKDAYS: readonly string[] = [
  'sunday sun su sonntag so dimanche dim domingo dom domenica zondag zo sondag son sondagen sondage',
  'monday mon mo montag lundi lun lunes lunedi maandag ma mandag man segunda seg',
  'tuesday tue tues tu dienstag di mardi mar martes martedi dinsdag tirsdag tir tirs terca ter tisdag tis',
  'wednesday wed weds we mittwoch mi mercredi mer miercoles mie mercoledi woensdag wo onsdag ons quarta qua',
  'thursday thu thur thurs th donnerstag do jeudi jeu jueves jue giovedi gio donderdag torsdag tor tors quinta qui',
  'friday fri fr freitag vendredi ven viernes vie venerdi vrijdag vr fredag fre sexta sex',
  'saturday sat sa samstag sonnabend samedi sam sabado sab sabato zaterdag za lordag lor sabado lordag',
]

/** January first; the same languages. */
const MONTHS: readonly string[] = [
  'january jan januar janner janvier janv enero ene gennaio gen januari janeiro',
  'february feb februar fevrier fev fevr febrero febbraio februari fevereiro',
  'march mar marz maerz mrz mars marzo maart mrt marts marco',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag mei maj maio',
  'june jun juni juin junio giugno giu junho',
  'july jul juli juillet juil julio luglio lug julho',
  'august aug aout agosto ago augustus augusti',
  'september sep sept septembre septiembre settembre set setembro',
  'october oct oktober okt octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dicembre dezembro',
]

const table = (lists: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((list, index) => list.split(' ').map((word) => [word, index] as const)))

const weekdays = table(WEEKDAYS)
const months = table(MONTHS)

/** 0 = Sunday; undefined: the word is no weekday. */
export function weekdayOf(word: string): number | undefined {
  return weekdays.get(word)
}

/** 1 = January; undefined: the word is no month. */
export function monthOf(word: string): number | undefined {
  const index = months.get(word)
  return index === undefined ? undefined : index + 1
}

const ABSENCES: Readonly<Record<TimeOffKind, string>> = {
  vacation:
    'vacation|vac|pto|paid time off|annual leave|leave|al|urlaub|ferien|erholungsurlaub|u|conge|conges|conge paye|conges payes|cp|vacaciones|vacances|ferie|ferias|vakantie|verlof|semester|time off|unpaid leave|paid leave|ooo|out of office|rto|requested time off|request time off|rtt|on vacation|im urlaub|en conge|de vacaciones|in ferie',
  ill: 'sick|sick leave|sick day|ill|illness|krank|krankheit|au|k|malade|maladie|arret maladie|enfermo|enferma|enfermedad|baja|baja medica|malattia|malato|ziek|ziekte|syg|sygdom|sjuk|doente',
  training:
    'training|course|workshop|onboarding|schulung|fortbildung|weiterbildung|formation|formacion|curso|formazione|corso|opleiding|kursus|utbildning',
  holiday:
    'holiday|public holiday|bank holiday|feiertag|jour ferie|ferie jour|festivo|dia festivo|feriado|festa|giorno festivo|feestdag|helligdag',
  other:
    'absent|absence|abwesend|absent e|ausente|assente|parental leave|maternity leave|elternzeit|mutterschutz|jury duty|bereavement|unavailable|not available|nicht verfugbar|indisponible|no disponible|afwezig|fravaer',
}
const absences: ReadonlyMap<string, TimeOffKind> = new Map(
  (Object.entries(ABSENCES) as [TimeOffKind, string][]).flatMap(([kind, words]) =>
    words.split('|').map((word) => [word, kind] as const),
  ),
)

/** What an absence is called; null: the text names none. */
export function absenceOf(text: string): TimeOffKind | null {
  return absences.get(plain(text)) ?? null
}

/** The absence that one of the words of a title names: "Ann - vacation"; null: none does. */
export function absenceWithin(title: string): TimeOffKind | null {
  const words = plain(title)
  const whole = absences.get(words)
  if (whole !== undefined) return whole
  for (const [word, kind] of absences) {
    // Short marks stand alone; within a title they may be anything.
    if (word.length > 2 && ` ${words} `.includes(` ${word} `)) return kind
  }
  return null
}

/** What is said of an absence beside its name. */
const QUALIFIERS = new Set(
  'paid unpaid approved pending confirmed half full day days whole part partial morning afternoon request requested hours hrs h am pm all bezahlt bezahlte unbezahlt genehmigt beantragt halber halbe ganzer ganze halbtags tag tage vormittag nachmittag paye payee valide validee demande demi journee journees jour jours matin apres midi aprobado aprobada pagado pagada medio media dia dias approvato approvata mezza giornata goedgekeurd halve dag dagen godkendt halv'.split(
    ' ',
  ),
)

/** The absence that a text names with no more than what is said of absences: "Sick - paid", "Annual leave (half day)"; null: it says more. */
export function absenceQualified(text: string): TimeOffKind | null {
  const whole = absenceOf(text)
  if (whole !== null) return whole
  const left = plain(text)
    .split(' ')
    .filter((word) => !QUALIFIERS.has(word) && !/^\d+$/u.test(word))
  const word = left.join(' ')
  // A mark of one or two letters beside other words may be anything.
  return word.length > 2 ? (absences.get(word) ?? null) : null
}

const INSTEAD =
  /\b(?:cover|covers|covering|coverage|backup|replacement|relief|queue|support|calls?|desk|hotline|line|team|project|vertretung|ersatz|remplacement|sustitucion|sostituzione|vervanging|vikar)\b/u

/** Whether a text beside times may say that somebody is ill or on leave, unlike "Vacation cover": it is not known which. */
export function mayBeAway(text: string): boolean {
  const kind = text === '' ? null : absenceWithin(text)
  return (kind === 'ill' || kind === 'vacation') && !INSTEAD.test(plain(text))
}

const CALLED_OFF =
  /^(?:(?:shift|request|status|event|schicht|turno) )?(?:cancell?ed|declined|rejected|denied|refused|withdrawn|abgesagt|abgelehnt|storniert|annulliert|zuruckgezogen|gestrichen|annulee?|refusee?|cancelad[oa]|rechazad[oa]|anulad[oa]|annullat[oa]|rifiutat[oa]|geannuleerd|afgewezen|geweigerd|aflyst|afvist)(?: .*)?$/u

/** Whether a status says that something does not take place, or was not agreed to. */
export function saysCalledOff(text: string): boolean {
  return text !== '' && CALLED_OFF.test(plain(text))
}

const words = (list: string): ReadonlySet<string> => new Set(list.split('|'))

const OFF = words(
  'off|x|o|frei|free|day off|rdo|rest|rest day|ro|libre|descanso|dia libre|repos|jour de repos|riposo|vrij|fri|fridag|folga|ledig|none|no shift|kein dienst|not scheduled|unscheduled|n a|na|nv',
)
/** Blanks, strokes and crosses; what other signs mean nobody knows. */
const OFF_SIGNS = /^[\s\p{Pd}_./\\|·•~−×✕✖✗✘]*$/u
const OPEN = words(
  'open|openshift|openshifts|open shift|open shifts|unassigned|offen|offene schicht|nicht besetzt|nicht zugewiesen|unbesetzt|nobody|niemand|vacant|ouvert|non attribue|non assigne|poste ouvert|abierto|sin asignar|turno abierto|aperto|non assegnato|scoperto|ledig vagt|ikke tildelt|onbezet|niet toegewezen',
)
const BREAK = words(
  'break|lunch|meal|meal break|lunch break|unpaid break|paid break|rest break|coffee break|pause|mittag|mittagspause|dejeuner|pause dejeuner|pausa|almuerzo|descanso|comida|pranzo|lunchpauze|pauze|frokost|frokostpause',
)
const TOTAL =
  /^(?:grand |sub ?)?(?:total|totals|sum|summe|gesamt|somme|suma|totale|totaal|i alt|ialt|anzahl|antal|aantal|effectifs?|bezetting|bemanning|on shift|on duty|staffed|hours|hrs|stunden|std|heures|horas|ore|uren|timer|headcount|cost|labor|besetzung|coverage|staffing)\b/u

/** Whether a cell of a grid says that there is no shift. */
export function saysOff(text: string): boolean {
  const word = plain(text)
  return word === '' ? OFF_SIGNS.test(text) : OFF.has(word)
}

/** Whether the place of a name says that nobody has the shift yet. */
export function saysOpen(text: string): boolean {
  const word = plain(text)
  return word === '' || OPEN.has(word.replace(/ \d+$/u, ''))
}

/** Whether an activity is a break. */
export function saysBreak(text: string): boolean {
  return BREAK.has(plain(text))
}

const BREAK_WORDS =
  /^(?:.* )?(?:breaks?|lunch|meal|pausen?|mittag\w*|\w*pausen?|dejeuner|pausas?|descansos?|almuerzo|comida|pranzo|pauzes?|lunchpauze|frokost|pauser)(?: .*)?$/u

/** Whether a header has a word for breaks in it. */
export function namesBreak(header: string): boolean {
  return header.length <= 40 && BREAK_WORDS.test(plain(header))
}

const WITH_TOTAL = words(
  'total|totals|sum|summe|gesamt|somme|suma|totale|totaal|i|alt|ialt|anzahl|antal|aantal|effectif|effectifs|bezetting|bemanning|on|shift|duty|staffed|hours|hrs|stunden|std|heures|horas|ore|uren|timer|headcount|cost|costs|labor|besetzung|coverage|staffing|grand|sub|subtotal|per|pro|par|por|of|de|the|day|days|tag|jour|dia|agents|staff|people|paid|scheduled|worked|planned|budget|count|general|week|shifts',
)

/** Whether the name of a row begins as that of sums does; people are called Suma and Ore as well. */
export function saysTotal(text: string): boolean {
  return TOTAL.test(plain(text))
}

const OF_SUMS = words(
  'total|totals|tot|sum|σ|summe|gesamt|gesamtstunden|somme|suma|totale|totaal|hours|hrs|std|stunden|heures|horas|ore|uren|timer|fte|ftes|headcount|count|number|anzahl|antal|aantal|effectif|effectifs|staffed|needed|required|need|demand|bedarf|soll|ist|difference|differenz|diff|variance|over|under|budget|cost|costs|labor|labour|wages|besetzung|coverage|bezetting|bemanning|average|avg',
)

/** Whether a word in the name of a row of numbers says that they are sums. */
export function namesSums(text: string): boolean {
  return plain(text)
    .split(' ')
    .some((word) => OF_SUMS.has(word))
}

/** Whether the name of a row says that it is one of sums, and nothing else. */
export function saysTotalOnly(text: string): boolean {
  return (
    saysTotal(text) &&
    plain(text)
      .split(' ')
      .every((word) => WITH_TOTAL.has(word))
  )
}

/** A title without the words that say that somebody is away: who it is, in "Ann Lee - vacation". */
export function withoutAbsence(title: string): string {
  const parts = title.split(/\s[-–—|]\s|[:,()[\]]/u).map((part) => part.trim())
  const left = parts.filter((part) => part !== '' && absenceOf(part) === null)
  if (left.length < parts.filter((part) => part !== '').length) return left.join(' ')
  const tokens = title.split(/\s+/u)
  for (let length = Math.min(3, tokens.length); length > 0; length--) {
    if (absenceOf(tokens.slice(0, length).join(' ')) !== null) return tokens.slice(length).join(' ')
    if (absenceOf(tokens.slice(-length).join(' ')) !== null) return tokens.slice(0, -length).join(' ')
  }
  return title
}

const WORK = words(
  'shift|shifts|work|working|on shift|on duty|duty|schicht|schichten|dienst|arbeit|schichtdienst|poste|travail|service|turno|turnos|trabajo|lavoro|vagt|arbejde|rooster|busy|beschaftigt|besetzt|occupe|ocupado',
)

/** Whether a title says no more than that somebody works. */
export function saysWork(title: string): boolean {
  const word = plain(title)
  return word === '' || WORK.has(word)
}

const PREFIX = /^\s*(?:shift|schicht|dienst|turno|vagt|poste|work|service|on[- ]?duty|on[- ]?call)\s*[-–—:|/]\s*/iu
const SUFFIX = /\s*[-–—:|/]\s*(?:shift|schicht|dienst|turno|vagt|poste|work)\s*$/iu

/** The title of a shift without "Shift - " and the like. */
export function withoutWork(title: string): string {
  return title.replace(PREFIX, '').replace(SUFFIX, '').trim()
}

const NO_VALUE = /^(?:#(?:error|formula|ref!|name\?|value!|div\/0!|n\/a|num!|null!|spill!|calc!)|err:\d{3})$/iu

/** Whether a cell has a formula that gave no value. */
export function saysNoValue(text: string): boolean {
  // Few cells begin so.
  return (text[0] === '#' || text[3] === ':') && NO_VALUE.test(text.trim())
}
