import type { Translation } from '../../../shared/language/catalogue.ts'
import type { workspaces as english } from '../en/workspaces.ts'

/** Workspaces: the switcher, the list of all, and a connection that nobody has confirmed. */
export const workspaces: Translation<typeof english> = {
  workspace: 'Espace de travail',
  named: 'Espace de travail : {name}',
  workspaces: 'Espaces de travail',
  shownNow: 'actuel',
  more: 'Plus',
  cannotOpen: 'ne peut pas être ouvert',
  demo: 'Démo',
  demoData: 'données de démonstration',
  about:
    'Un espace de travail a une source de données : ses paramètres, vos plannings et une copie des chiffres, sur cet ordinateur seulement.',
  openLast: 'Ouvrir le dernier espace de travail utilisé',
  restoreFromBackup: 'Restaurer une sauvegarde',
  restoring: 'Restauration…',
  restored: '{name} a été restauré.',
  restoreUnder: 'Nom de l’espace de travail restauré',
  restore: 'Restaurer',
  name: 'Nom',
  rename: 'Renommer',
  renameNamed: 'Renommer {name}',
  backUp: 'Sauvegarder',
  backingUp: 'Sauvegarde…',
  backUpNamed: 'Sauvegarder {name}',
  erase: 'Effacer',
  eraseNamed: 'Effacer {name}',
  eraseTitle: 'Effacer {name} ?',
  eraseQuestion: 'Effacer {name}, avec ses paramètres, ses plannings et ses chiffres ?',
  eraseWarning: 'C’est irréversible. La source de données n’est pas touchée.',
  keep: 'Conserver',
  unconfirmedTitle: 'Connexion non confirmée',
  unconfirmed:
    'Cet espace de travail vient d’une sauvegarde ou d’un autre ordinateur. Covercast ne se connecte pas à sa base de données avant que vous ayez confirmé la connexion.',
  review: 'Vérifier la connexion',
  isYours: 'Est-ce votre base de données ?',
  willConnect:
    'Covercast va se connecter à ce serveur et lui envoyer votre mot de passe s’il le demande. Continuez seulement si vous le connaissez.',
  host: 'Hôte',
  hostAndPort: '{host}, port {port}',
  database: 'Base de données',
  user: 'Utilisateur',
  encryption: 'Chiffrement (TLS)',
  notNow: 'Pas maintenant',
  connectAndSync: 'Connecter et synchroniser',
  /** What a TLS mode gives. */
  tls: {
    prefer: 'chiffrée si le serveur le permet',
    disable: 'jamais chiffrée',
    allow: 'chiffrée seulement si le serveur l’exige',
    require: 'toujours chiffrée',
    'verify-ca': 'chiffrée, certificat vérifié',
    'verify-full': 'chiffrée, certificat et nom d’hôte vérifiés',
  },
}
