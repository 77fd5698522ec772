import type { ReactNode } from 'react'
import { PdfButton } from '../../components/pdf-button.tsx'
import type { ReportInput } from './use-coverage-report.ts'

/** The figures of the screen on paper. */
export function ExportReport({ input }: { readonly input: ReportInput }): ReactNode {
  return <PdfButton page={{ kind: 'coverage', ...input }} name="this report" />
}
