/** The extension of files of the app's own: backups of workspaces, and plans. */
export const OWN_EXTENSION = 'covercast'

/** Extensions of files that can hold a roster or a plan. */
export const ROSTER_EXTENSIONS = ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'ods', 'ics', 'json', OWN_EXTENSION] as const

/** Whether a file is one of the app's own, by its name. */
export function isOwnFile(name: string): boolean {
  return extensionOf(name) === OWN_EXTENSION
}

/** Whether the app opens files of such a name. */
export function canBeOpened(name: string): boolean {
  const extension = extensionOf(name)
  return ROSTER_EXTENSIONS.some((one) => one === extension)
}

function extensionOf(name: string): string {
  return /\.(?<extension>[^./\\]+)$/u.exec(name)?.groups?.['extension']?.toLowerCase() ?? ''
}

/** How whoever shows the page asks it to open something, on the page's own window: neither needs to know the other. */
export const OPEN_WIRE = {
  /** Event of the window; its detail is a `WantedOpen`. */
  event: 'covercast:open',
} as const

/** What is to be opened. */
export type WantedOpen =
  | { readonly kind: 'link'; readonly link: string }
  /** `path`: where the page fetches the file, once. */
  | { readonly kind: 'file'; readonly path: string; readonly name: string }

const DOWNLOAD_PATH = /^\/download\/[0-9a-f-]{36}$/u

/** What an event asks for; null: nothing that can be opened. Any script of the page can send one. */
export function wantedOpen(detail: unknown): WantedOpen | null {
  if (typeof detail !== 'object' || detail === null || !('kind' in detail)) return null
  if (detail.kind === 'link')
    return 'link' in detail && typeof detail.link === 'string' ? { kind: 'link', link: detail.link } : null
  if (detail.kind !== 'file' || !('path' in detail) || !('name' in detail)) return null
  const { path, name } = detail
  return typeof path === 'string' && DOWNLOAD_PATH.test(path) && typeof name === 'string'
    ? { kind: 'file', path, name }
    : null
}
