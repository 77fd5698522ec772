import type { Translation } from '../../../shared/language/catalogue.ts'
import type { updates as english } from '../en/updates.ts'

/** Looking for newer versions of the app. */
export const updates: Translation<typeof english> = {
  title: 'Mises à jour',
  off: 'Covercast ne cherche pas de mises à jour : aucune adresse n’est définie.',
  about:
    'Quand vous appuyez sur le bouton, Covercast lit un fichier à l’adresse {address}. Il n’envoie rien sur vous ni sur vos données, ne cherche jamais de lui-même et ne télécharge aucune mise à jour.',
  address: 'Adresse des mises à jour',
  addressHint:
    'Celle de l’éditeur, ou une adresse de confiance. Vide, celle de l’éditeur est utilisée, s’il y en a une.',
  addressProblem: 'Saisissez une adresse qui commence par https://',
  save: 'Enregistrer',
  check: 'Rechercher des mises à jour',
  checking: 'Recherche…',
  newest: 'La version {version} est la plus récente.',
  newer: 'La version {version} est disponible.',
  open: 'Ouvrir {page}',
  problems: {
    'bad-address': 'L’adresse ne peut pas être lue. Vérifiez-la.',
    insecure: 'L’adresse n’est pas chiffrée. Utilisez-en une qui commence par https://.',
    unreachable: 'L’adresse est injoignable. Vérifiez votre connexion, puis réessayez.',
    tls: 'Le certificat du serveur n’est pas valide, rien n’a donc été lu.',
    timeout: 'Le serveur n’a pas répondu en dix secondes. Réessayez plus tard.',
    redirect: 'Le serveur renvoie vers une autre adresse, que Covercast ne suit pas. Demandez la bonne à l’éditeur.',
    unreadable: 'Rien à cette adresse n’indique quelle version est la plus récente. Vérifiez l’adresse.',
  },
}
