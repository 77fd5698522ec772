import { AppError, ERROR_CODES } from '../../../shared/foundation/errors.ts'
import { PRINT_WIRE } from '../../../shared/contract/print-page.ts'

/** A slow machine with a long history takes some seconds; what takes longer will not come. */
export const PRINT_LIMIT_MS = 120_000

/** A script that settles with how a print page ended, as JSON. It holds nothing but constants. */
export const PRINT_STATE_SCRIPT = `new Promise((resolve) => {
  const root = document.documentElement
  const look = () => {
    const state = root.getAttribute(${JSON.stringify(PRINT_WIRE.state)})
    if (state !== 'ready' && state !== 'failed') return
    observer.disconnect()
    resolve(JSON.stringify({ state, failure: root.getAttribute(${JSON.stringify(PRINT_WIRE.failure)}) }))
  }
  const observer = new MutationObserver(look)
  observer.observe(root, { attributes: true })
  look()
})`

/** How every host makes its PDF: sizes from the page's own style sheet, with tags and an outline. */
export const PDF_OPTIONS = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const

/** Goes on if the answer of the script says that the page is complete; throws what the page failed with. */
export function assertPrintable(answer: unknown): void {
  const { state, failure } = fieldsOf(typeof answer === 'string' ? answer : '')
  if (state === 'ready') return
  const report = fieldsOf(typeof failure === 'string' ? failure : '')
  const code = ERROR_CODES.find((one) => one === report['code'])
  const text = (name: string): string | undefined => (typeof report[name] === 'string' ? report[name] : undefined)
  const [message, kept, next] = [text('message'), text('kept'), text('next')]
  throw code !== undefined && message !== undefined
    ? new AppError({ code, message, ...(kept === undefined ? {} : { kept }), ...(next === undefined ? {} : { next }) })
    : new AppError({ code: 'print-failed', message: 'The page to print could not be made.' })
}

/** A page may say anything. */
function fieldsOf(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
