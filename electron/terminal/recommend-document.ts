import type { RecommendOutput } from '../../shared/contract/recommend-output.ts'
import type { Formatter } from '../../shared/language/formatter.ts'
import { describeReason } from '../../shared/recommend/index.ts'
import type { RecommendResult } from '../backend/staffing/recommend-result.ts'

/** Recommendations as they are printed: their facts as sentences. */
export function recommendDocument({ blocks, overall, ...output }: RecommendResult, format: Formatter): RecommendOutput {
  const withReason = ({ reason, ...block }: RecommendResult['blocks'][number]) => ({
    ...block,
    reasonKind: reason.kind,
    reason: describeReason(reason, format),
  })
  return { ...output, blocks: blocks.map(withReason), overall: overall?.map(withReason) ?? null }
}
