import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, unlinkSync, watch, writeFileSync, readdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEvent, strict } from './strict.ts'

/** What the app needs of the rest of the double. */
interface Surroundings {
  /** Asks every window to close; false: one of them would not. */
  readonly closeWindows: () => boolean
  readonly kill: () => void
}

const LOCK = 'double.lock'
const switches = new Map<string, string>()
let surroundings: Surroundings = { closeWindows: () => true, kill: () => undefined }
let appPath = process.cwd()
let isReady = false
let ownsLock = false
let sandboxed = false
const paths = new Map<string, string>()
const becameReady = Promise.withResolvers<void>()

/** Whether the app asked for every page to be in a sandbox. */
export function isSandboxed(): boolean {
  return sandboxed
}

class DoubleApp extends EventEmitter {
  readonly isPackaged = false
  readonly name = 'covercast'
  /** Taken note of: the double's own browser must find it by name. */
  readonly commandLine = strict('commandLine', {
    appendSwitch(name: string, value = ''): void {
      if (isReady) throw new Error('The double takes switches before it is ready.')
      if (name !== 'host-resolver-rules') throw new Error(`The Electron double does not know the switch ${name}.`)
      switches.set(name, value)
    },
    getSwitchValue: (name: string): string => switches.get(name) ?? '',
  })
  readonly isReady = (): boolean => isReady
  readonly whenReady = (): Promise<void> => becameReady.promise
  readonly getAppPath = (): string => appPath
  readonly getVersion = (): string => '0.0.0'
  readonly getName = (): string => this.name
  readonly getPreferredSystemLanguages = (): readonly string[] => [Intl.DateTimeFormat().resolvedOptions().locale]
  readonly focus = (): void => undefined
  readonly setAboutPanelOptions = (_options: object): void => undefined
  readonly showAboutPanel = (): void => undefined
  readonly addRecentDocument = (_path: string): void => undefined
  readonly clearRecentDocuments = (): void => undefined
  readonly setBadgeCount = (count: number): boolean => Number.isInteger(count) && count >= 0

  enableSandbox(): void {
    if (isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
    sandboxed = true
  }
  getPath(name: string): string {
    const found = paths.get(name)
    if (found !== undefined) return found
    if (name === 'downloads') return join(homedir(), 'Downloads')
    if (name === 'userData' || name === 'sessionData') return join(tmpdir(), `electron-double-profile-${process.pid}`)
    throw new Error(`The Electron double has no path "${name}".`)
  }
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`The folder ${path} does not exist.`)
    paths.set(name, path)
  }
  requestSingleInstanceLock(data: object = {}): boolean {
    const folder = this.getPath('userData')
    mkdirSync(folder, { recursive: true })
    const lock = join(folder, LOCK)
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
    } catch {
      if (isAlive(Number(readFileSync(lock, 'utf8')))) {
        writeFileSync(
          join(folder, `second-${process.pid}.json`),
          JSON.stringify({ argv: process.argv, cwd: process.cwd(), data }),
        )
        return false
      }
      unlinkSync(lock)
      return this.requestSingleInstanceLock(data)
    }
    ownsLock = true
    watch(folder, () => takeSecondInstances(folder)).unref()
    return true
  }
  quit(): void {
    const event = createEvent({})
    this.emit('before-quit', event)
    if (event.defaultPrevented || !surroundings.closeWindows()) return
    const last = createEvent({})
    this.emit('will-quit', last)
    if (!last.defaultPrevented) this.exit(0)
  }
  exit(code = 0): void {
    this.emit('quit', createEvent({}), code)
    if (ownsLock) rmSync(join(this.getPath('userData'), LOCK), { force: true })
    surroundings.kill()
    process.exit(code)
  }
}

export const app = strict('app', new DoubleApp())

/** What happens around the app's own code: it is told where it lies, and when it is ready. */
export const appLife = {
  begin(path: string): void {
    appPath = path
  },
  surround(given: Surroundings): void {
    surroundings = given
  },
  becomeReady(): void {
    isReady = true
    becameReady.resolve()
    app.emit('ready', createEvent({}), {})
  },
}

function takeSecondInstances(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => /^second-\d+\.json$/u.test(each))) {
    const file = join(folder, name)
    try {
      const { argv, cwd, data } = JSON.parse(readFileSync(file, 'utf8')) as {
        argv: string[]
        cwd: string
        data: unknown
      }
      unlinkSync(file)
      app.emit('second-instance', createEvent({}), argv, cwd, data)
    } catch {
      // Half written, or taken already: the next change of the folder tells again.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
