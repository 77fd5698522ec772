import { poolName } from '../../app/pools/pool-choice.ts'
import { zoneText } from '../../app/sync/sync-text.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../format/format-context.tsx'
import type { CoverageView } from './coverage-view.ts'
import { countryText } from './filter-text.ts'
import type { CoverageReport } from './report.ts'

/** Which visitors a picture of a report shows: dates, time zone, pool, countries, pages. */
export function usePictureAbout({ range }: CoverageReport, view: CoverageView): readonly string[] {
  const format = useFormat()
  const { overview } = useWorkspace()
  return [
    format.dateRange(range.from, range.to),
    zoneText(range.timeZone, format),
    ...(overview === undefined
      ? []
      : [poolName(view.pool, overview, format), countryText(view.countries, overview, format)]),
    ...(view.pages.kind === 'all'
      ? []
      : [view.pages.kind === 'class' ? view.pages.name : format.texts.filters.otherPages]),
  ]
}
