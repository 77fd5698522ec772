import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { AppError } from '../../shared/foundation/errors.ts'

interface System {
  readonly platform: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Whether a path is a program; absent: looks at the disk. */
  readonly isProgram?: (path: string) => boolean
}

const CHOSEN = ['COVERCAST_CHROMIUM', 'CHROMIUM'] as const
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
]
const LINUX = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
const WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

/**
 * The program of a browser that can print without a window: the one that COVERCAST_CHROMIUM or CHROMIUM names, else one in the usual
 * places; null: there is none. Throws 'printer-missing' where a named one is not there.
 */
export function findChromium(system: System): string | null {
  const isProgram = system.isProgram ?? isExecutable
  for (const name of CHOSEN) {
    const path = system.environment[name]
    if (path === undefined || path === '') continue
    if (isProgram(path)) return path
    throw new AppError({
      code: 'printer-missing',
      message: `${name} names "${path}", which is no program that can be started.`,
      kept: 'Nothing was written.',
      next: `Set ${name} to the program of Chromium, Chrome or Edge, or leave it out to have one looked for.`,
    })
  }
  return usualPlaces(system).find(isProgram) ?? null
}

/** As `findChromium`; throws 'printer-missing', which says what else can be done, where there is none. */
export function requireChromium(system: System): string {
  const found = findChromium(system)
  if (found !== null) return found
  throw new AppError({
    code: 'printer-missing',
    message: 'A PDF is made by Chromium, Chrome or Edge, and none of them was found on this computer.',
    kept: 'Nothing was written.',
    next: 'Install one, or set COVERCAST_CHROMIUM to its program. CSV and calendar files need none, and the app prints by itself.',
  })
}

function usualPlaces({ platform, environment }: System): readonly string[] {
  if (platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
      .map((name) => environment[name])
      .filter((path) => path !== undefined)
    return WINDOWS.flatMap((parts) => folders.map((folder) => join(folder, ...parts)))
  }
  const path = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  if (platform === 'darwin') {
    const folders = [
      '/Applications',
      ...(environment['HOME'] === undefined ? [] : [join(environment['HOME'], 'Applications')]),
    ]
    return [
      ...MAC.flatMap((name) => folders.map((folder) => join(folder, `${name}.app`, 'Contents', 'MacOS', name))),
      ...path.map((folder) => join(folder, 'chromium')),
    ]
  }
  return NAMES.flatMap((name) => [...path, ...LINUX].map((folder) => join(folder, name)))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
