import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { serve as english } from '../en/serve.ts'

/** `covercast serve`. */
export const serve: Translation<typeof english> = {
  description: 'Stellt die App einem Browser auf diesem Computer bereit, bis Sie Ctrl+C drücken.',
  port: 'Port (Standard: der letzte, oder ein freier)',
  noOpen: 'nur die Adresse ausgeben',
  address: 'Covercast ist unter {url}',
  opened: 'Es öffnet sich in Ihrem Browser. Zum Beenden Ctrl+C drücken.',
  openIt: 'Öffnen Sie diese Adresse in einem Browser auf diesem Computer. Zum Beenden Ctrl+C drücken.',
  notAPort: '„{value}“ ist kein Port.',
  portRange: 'Geben Sie eine Zahl bis {most} an; 0 wählt einen freien.',
}
