import { useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { printAddress, type PrintPageInput, type USUAL_PAPERS } from '../../../shared/contract/print-page.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useTRPC, useTRPCClient } from '../rpc/client.ts'
import { download } from './transfer.ts'

/** What to print, but for what the system decides: the paper. */
export type Printable = PrintPageInput extends infer Page
  ? Page extends unknown
    ? Omit<Page, 'paper' | 'language' | 'texts' | 'until' | 'ask'>
    : never
  : never

export interface DocumentPrinting {
  /** Opens the browser's print dialog; the desktop, whose window shows the app alone, saves a PDF. Stays the same while the document does. */
  readonly print: () => void
  /** false: `print` saves a PDF. */
  readonly hasDialog: boolean
  /** null: no PDF is made here but by printing. Stays the same. */
  readonly savePdf: (() => void) | null
  readonly isWorking: boolean
  readonly error: unknown
}

/** Prints a document, or saves it as PDF, by whatever the app's host can do. */
export function usePrinting(page: Printable): DocumentPrinting {
  const client = useTRPCClient()
  const info = useQuery(useTRPC().app.info.queryOptions()).data
  const { code } = useFormat()
  const form = { paper: usualPaper(navigator.language), language: navigator.language, texts: code } as const
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: () => client.exports.pdf.mutate({ ...page, ...form }),
    onSuccess: ({ path, fileName }) => download(path, fileName),
  })
  const address = printAddress({ ...page, ...form, ask: true })
  const makesPdf = info?.capabilities.makesPdf === true
  const savePdf = useMemo(() => (makesPdf ? () => mutate() : null), [makesPdf, mutate])
  const openDialog = useCallback(() => void window.open(address, '_blank', 'noopener'), [address])
  const hasDialog = info?.host !== 'desktop' || savePdf === null
  return { print: hasDialog ? openDialog : savePdf, hasDialog, savePdf, isWorking: isPending, error }
}

/** Where people print on Letter. */
const LETTER = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'GT', 'CR', 'SV', 'HN', 'NI', 'PA', 'DO', 'PR'])

/** The paper of a language's region. */
function usualPaper(language: string): (typeof USUAL_PAPERS)[number] {
  try {
    return LETTER.has(new Intl.Locale(language).maximize().region ?? '') ? 'letter' : 'a4'
  } catch {
    return 'a4'
  }
}
