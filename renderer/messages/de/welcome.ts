import type { Translation } from '../../../shared/language/catalogue.ts'
import type { welcome as english } from '../en/welcome.ts'

/** The first screen of all. */
export const welcome: Translation<typeof english> = {
  title: 'Sehen Sie, wann Besucher ohne Antwort bleiben',
  intro:
    'Covercast zählt Stunde für Stunde, wie viele Ihrer Besucher einen verfügbaren Agenten antrafen, und zeigt, wann die anderen verpasst wurden.',
  connectTitle: 'Postgres-Datenbank verbinden',
  connectText:
    'Covercast liest nur. Es zählt Besuche und Agentensitzungen in Ihrer Datenbank und behält die Zahlen auf diesem Computer.',
  connect: 'Datenbank verbinden',
  demoTitle: 'Demofirma ansehen',
  demoText: 'Eine erfundene Firma mit mehreren Pools, wachsendem Besucherstrom und einer Lücke am Mittag.',
  privacy:
    'Nichts verlässt Ihren Computer, außer Sie richten einen Alarm oder Wochenbericht ein, dann nur der Text, der Ihnen gezeigt wurde, oder suchen nach Updates.',
  openDemo: 'Demo öffnen',
  openingDemo: 'Demo wird geöffnet …',
  cannotOpen: 'Der Arbeitsbereich „{name}“ kann nicht geöffnet werden.',
}
