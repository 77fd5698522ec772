import type { Translation } from '../../language/catalogue.ts'
import type { alerts as english } from '../en/alerts.ts'

/** What alerts say: in notifications and messages, and on screens. */
export const alerts: Translation<typeof english> = {
  titles: {
    coverage: 'La couverture est faible',
    'nobody-online': 'Aucun agent n’est en ligne',
    'next-visitor': 'Le prochain visiteur risque d’être manqué',
    absent: 'Un agent est absent',
    'sync-failing': 'Covercast n’a pas de nouveaux chiffres',
    'organization-health': 'Une organisation a perdu une classe',
  },
  /** Of one pool, or of one agent. */
  namedTitles: {
    coverage: 'La couverture de {name} est faible',
    'nobody-online': 'Aucun agent n’est en ligne pour {name}',
    'next-visitor': 'Le prochain visiteur de {name} risque d’être manqué',
    absent: '{name} est absent',
    'sync-failing': 'Covercast n’a pas de nouveaux chiffres de {name}',
    'organization-health': '{name} a perdu une classe',
  },
  resolvedTitle: 'Résolu : {title}',
  coverage:
    '{missed} sur {count, plural, one {# visiteur manqué} other {# visiteurs manqués}} {minutes, plural, one {dans la minute} other {dans les # minutes}} avant {until} ({rate} pris en charge, objectif {target}).',
  nobodyOnline:
    '{count, plural, one {# visiteur est venu} other {# visiteurs sont venus}} {minutes, plural, one {dans la minute} other {dans les # minutes}} avant {until} sans qu’aucun agent soit en ligne.',
  nextVisitor:
    'À {until}, le prochain visiteur avait {chance} de chances d’être pris en charge (objectif {target}), avec {agents, plural, one {# agent} other {# agents}} en ligne.',
  absent: 'Le poste va de {start} à {end}. À {until}, personne n’était en ligne pour l’assurer.',
  syncFailing: 'La dernière synchronisation date du {lastSync}. Les suivantes ont échoué.',
  organizationHealth:
    'Son risque est passé de {from} à {to} : notre score est maintenant de {score} sur 100, celui du tableau de bord de {dashboard}.',
  since: 'Depuis {since}.',
  resolved: {
    coverage: 'La couverture a été faible de {since} à {until}.',
    'nobody-online': 'Aucun agent n’a été en ligne de {since} à {until}.',
    'next-visitor': 'Les chances ont été faibles de {since} à {until}.',
    absent: 'De {since} à {until}.',
    'sync-failing': 'Il n’y a pas eu de nouveaux chiffres de {since} à {until}.',
    'organization-health':
      'Son risque a été {risk} ou pire du {since} au {until}. Notre score est maintenant de {score} sur 100.',
  },
  source: '{workspace} · alerte « {rule} »',
  testTitle: 'Message de test de Covercast',
  testBody: 'Si vous lisez ceci, les alertes sur {workspace} arrivent ici.',
  examplePool: 'Ventes',
  exampleAgent: 'Ana',
  exampleOrganization: 'Lumen Interiors',
  /** Why a message was not sent. */
  problems: {
    'name-not-found': 'Le nom du serveur est introuvable.',
    unreachable: 'Le serveur est injoignable.',
    tls: 'Le certificat du serveur n’est pas approuvé.',
    timeout: 'Le serveur n’a pas répondu en 10 secondes.',
    redirect:
      'Le serveur a renvoyé Covercast vers une autre adresse, ce qu’il n’accepte pas. Saisissez l’adresse finale.',
    private: 'L’adresse est sur cet ordinateur ou son réseau, ce que vous n’avez pas confirmé.',
    'forbidden-address': 'L’adresse appartient à une plage qui ne reçoit pas de messages.',
    insecure: 'L’adresse n’est pas chiffrée.',
    'bad-address': 'L’adresse est illisible.',
    'other-host':
      'L’environnement indique un autre serveur que ce canal. Enregistrez de nouveau le canal, ou corrigez la variable.',
    login: 'Le serveur de messagerie a refusé le nom d’utilisateur ou le mot de passe.',
    recipients: 'Le serveur de messagerie a refusé l’expéditeur ou les destinataires.',
    'some-recipients':
      'Le serveur de messagerie a refusé une partie des destinataires. Les autres ont reçu le message : il n’est pas renvoyé. Vérifiez les adresses.',
    'no-answer': 'Aucune réponse n’est venue : le message est peut-être arrivé. Il n’est pas renvoyé.',
    interrupted: 'Covercast a été arrêté pendant l’envoi : le message est peut-être arrivé. Il n’est pas renvoyé.',
    expired: 'Il n’a pas pu être envoyé à temps.',
    keyring:
      'Le trousseau de ce système ne peut pas être ouvert : l’adresse n’est donc pas connue. Déverrouillez-le et l’envoi sera retenté.',
    'no-secret': 'L’adresse ou le mot de passe n’est pas connu ici.',
    'not-reviewed': 'Vous n’aviez pas encore vu son texte : il n’a donc pas été envoyé.',
    status: 'Le serveur a répondu par l’erreur {code}.',
  },
  digest: {
    title: 'Couverture de la semaine dernière : {rate}',
    partlyTitle: 'Couverture de la semaine dernière, d’après les données connues : {rate}',
    noTitle: 'Aucun chiffre de la semaine dernière',
    week: '{range} : {count, plural, one {# visiteur} other {# visiteurs}}, {covered} pris en charge, {missed} manqués.',
    partly: 'Seuls {days} des 7 jours sont entièrement connus.',
    before: 'La semaine précédente : {rate}.',
    change: 'Ce qu’il faut changer :',
    nothing: 'Rien à changer n’a été trouvé.',
    block:
      '{when} : {agents, plural, one {# agent de plus permettrait} other {# agents de plus permettraient}} de prendre en charge environ {count, plural, one {# visiteur} other {# visiteurs}} de plus par semaine.',
    poolBlock:
      '{pool}, {when} : {agents, plural, one {# agent de plus permettrait} other {# agents de plus permettraient}} de prendre en charge environ {count, plural, one {# visiteur} other {# visiteurs}} de plus par semaine.',
    plan: 'Planning de cette semaine : {name}.',
    noPlan: 'Aucun planning n’est publié pour cette semaine.',
    prediction: 'Couverture prévue cette semaine : {rate} (plage à 80 % : {lower} à {upper}).',
    source: '{workspace} · récapitulatif hebdomadaire',
  },
}
