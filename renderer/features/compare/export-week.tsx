import type { ReactNode } from 'react'
import { useTexts } from '../../format/format-context.tsx'
import { PdfButton } from '../../app/files/pdf-button.tsx'

interface ExportWeekProps {
  readonly workspaceId: string
  readonly publicationId: string
  readonly week: string
}

/** The week that is compared, on paper. */
export function ExportWeek(props: ExportWeekProps): ReactNode {
  const { thisComparison } = useTexts('compare')
  return (
    <span className="compare-csv">
      <PdfButton page={{ kind: 'compare', ...props }} name={thisComparison} />
    </span>
  )
}
