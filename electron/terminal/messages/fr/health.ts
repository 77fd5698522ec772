import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { healthCommand as english } from '../en/health.ts'

/** `covercast health`. */
export const healthCommand: Translation<typeof english> = {
  description:
    'Toutes les organisations d’une plateforme selon leur santé : le score du tableau de bord du produit, et le nôtre avec son degré de certitude. Sans espace de travail.',
  source:
    'la base de données, sous la forme postgres://user@host/database, d’un utilisateur qui peut lire plusieurs organisations (par défaut : la dernière utilisée) ; mot de passe dans PGPASSWORD ou .pgpass',
  sourceFile: 'un fichier qui contient plutôt la connexion',
  mapping: 'un fichier JSON avec les noms de schéma, de tables et de colonnes qui diffèrent',
  full: 'tout recompter',
  platform: 'une plateforme déjà comptée, telle que --list la nomme (par défaut : la dernière utilisée)',
  out: 'écrire plutôt la liste dans un fichier : .csv, .xlsx ou .pdf (les scores les plus bas, une page)',
  list: 'les plateformes comptées, la dernière utilisée d’abord',
  forget: 'supprimer de cet ordinateur les chiffres et le mot de passe d’une plateforme',
  yes: 'avec --forget : les supprimer',
  twoWays: 'Une source et une plateforme sont données toutes les deux.',
  oneWay: 'Indiquez --source pour une connexion, ou --platform pour une plateforme déjà comptée.',
  forgetProblem:
    'Cela supprime de cet ordinateur les chiffres d’une plateforme ; ce que sa base de données a supprimé depuis ne figurera ensuite dans aucun chiffre.',
  forgetNext: 'Ajoutez --yes si c’est ce que vous voulez.',
  forgotten: 'Les chiffres de {name} ont été supprimés. Les espaces de travail et la base de données n’ont pas changé.',
  noPlatform: 'Il n’y a pas de plateforme {name}.',
  nonePlatform: 'Aucune plateforme n’a encore été comptée.',
  thereAre: 'Il y a : {names}.',
  noEnding: 'Le nom {file} ne dit pas de quel type de fichier il s’agit.',
  endings: 'Terminez-le par .csv, .xlsx ou .pdf.',
  notKept:
    'Les chiffres d’un moment antérieur au dernier comptage ne sont pas conservés : aucun fichier ne peut donc en être fait.',
  withoutNow: 'Omettez --now, ou utilisez --json.',
  steps: {
    looking: 'Examen des tables, {elapsed}',
    visitors: 'Comptage des visiteurs, {elapsed}',
    calls: 'Comptage des appels, {elapsed}',
    scoring: 'Calcul des scores, {elapsed}',
  },
  rows: '{step} (environ {rows} lignes)',
  notCounted: 'La source n’a pas été lue ; voici les chiffres du {time}. {why}',
  // The answer.
  asOf: '{count, plural, one {# organisation} other {# organisations}}, état : {time}, mois dans le fuseau horaire {zone}.',
  atRisk: 'À risque : {count}, dont {critical} critiques.',
  mrrAtRisk: 'Revenu mensuel à risque : {money}.',
  totals:
    'Couverture {rate} de {visitors}. {answered} appels répondus sur {calls} : {answerRate} des visiteurs pris en charge.',
  none: 'L’utilisateur de cette connexion ne voit aucune organisation.',
  fell: 'Ont perdu une classe selon notre score, sans la regagner :',
  fall: '{name} : du risque {from} au risque {to}, {time} ; {score} maintenant, {sureness}.',
  organization: 'Organisation',
  status: 'État',
  score: 'Score du tableau de bord',
  own: 'Notre score',
  sureness: 'Certitude',
  risk: 'Risque du tableau de bord',
  coverage: 'Couverture en tout',
  month: 'Couverture ce mois',
  missed: 'Manqués en tout',
  calls: 'Appels ce mois',
  lastCall: 'Dernier appel',
  mrr: 'Revenu',
  why: 'Pourquoi les deux scores diffèrent de risque :',
  difference: '{name} : {reasons}.',
  // The list of platforms.
  platformName: 'Plateforme',
  platformId: 'ID',
  platformAsOf: 'État',
  platformCount: 'Organisations',
  damaged: 'illisible',
}
