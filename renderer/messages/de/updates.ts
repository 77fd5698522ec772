import type { Translation } from '../../../shared/language/catalogue.ts'
import type { updates as english } from '../en/updates.ts'

/** Looking for newer versions of the app. */
export const updates: Translation<typeof english> = {
  title: 'Updates',
  off: 'Covercast sucht nicht nach Updates: Es ist keine Adresse festgelegt.',
  about:
    'Wenn Sie auf die Schaltfläche klicken, liest Covercast eine Datei von {address}. Es sendet nichts über Sie oder Ihre Daten, sucht nie von selbst und lädt kein Update herunter.',
  address: 'Adresse für Updates',
  addressHint: 'Die des Herausgebers oder eine, der Sie vertrauen. Leer gilt die des Herausgebers, falls es eine gibt.',
  addressProblem: 'Geben Sie eine Adresse ein, die mit https:// beginnt',
  save: 'Speichern',
  check: 'Nach Updates suchen',
  checking: 'Wird gesucht …',
  newest: 'Version {version} ist die neueste.',
  newer: 'Version {version} ist verfügbar.',
  open: '{page} öffnen',
  problems: {
    'bad-address': 'Die Adresse lässt sich nicht lesen. Prüfen Sie sie.',
    insecure: 'Die Adresse ist nicht verschlüsselt. Verwenden Sie eine, die mit https:// beginnt.',
    unreachable: 'Die Adresse war nicht zu erreichen. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    tls: 'Das Zertifikat des Servers ist nicht gültig, deshalb wurde nichts gelesen.',
    timeout: 'Der Server hat nicht innerhalb von zehn Sekunden geantwortet. Versuchen Sie es später noch einmal.',
    redirect:
      'Der Server verweist auf eine andere Adresse, und Covercast folgt solchen Verweisen nicht. Fragen Sie den Herausgeber nach der richtigen.',
    unreadable: 'Unter dieser Adresse steht nicht, welche Version die neueste ist. Prüfen Sie die Adresse.',
  },
}
