import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { watch as english } from '../en/watch.ts'

/** `covercast watch`. */
export const watch: Translation<typeof english> = {
  description:
    'Synchronise toutes les quelques minutes, vérifie les alertes de l’espace de travail et envoie ce qui est dû, jusqu’à l’interruption. L’application fait de même tant qu’elle est ouverte ; chaque message est envoyé une seule fois.',
  every:
    'minutes entre les synchronisations (par défaut : comme la synchronisation automatique de l’espace de travail, sinon 5)',
  once: 'un seul passage, puis la fin : pour les minuteries',
  everyRange: 'Indiquez de 1 à 1440 minutes.',
  notMinutes: '{value} n’est pas un nombre de minutes que --every accepte.',
  watching:
    'Surveillance de {workspace}, {count, plural, one {chaque minute} other {toutes les # minutes}}. Ctrl+C l’arrête.',
  noChannels:
    'Cet espace de travail n’a pas de canaux : rien ne peut donc être envoyé. Ajoutez-en un dans l’application : Paramètres, Alertes.',
  channelOff: 'Le canal « {name} » est désactivé ici. {why} {next}',
  setAddress: 'Définissez {url} sur son adresse.',
  setSigned: 'Définissez {url} sur son adresse, et {key} sur sa clé de signature s’il en a une.',
  setMail: 'Définissez {url} sur {address}, et {password} sur son mot de passe s’il en a un.',
  syncFailed: 'La synchronisation a échoué : {why}',
  roundFailed: 'Tout n’a pas pu être vérifié ou envoyé : {why}',
  syncElsewhere: 'Un autre Covercast synchronise cet espace de travail en ce moment ; ses chiffres sont utilisés.',
  raised: 'Déclenchée',
  resolved: 'Résolue',
  sent: 'Envoyée à {channel}',
  failed: 'Non envoyée à {channel}',
  line: '{time} {state} : {text}',
}
