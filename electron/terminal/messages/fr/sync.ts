import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { sync as englishSync, connection as englishConnection } from '../en/sync.ts'

/** `covercast sync` and `covercast demo`. */
export const sync: Translation<typeof englishSync> = {
  description:
    'Synchronise un espace de travail avec votre Postgres. Seuls des comptages et les sessions des agents sont lus.',
  source:
    'postgres://user@host/database ; retenue sans son mot de passe (PGPASSWORD et les autres variables PG fonctionnent)',
  sourceFile:
    'fichier qui contient l’URL de --source, là où d’autres utilisateurs de l’ordinateur pourraient lire une ligne de commande',
  from: 'première date locale voulue (par défaut : 26 semaines en arrière, ou comme auparavant)',
  to: 'dernière date locale voulue (par défaut : maintenant)',
  full: 'relire chaque jour de la période',
  reconcile:
    'comparer chaque jour synchronisé à la source de données et corriger ce qui diffère (sinon une fois par jour)',
  takeSource:
    'prendre les chiffres de la source de données même si des visites ont perdu leur agent ou si un jour a disparu',
  remap:
    'compter d’après une autre base de données ou d’autres tables, même si des jours comptés sont perdus ; l’espace de travail est d’abord sauvegardé',
  mapping: 'fichier JSON des noms de schéma, de tables et de colonnes qui diffèrent des noms par défaut ; retenu',
  overlapMinutes:
    'délai des arrivées tardives en minutes : jusqu’où chaque synchronisation recompte en arrière ; retenu',
  foldCountries: 'regrouper les pays avec moins de N visites par jour sous OTHER ; retenu',
  keepMonths: 'supprimer les chiffres de plus de N mois ; 0 garde tout (par défaut) ; retenu',
  statementTimeout: 'durée maximale d’une requête dans la base de données, en secondes (par défaut : 60) ; retenue',
  check: 'seulement tester la connexion et montrer ce qui s’y trouve',
  tables: 'seulement lister les tables, les vues et les colonnes de la base de données',
  printMapping:
    'seulement écrire la correspondance que suggèrent les noms et les types des tables, à modifier et à donner à --mapping',
  demo: 'Crée l’espace de travail d’une entreprise de démonstration et le synchronise : de vrais chiffres sans base de données.',
  // What is wrong with the options.
  oneLook: '--check, --tables et --print-mapping font chacune une seule chose.',
  giveOne: 'Indiquez l’une d’elles.',
  passwordSeen:
    'D’autres utilisateurs de cet ordinateur peuvent voir le mot de passe dans --source pendant que la commande s’exécute (ps), et il reste dans l’historique du shell. PGPASSWORD, ~/.pgpass ou --source-file le gardent pour vous.',
  twoSources: '--source et --source-file désignent toutes les deux une source de données.',
  sourceFileNotRead: 'Le fichier avec l’URL de la source de données n’a pas pu être lu : {why}.',
  sourceFileForm: 'Indiquez un fichier qui contient une URL comme postgres://user@host/database et rien d’autre.',
  settingProblem: 'Le paramètre {name} n’est pas possible : {why}.',
  outOfRange: 'il est hors limites',
  seeHelp: 'Voir `covercast help sync` pour sa signification.',
  mappingNotRead: 'Le fichier de correspondance « {file} » n’a pas pu être lu : {why}.',
  mappingForm: 'Indiquez un fichier JSON tel que docs/source-database.md le montre.',
  // Progress.
  connecting: 'Connexion…',
  checking: 'Recherche de changements…',
  progress: '{done} sur {count, plural, one {# jour} other {# jours}} · {visitors}',
  progressLeft: '{done} sur {count, plural, one {# jour} other {# jours}} · {visitors} · encore {left}',
  cancelled: 'La synchronisation a été annulée.',
  // What a sync did.
  done: '{workspace} : {dates}, {visitors} lus en {time}.',
  note: 'Remarque : {note}',
  dayChanged: '{date} a changé dans la source de données : {changes}.',
  dayChangedKept:
    '{date} a changé dans la source de données : {changes}. Les chiffres précédents sont conservés ; --take-source prend les nouveaux.',
  moreVisits: '{count, plural, one {# visite de plus} other {# visites de plus}}',
  fewerVisits: '{count, plural, one {# visite de moins} other {# visites de moins}}',
  moreCovered: '{count} de plus pris en charge',
  fewerCovered: '{count} de moins pris en charge',
  sessionsDiffer: 'les sessions d’agents diffèrent',
}

/** What `covercast sync --check` and `--tables` find. */
export const connection: Translation<typeof englishConnection> = {
  server:
    'Postgres {version}{isReplica, select, yes { (un réplica)} other {}}, {isEncrypted, select, yes {connexion chiffrée} other {connexion non chiffrée}}.',
  organizations: '{count, plural, one {# organisation} other {# organisations}}. Choisissez-en une avec --org ID :',
  moreOrganizations: '… et {count} de plus',
  cannotRead: 'Ne peut pas être lu : {what}',
  cure: 'Un administrateur peut l’autoriser : {statement}',
  giveView: 'Un administrateur peut fournir la table sous forme de vue : le script est dans docs/source-database.md.',
  adviceFaster: 'Conseil : cet index accélère le comptage.',
  adviceNeeded: 'Conseil : sans cet index, chaque synchronisation lit la table entière.',
  nameAndId: '{name} ({id})',
  noVisit: '{organization} : pas encore de visites.',
  visitsFrom: '{organization} : visites du {from} au {to} (UTC).',
  visits: {
    exact: '{organization} : {count, plural, one {# visite} other {# visites}} du {from} au {to} (UTC).',
    estimate: '{organization} : environ {count, plural, one {# visite} other {# visites}} du {from} au {to} (UTC).',
    'at-least': '{organization} : plus de {count, plural, one {# visite} other {# visites}} du {from} au {to} (UTC).',
  },
  // Tables.
  noTables: 'Cette base de données n’a ni tables ni vues.',
  table: 'Table',
  kind: 'Type',
  kinds: {
    table: 'table',
    view: 'vue',
    'materialized view': 'vue matérialisée',
    'foreign table': 'table distante',
  },
  rows: 'Lignes',
  columns: 'Colonnes lisibles',
  aboutRows: 'environ {count}',
  moreTables: 'Il y en a plus que ces {count}.',
  schemaNotUsable: 'aucune : vous ne pouvez pas utiliser le schéma',
  noRight: 'aucune : pas le droit de lire',
  // A mapping.
  problem: '{where} : {problem}',
  notRead: 'Non lu : {tables}.',
}
