/** Electron's executable. */
export type Runtime =
  | { readonly kind: 'there'; readonly path: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'downloading' }

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

const NO_RUNTIME =
  'No desktop window (the Electron runtime could not be downloaded); serving the same app for a browser.'
const NOT_YET =
  'No desktop window yet (the Electron runtime is being downloaded, for the next start); serving the same app for a browser.'
const NO_DISPLAY = 'No desktop window (there is no display); serving the same app for a browser.'
const AS_ROOT = 'Running as root: Chromium cannot use its sandbox here. Do not do this with data that matters.'

/** A window where there is a runtime and a display; else the same app in a browser, with one line that says why. */
export function chooseHost({ wantsBrowser, platform, environment, runtime, userId }: HostChoice): ChosenHost {
  if (wantsBrowser) return { kind: 'browser', note: null }
  if (!hasDisplay(platform, environment)) return { kind: 'browser', note: NO_DISPLAY }
  if (runtime.kind !== 'there') return { kind: 'browser', note: runtime.kind === 'missing' ? NO_RUNTIME : NOT_YET }
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
