import type { Translation } from '../../../shared/language/catalogue.ts'
import type { sync as english } from '../en/sync.ts'

/** The sync, in the header and where a workspace is not synced. */
export const sync: Translation<typeof english> = {
  sync: 'Synchroniser',
  neverSynced: 'Pas encore synchronisé',
  asOf: 'État : {time} {zone}',
  zoneTime: 'heure de {city}',
  connecting: 'Connexion…',
  checking: 'Recherche de changements…',
  syncing: 'Synchronisation…',
  progress: '{step} {done} sur {count, plural, one {# jour} other {# jours}}',
  progressLeft: '{step} {done} sur {count, plural, one {# jour} other {# jours}}, encore {left}',
  sourceNotReached: 'Source de données injoignable',
  failed: 'Échec de la synchronisation',
  enterPassword: 'Saisir le mot de passe',
  editConnection: 'Modifier la connexion',
  dayChanged: '{date} a changé dans la source de données : {changes}.',
  dayChangedKept: '{date} a changé dans la source de données : {changes}. Les chiffres précédents sont conservés.',
  moreVisits: '{count, plural, one {# visite de plus} other {# visites de plus}}',
  fewerVisits: '{count, plural, one {# visite de moins} other {# visites de moins}}',
  moreCovered: '{count} de plus pris en charge',
  fewerCovered: '{count} de moins pris en charge',
  sessionsDiffer: 'les sessions d’agents diffèrent',
  passwordTitle: 'Mot de passe de la base de données',
  password: 'Mot de passe',
  keptInKeyring: 'Enregistré dans le trousseau de votre système.',
  keptInMemory: 'Gardé en mémoire tant que Covercast fonctionne, jamais écrit sur le disque.',
  withoutPassword: 'Synchroniser sans mot de passe',
}
