import type { Translation } from '../../../shared/language/catalogue.ts'
import type { about as english } from '../en/about.ts'

/** The about screen. */
export const about: Translation<typeof english> = {
  title: 'Über Covercast',
  loading: 'Wird geladen …',
  installation: 'Diese Installation',
  version: 'Version',
  host: 'Läuft',
  hosts: { desktop: 'In einem eigenen Fenster', browser: 'In einem Browser auf diesem Computer' },
  dataFolder: 'Datenordner',
  logFile: 'Protokolldatei',
  timeZone: 'Zeitzone',
  passwords: 'Passwörter',
  inKeyring: 'Im Schlüsselbund Ihres Systems gespeichert',
  inMemory: 'Im Arbeitsspeicher, solange Covercast läuft, nie auf dem Datenträger',
  publicHolidays: 'Feiertage',
  holidaysFrom:
    'date-holidays von commenthol, mit englischen Namen. Die Daten stehen unter CC BY-SA 3.0, das Programm unter ISC.',
  counting: 'So werden Besucher gezählt',
  visitor: 'Besucher',
  visitorMeans: 'Ein Besuch einer Seite mit dem Widget. Wer zweimal kommt, zählt zweimal.',
  covered: 'Bedient',
  coveredMeans: 'Ein Agent war verfügbar, als der Besucher kam.',
  missed: 'Verpasst',
  missedMeans:
    'Kein Agent war verfügbar. Es gibt keine Warteschlange, daher geht der Besucher schon bei einer kurzen Lücke verloren.',
  coverage: 'Abdeckung',
  coverageMeans: 'Der Anteil der Besucher, die bedient wurden. Ohne Besucher sind es 100 %.',
  agents: 'Agenten',
  agentsMeans: 'Die Zeit, die Agenten in einer Stunde online waren, geteilt durch die Länge dieser Stunde.',
  noData: 'Keine Daten',
  noDataMeans: 'Tage, die nicht synchronisiert sind. Sie sind schraffiert und zählen nie als null.',
}
