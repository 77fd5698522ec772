import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { serve as english } from '../en/serve.ts'

/** `covercast serve`. */
export const serve: Translation<typeof english> = {
  description: 'Sert l’application à un navigateur sur cet ordinateur, jusqu’à ce que vous appuyiez sur Ctrl+C.',
  port: 'port d’écoute (par défaut : le dernier, ou un port libre)',
  noOpen: 'écrire seulement l’adresse',
  address: 'Covercast est à l’adresse {url}',
  opened: 'Il s’ouvre dans votre navigateur. Appuyez sur Ctrl+C pour l’arrêter.',
  openIt: 'Ouvrez cette adresse dans un navigateur sur cet ordinateur. Appuyez sur Ctrl+C pour arrêter.',
  notAPort: '« {value} » n’est pas un port.',
  portRange: 'Indiquez un nombre jusqu’à {most} ; 0 choisit un port libre.',
}
