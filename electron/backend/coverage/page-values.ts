import { pageClassesOf } from '../../../shared/contract/page-rules.ts'
import type { WorkspaceSettings } from '../../../shared/contract/workspace-settings.ts'
import { visitorValues, type VisitorValues } from '../../../shared/predict/assemble/visitor-values.ts'
import type { Past } from '../../../shared/predict/assemble/past.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { countedByPages } from '../../sync/fingerprints.ts'
import { pageClassingName } from '../../sync/page-classing.ts'

/** What visitors of a workspace are worth, by the class of their page. */
export interface PageWeights {
  /** Weights of the classes of pages, in order. */
  readonly pageWeights: ReadonlyMap<string, number>
  /** What the rules of pages are called that visits are to be counted by, as `pageClassingName` says. */
  readonly pageClassing: string
}

/** null: the workspace has no rules of pages. */
export function pageWeightsOf({ pageRules, pageColumn }: WorkspaceSettings): PageWeights | null {
  if (pageRules.length === 0) return null
  return {
    pageWeights: pageClassesOf(pageRules),
    pageClassing: pageClassingName({ column: pageColumn, rules: pageRules }),
  }
}

/** What a past teaches of the value of visitors. A class that no rule has any more is of other pages. */
export function valuesOf(
  { syncedDays }: CacheSnapshot,
  past: Pick<Past, 'facts' | 'origin'>,
  { pageWeights, pageClassing, timeZone }: PageWeights & { readonly timeZone: string },
): VisitorValues {
  const isByThese = countedByPages(pageClassing)
  return visitorValues(past, {
    timeZone,
    worthOf: (pageClass) => (pageClass === null ? 1 : (pageWeights.get(pageClass) ?? 1)),
    isCounted: (day) => {
      const record = syncedDays.get(day)
      return record !== undefined && isByThese(record)
    },
  })
}
