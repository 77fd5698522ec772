import type { Translation } from '../../../shared/language/catalogue.ts'
import type { errors as english } from '../en/errors.ts'

/** Failures that the page itself finds. Those of the backend come with their sentences. */
export const errors: Translation<typeof english> = {
  unreachable: 'Covercast ist nicht erreichbar.',
  unreachableKept: 'Was Sie sehen, bleibt, und nichts Gespeichertes geht verloren.',
  unreachableNext:
    'Starten Sie Covercast erneut, falls es geschlossen wurde. Dann geht diese Seite von selbst weiter. Wenn nicht, öffnen Sie die Adresse, die Covercast anzeigt.',
  startedAgain: 'Covercast wurde neu gestartet und erkennt diese Seite nicht.',
  startedAgainNext:
    'Öffnen Sie in diesem Browser die Adresse, die Covercast beim Start angezeigt hat. Kommen Sie dann zurück: Diese Seite geht weiter.',
  cannotShow: 'Diese Seite kann nicht angezeigt werden: {reason}',
  cannotShowKept: 'Ihre Einstellungen und die Zahlen auf diesem Computer sind unberührt.',
  cannotShowNext:
    'Laden Sie die Seite neu. Passiert es wieder, gehen Sie zum ersten Bildschirm, der ignoriert, was diese Adresse wollte.',
  reload: 'Neu laden',
  firstScreen: 'Zum ersten Bildschirm',
  cannotReadFile: '{file} ist nicht lesbar.',
  noWorkspaceChanged: 'Es wurde kein Arbeitsbereich geändert.',
  chooseBackup: 'Wählen Sie eine Datei, die Covercast als Sicherung erstellt hat.',
}
