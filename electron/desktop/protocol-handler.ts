import { assertNever } from '../../shared/foundation/errors.ts'
import type { Backend } from '../backend/core/create-backend.ts'
import type { Log } from '../backend/core/log.ts'
import type { BackendState } from './backend-lifecycle.ts'
import { isAppAddress, isAppPage } from './app-address.ts'
import type { DesktopTexts } from './desktop-texts.ts'
import { failurePage, loadingPage, shellPage } from './shell-pages.ts'

export interface ProtocolHandlerOptions {
  readonly state: () => BackendState
  readonly log: Log
  /** Of the pages that the shell makes itself. */
  readonly texts: () => DesktopTexts
  /** Told which state the page that is served shows. */
  readonly onPage: (kind: BackendState['kind']) => void
}

/** A request with what the browser process knows of who asks: an origin, 'null' for one that is nobody's, nothing where the shell itself loads. */
type SchemeRequest = Request & { readonly initiatorOrigin?: string | undefined }

/**
 * Answers the app's own addresses: by the backend once it is open, by a page of the shell until then. It never throws. The frame guard
 * has judged a request before; of who asks, this looks once more, so that nothing hangs on one of the two alone.
 */
export function createProtocolHandler({
  state,
  log,
  onPage,
  texts,
}: ProtocolHandlerOptions): (request: SchemeRequest) => Promise<Response> {
  return async (request) => {
    try {
      if (!isAppAddress(request.url)) return plain(404, 'There is nothing at this address.')
      const { initiatorOrigin } = request
      if (initiatorOrigin !== undefined && !isAppAddress(initiatorOrigin)) {
        log.warn(`Refused ${request.method} ${withoutQuery(request.url)}: another origin asks for it.`)
        return plain(403, 'The request comes from another page.')
      }
      const now = state()
      if (isAppPage(request.url)) onPage(now.kind)
      switch (now.kind) {
        case 'open':
          return await withCancel(request, now.backend)
        case 'opening':
          return isAppPage(request.url) ? shellPage(loadingPage(texts())) : plain(503, 'Covercast is opening.')
        case 'failed':
          return isAppPage(request.url) ? shellPage(failurePage(now.report, texts())) : plain(503, now.report.message)
        case 'closed':
          return plain(503, 'Covercast is closing.')
        default:
          return assertNever(now)
      }
    } catch (thrown) {
      log.error(`${request.method} ${withoutQuery(request.url)} failed.`, thrown)
      return plain(500, 'Something went wrong that Covercast did not expect. The log says what it was.')
    }
  }
}

/** Electron cancels the body of an answer that nobody reads any more, but does not abort the request: make one follow from the other. */
async function withCancel(request: Request, backend: Backend): Promise<Response> {
  const gone = new AbortController()
  const response = await backend.fetch(new Request(request, { signal: AbortSignal.any([request.signal, gone.signal]) }))
  if (response.body === null) return response
  const reader = response.body.getReader()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel(reason) {
      gone.abort(reason)
      await reader.cancel(reason)
    },
  })
  return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers })
}

/** What stands behind a question mark is what the user works on. */
function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/su, '')
}

function plain(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'",
    },
  })
}
