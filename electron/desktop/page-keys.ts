/** Commands of the page that the menu can start. The page has its own table of commands; the menu presses the keys they have there. */
export type PageCommand = 'sync-now' | 'find-command' | 'shortcuts'

interface PageKey {
  readonly key: string
  readonly code?: string
  readonly alt?: boolean
  /** Command on a Mac, Control elsewhere. */
  readonly mod?: boolean
}

const KEYS: Readonly<Record<PageCommand, PageKey>> = {
  'sync-now': { key: 'r', code: 'KeyR', alt: true },
  'find-command': { key: 'k', mod: true },
  shortcuts: { key: '?' },
}

/** A script that presses a command's key in the page. It holds nothing but constants. */
export function pressKeyScript(command: PageCommand, platform: NodeJS.Platform): string {
  const { key, code = '', alt = false, mod = false } = KEYS[command]
  const isMac = platform === 'darwin'
  const press = { key, code, altKey: alt, ctrlKey: mod && !isMac, metaKey: mod && isMac, cancelable: true }
  return `void dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify(press)}))`
}
