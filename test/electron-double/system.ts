import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { DISPLAY } from './browser-window.ts'
import { onlyKnown, strict } from './strict.ts'

const say = (what: string): void => void process.stderr.write(`[electron double] ${what}\n`)

/** Nobody is there to answer: tests put their own answers in place of these. */
export const dialog = strict('dialog', {
  showErrorBox: (title: string, content: string): void => say(`error box: ${title}: ${content}`),
  showMessageBox: async (...args: readonly unknown[]): Promise<{ readonly response: number }> => {
    say(`message box: ${JSON.stringify(args.at(-1))}`)
    return { response: 0 }
  },
  showOpenDialog: async (): Promise<{ readonly canceled: boolean; readonly filePaths: readonly string[] }> => ({
    canceled: true,
    filePaths: [],
  }),
})

/** Opens nothing: tests put their own recorders in place of these. */
export const shell = strict('shell', {
  openExternal: async (url: string): Promise<void> => say(`would open ${url}`),
  openPath: async (path: string): Promise<string> => {
    say(`would open ${path}`)
    return ''
  },
})

// Not a secret: what real keyrings are for cannot be stood in for.
const KEY = createHash('sha256').update('electron double').digest()
/** As Chromium marks what the key of a keyring has encrypted. */
const MARK = Buffer.from('v11')

/** Encrypts, so that a plain password in a file would be noticed. `--password-store=basic` is the desktop without a keyring, as in Chromium. */
export const safeStorage = strict('safeStorage', {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => true,
  getSelectedStorageBackend: (): string =>
    process.argv.includes('--password-store=basic') ? 'basic_text' : 'gnome_libsecret',
  async encryptStringAsync(text: string): Promise<Buffer> {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', KEY, iv)
    const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([MARK, iv, cipher.getAuthTag(), encrypted])
  },
  async decryptStringAsync(marked: Buffer): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }> {
    const encrypted = marked.subarray(MARK.length)
    const decipher = createDecipheriv('aes-256-gcm', KEY, encrypted.subarray(0, 12))
    decipher.setAuthTag(encrypted.subarray(12, 28))
    return {
      result: Buffer.concat([decipher.update(encrypted.subarray(28)), decipher.final()]).toString('utf8'),
      shouldReEncrypt: false,
    }
  },
})

export const screen = strict('screen', {
  getPrimaryDisplay: () => DISPLAY,
  getAllDisplays: () => [DISPLAY],
})

class DoubleNativeTheme extends EventEmitter {
  readonly shouldUseDarkColors = false
}
export const nativeTheme = strict('nativeTheme', new DoubleNativeTheme())

/** Says what it would show; there is nobody to click on it. */
export class Notification extends EventEmitter {
  readonly #words: { readonly title: string; readonly body: string }
  constructor(words: { readonly title: string; readonly body: string }) {
    super()
    onlyKnown('Notification', words, ['title', 'body'])
    this.#words = words
  }
  static isSupported(): boolean {
    return true
  }
  show(): void {
    say(`notification: ${this.#words.title}: ${this.#words.body}`)
  }
}

export const powerMonitor = strict('powerMonitor', new EventEmitter())

/** Pixels are taken as they are. */
export const nativeImage = strict('nativeImage', {
  createFromBitmap(
    pixels: Buffer,
    options: { readonly width: number; readonly height: number; readonly scaleFactor?: number },
  ) {
    onlyKnown('nativeImage', options, ['width', 'height', 'scaleFactor'])
    if (pixels.byteLength !== 4 * options.width * options.height) throw new Error('invalid buffer size')
    return strict('NativeImage', { isEmpty: (): boolean => false })
  },
})

/** Says what it would show. */
export class Tray extends EventEmitter {
  constructor(_image: object) {
    super()
    say('tray: shown')
  }
  setToolTip(text: string): void {
    say(`tray: ${text}`)
  }
  setTitle(text: string): void {
    say(`tray title: ${text}`)
  }
  setContextMenu(_menu: unknown): void {
    // Nobody is there to open it.
  }
  destroy(): void {
    say('tray: gone')
  }
}
