import { clip } from '../../shared/foundation/clip.ts'
import type { Notification } from '../backend/core/host-capabilities.ts'

/** A notification of the system, as far as it is used. */
export interface SystemNotification {
  once(event: 'click' | 'close' | 'failed', listener: () => void): unknown
  show(): void
}

export interface NotifierOptions {
  readonly platform: NodeJS.Platform
  readonly create: (notification: Notification) => SystemNotification
  readonly onClick: () => void
}

/** As `electron-builder.yml` has it; Windows knows the app by it. */
export const APP_ID = 'covercast-desktop'

/** More than any system shows. */
const LONGEST = 400
/** Electron forgets one that nobody holds, and its click with it; those whose end the system never reports are dropped at last. */
const MOST_HELD = 20
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Shows notifications of the system. What names them comes from the source, and is notification only. */
export function createNotifier({ platform, create, onClick }: NotifierOptions): (notification: Notification) => void {
  const held = new Set<SystemNotification>()
  return ({ title, body }) => {
    const shown = create({ title: plain(title), body: platform === 'linux' ? withoutMarkup(plain(body)) : plain(body) })
    held.add(shown)
    if (held.size > MOST_HELD) held.delete(held.values().next().value!)
    const forget = (): void => void held.delete(shown)
    shown.once('close', forget)
    shown.once('failed', forget)
    shown.once('click', () => {
      forget()
      onClick()
    })
    shown.show()
  }
}

function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  return clip(text.replaceAll(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/gu, ' '), LONGEST)
}

/** Desktops on Linux read the body as markup: links, and pictures that would be fetched. */
function withoutMarkup(text: string): string {
  return text.replaceAll(/[&<>]/gu, (character) => ENTITIES[character]!)
}
