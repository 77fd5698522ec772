import type { Translation } from '../../language/catalogue.ts'
import type { dataProblems as english } from '../en/data-problems.ts'

/** What in a data source cannot be true or could not be used, and what it means for the figures. */
export const dataProblems: Translation<typeof english> = {
  'session-ends-before-start':
    '{count, plural, one {# session ne finit pas après son début. Elle est ignorée.} other {# sessions ne finissent pas après leur début. Elles sont ignorées.}}',
  'session-starts-in-future':
    '{count, plural, one {# session commence dans le futur. Elle est ignorée.} other {# sessions commencent dans le futur. Elles sont ignorées.}}',
  'session-probably-forgotten':
    '{count, plural, one {# session dure plus de 16 heures et n’a probablement jamais été fermée. Sa durée compte comme enregistrée.} other {# sessions durent plus de 16 heures et n’ont probablement jamais été fermées. Leur durée compte comme enregistrée.}}',
  'session-left-open':
    '{count, plural, one {# session n’a jamais été fermée. Elle compte} other {# sessions n’ont jamais été fermées. Chacune compte}} jusqu’à la session suivante de son agent, ou jusqu’au dernier signe de l’agent, et 16 heures au plus si rien ne l’indique.',
  'sessions-overlap':
    '{count, plural, one {# session en chevauche une précédente du même agent. Les deux comptent comme enregistrées.} other {# sessions en chevauchent une précédente du même agent. Toutes comptent comme enregistrées.}}',
  'pageview-in-future':
    '{count, plural, one {# visite est dans le futur. Elle n’est pas comptée.} other {# visites sont dans le futur. Elles ne sont pas comptées.}}',
  'covered-outside-sessions':
    '{share} des visites prises en charge sont en dehors de toute session d’un agent qui sert leur pool.',
  'country-column-missing': 'Les visites n’ont pas de pays : le filtre par pays est désactivé.',
  'organizations-missing': 'Les organisations n’ont ni nom ni règle de pays : leur table manque ou est illisible.',
  'country-rule-missing':
    'Les organisations n’ont pas de règle de pays : sa colonne manque, est illisible ou n’est pas une liste de textes.',
  'pools-missing': 'Les pools n’ont pas de nom : leur table manque ou est illisible.',
  'pools-repeated':
    '{count, plural, one {# pool figure plusieurs fois dans sa table. Une seule de ses lignes compte.} other {# pools figurent plusieurs fois dans leur table. Une seule ligne de chacun compte.}}',
  'agents-repeated':
    '{count, plural, one {# agent figure plusieurs fois dans sa table. Une seule de ses lignes compte.} other {# agents figurent plusieurs fois dans leur table. Une seule ligne de chacun compte.}}',
  'catch-all-missing':
    'On ne sait pas quels pools reçoivent tout, donc aucun ne le fait : la colonne manque, est illisible ou n’est pas un booléen.',
  'agents-missing': 'Les agents n’ont pas de nom : leur table manque ou est illisible.',
  'membership-missing': 'On ne sait pas quels agents servent quel pool, donc chaque agent compte pour tous les pools.',
  'calls-missing':
    'Les appels ne sont pas connus : leur table manque ou est illisible. Là où les données ne suffisent pas pour ajuster le modèle de couverture, les recommandations utilisent des valeurs types.',
  'call-lengths-missing':
    'La durée des appels n’est pas connue : la colonne manque, est illisible ou n’est pas un nombre. Là où les données ne suffisent pas pour ajuster le modèle de couverture, les recommandations utilisent des valeurs types.',
  'calls-unread': 'Les appels n’ont pas pu être lus : {reason}',
  'calls-slow':
    'Le comptage des appels a duré trop longtemps et a été arrêté. Il sera retenté à la prochaine comparaison quotidienne. Un index sur leur organisation et leur heure aiderait.',
  'presence-unread':
    'L’activité des agents en ligne n’a pas pu être lue entièrement. La prochaine synchronisation continue la lecture. {reason}',
  'page-rules-off': 'Les visites ne sont pas réparties par page.',
  'page-column-missing':
    'Les règles de pages sont désactivées : la table des visites n’a pas de colonne {reason}. Choisissez la colonne qui contient l’adresse de la page.',
  'page-not-granted':
    'Les règles de pages sont désactivées : la colonne {reason} ne peut pas être lue. Un administrateur peut l’autoriser par une ligne du script du rôle.',
  'page-pattern-invalid':
    'Les règles de pages sont désactivées : Postgres ne peut pas lire l’expression régulière de la classe {reason}. Modifiez-la.',
  'page-pattern-slow':
    'Les règles de pages sont désactivées : l’expression régulière de la classe {reason} a duré trop longtemps et a été arrêtée. Modifiez-la, ou utilisez un autre type de règle.',
  'source-changed':
    'Cet espace de travail compte désormais d’après une autre base de données, organisation ou d’autres tables. {count, plural, one {Le # jour qu’il avait auparavant a été supprimé.} other {Les # jours qu’il avait auparavant ont été supprimés.}}',
}
