import type { Translation } from '../../../shared/language/catalogue.ts'
import type { about as english } from '../en/about.ts'

/** The about screen. */
export const about: Translation<typeof english> = {
  title: 'À propos de Covercast',
  loading: 'Chargement…',
  installation: 'Cette installation',
  version: 'Version',
  host: 'Fonctionne',
  hosts: { desktop: 'Dans sa propre fenêtre', browser: 'Dans un navigateur sur cet ordinateur' },
  dataFolder: 'Dossier de données',
  logFile: 'Fichier journal',
  timeZone: 'Fuseau horaire',
  passwords: 'Mots de passe',
  inKeyring: 'Enregistrés dans le trousseau de votre système',
  inMemory: 'Gardés en mémoire tant que Covercast fonctionne, jamais écrits sur le disque',
  publicHolidays: 'Jours fériés',
  holidaysFrom:
    'date-holidays par commenthol, ses noms anglais. Les données sont sous licence CC BY-SA 3.0, le programme sous licence ISC.',
  counting: 'Comment les visiteurs sont comptés',
  visitor: 'Visiteur',
  visitorMeans: 'Une visite d’une page qui contient le widget. Une personne qui vient deux fois compte deux fois.',
  covered: 'Pris en charge',
  coveredMeans: 'Un agent était disponible quand le visiteur est venu.',
  missed: 'Manqué',
  missedMeans:
    'Aucun agent n’était disponible. Il n’y a pas de file d’attente : même un court creux fait perdre le visiteur.',
  coverage: 'Couverture',
  coverageMeans: 'La part des visiteurs pris en charge. Sans visiteurs, elle est de 100 %.',
  agents: 'Agents',
  agentsMeans: 'Le temps que les agents ont passé en ligne dans une heure, divisé par la durée de cette heure.',
  noData: 'Pas de données',
  noDataMeans: 'Jours qui n’ont pas été synchronisés. Ils sont hachurés et ne comptent jamais comme zéro.',
}
