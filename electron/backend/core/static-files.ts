import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** What the build names by its content never changes under its name. */
const HASHED = /^\/assets\/[^/]+-[\w-]{8,}\.\w+$/u
const SEGMENT = /^[\w][\w.-]*$/u

export interface StaticFile {
  readonly content: Uint8Array<ArrayBuffer>
  readonly contentType: string
  readonly isImmutable: boolean
  /** Of a page: what its styles must carry; null for everything else. */
  readonly nonce: string | null
}

/** The file that a URL's path names inside the built renderer; null: there is none. Never anything outside, whatever the path. */
export async function readStaticFile(folder: string, pathname: string): Promise<StaticFile | null> {
  const path = pathname === '/' ? '/index.html' : pathname
  const segments = path.slice(1).split('/')
  const contentType = CONTENT_TYPES[extname(path)]
  // Names of built files are plain; anything else (.., %2e, a backslash, a drive) is no file of ours. Source maps are not served.
  if (contentType === undefined || !segments.every((segment) => SEGMENT.test(segment))) return null
  const content = await readInside(folder, join(folder, ...segments))
  if (content === null) return null
  if (!path.endsWith('.html')) return { content, contentType, isImmutable: HASHED.test(path), nonce: null }
  const nonce = randomBytes(16).toString('base64')
  return { content: withNonce(content, nonce), contentType, isImmutable: false, nonce }
}

/** Read only if it also really lies inside: a link must not lead out. */
async function readInside(folder: string, file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const [root, target] = await Promise.all([realpath(folder), realpath(file)])
    return target.startsWith(root + sep) ? new Uint8Array(await readFile(target)) : null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ENAMETOOLONG') return null
    throw error
  }
}

/** Components that make style elements of their own look for this. */
function withNonce(page: Uint8Array, nonce: string): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder()
    .decode(page)
    .replace(/<head[^>]*>/iu, (head) => `${head}<meta property="csp-nonce" nonce="${nonce}">`)
  return new TextEncoder().encode(text)
}
