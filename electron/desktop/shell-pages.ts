import { createHash } from 'node:crypto'
import type { ErrorReport } from '../../shared/foundation/errors.ts'
import { COMMON_HEADERS } from '../backend/core/response-headers.ts'
import { pageActionPath, type PageAction } from './app-address.ts'
import type { DesktopTexts } from './desktop-texts.ts'

/** The two colours of an empty window, as the app's page has them. */
export const WINDOW_BACKGROUND = { light: '#f5f5f3', dark: '#161816' } as const

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; background: ${WINDOW_BACKGROUND.light}; color: #1f211e }
body { margin: 0; min-height: 100vh; display: grid; place-items: center }
main { max-width: 34rem; padding: 2rem }
h1 { font-size: 1.25rem; margin: 0 0 0.75rem }
p { margin: 0 0 0.75rem; overflow-wrap: anywhere }
nav { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 1.5rem }
a { color: inherit; text-decoration: none; border: 1px solid #85867f; border-radius: 8px; padding: 0.4rem 0.9rem }
a:first-child { background: #24578f; border-color: #24578f; color: #fff }
a:focus-visible { outline: 2px solid #24578f; outline-offset: 2px }
.wait { opacity: 0; animation: appear 0.3s 0.5s forwards }
@keyframes appear { to { opacity: 1 } }
@media (prefers-color-scheme: dark) { :root { background: ${WINDOW_BACKGROUND.dark}; color: #e6e7e2 } }
@media (prefers-reduced-motion: reduce) { .wait { animation-duration: 0s } }
`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')
/** No scripts at all: buttons are links to addresses that the shell catches. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** Shown until the data is open; its words appear only where that takes a while. */
export function loadingPage({ shell: t, language }: DesktopTexts): string {
  return page(language, `<main class="wait" role="status"><p>${escaped(t.opening)}</p></main>`)
}

/** Shown where the data could not be opened: what happened, what is safe, what to do, and a way on. */
export function failurePage({ message, kept, next }: ErrorReport, { shell: t, language }: DesktopTexts): string {
  const sentences = [message, kept, next].filter((text) => text !== undefined).map((text) => `<p>${escaped(text)}</p>`)
  const links: readonly (readonly [PageAction, string])[] = [
    ['try-again', t.tryAgain],
    ['open-log', t.openLog],
    ['quit', t.quit],
  ]
  const buttons = links.map(
    ([action, title]) => `<a href="${pageActionPath(action)}" draggable="false">${escaped(title)}</a>`,
  )
  return page(
    language,
    `<main role="alert"><h1>${escaped(t.dataNotOpened)}</h1>${sentences.join('')}<nav>${buttons.join('')}</nav></main>`,
  )
}

export function shellPage(html: string): Response {
  return new Response(html, {
    headers: {
      ...COMMON_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': POLICY,
    },
  })
}

function page(language: string, body: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Covercast</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body>${body}</body></html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
