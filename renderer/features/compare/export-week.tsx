import type { ReactNode } from 'react'
import { PdfButton } from '../../components/pdf-button.tsx'

interface ExportWeekProps {
  readonly workspaceId: string
  readonly publicationId: string
  readonly week: string
}

/** The week that is compared, on paper. */
export function ExportWeek(props: ExportWeekProps): ReactNode {
  return (
    <span className="compare-csv">
      <PdfButton page={{ kind: 'compare', ...props }} name="this comparison" />
    </span>
  )
}
