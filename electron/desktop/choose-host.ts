/** Electron's executable. */
export type Runtime =
  | { readonly kind: 'there'; readonly path: string }
  | { readonly kind: 'missing'; readonly reason: string }
  /** The user would not wait for it. */
  | { readonly kind: 'stopped' }

/** How the app was asked for, and what this computer has for it. */
export interface HostChoice {
  readonly wantsBrowser: boolean
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly runtime: Runtime
  /** Numeric id of the user; null where there is none (Windows). */
  readonly userId: number | null
}

export type ChosenHost =
  | {
      readonly kind: 'desktop'
      readonly executable: string
      readonly switches: readonly string[]
      readonly note: string | null
    }
  | { readonly kind: 'browser'; readonly note: string | null }

const MEGABYTE = 1e6
const BAR = 24

/** Before the runtime is downloaded. */
export const FETCHING =
  'The window needs Electron, which is downloaded once. Ctrl+C: open the app in your browser now, and download at the next start.'
const STOPPED =
  'No desktop window this time (the download was stopped); serving the same app for a browser. The next start tries again; npm start -- --browser never does.'
const NO_RUNTIME = (reason: string): string =>
  `No desktop window this time (Electron could not be downloaded: ${reason}); serving the same app for a browser. The next start tries again.`
const NO_DISPLAY = 'No desktop window (there is no display); serving the same app for a browser.'
const AS_ROOT = 'Running as root: Chromium cannot use its sandbox here. Do not do this with data that matters.'

/** A window where there is a runtime and a display; else the same app in a browser, with one line that says why. */
export function chooseHost({ wantsBrowser, platform, environment, runtime, userId }: HostChoice): ChosenHost {
  if (wantsBrowser) return { kind: 'browser', note: null }
  if (!hasDisplay(platform, environment)) return { kind: 'browser', note: NO_DISPLAY }
  if (runtime.kind !== 'there')
    return { kind: 'browser', note: runtime.kind === 'missing' ? NO_RUNTIME(runtime.reason) : STOPPED }
  const isRoot = platform === 'linux' && userId === 0
  return {
    kind: 'desktop',
    executable: runtime.path,
    switches: isRoot ? ['--no-sandbox'] : [],
    note: isRoot ? AS_ROOT : null,
  }
}

/** Whether windows can be shown; what has no runtime because it has no display need not look for one. */
export function hasDisplay(platform: NodeJS.Platform, environment: HostChoice['environment']): boolean {
  return platform !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
}

/** A line that grows while the runtime comes. */
export function fetchedText({
  transferred,
  total,
}: {
  readonly transferred: number
  readonly total: number | null
}): string {
  const megabytes = (bytes: number): string => String(Math.round(bytes / MEGABYTE))
  if (!total) return `Electron: ${megabytes(transferred)} MB`
  const share = Math.min(1, transferred / total)
  const bar = '#'.repeat(Math.floor(share * BAR)).padEnd(BAR, '-')
  return `Electron: [${bar}] ${Math.floor(share * 100)}% of ${megabytes(total)} MB`
}
