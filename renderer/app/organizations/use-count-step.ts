import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../rpc/client.ts'
import { useFormat } from '../../format/format-context.tsx'

const ASK_MS = 1000

/** What the count of a platform that runs is at, in words; null: nothing is known yet. A database says no more of one statement. */
export function useCountStep(isCounting: boolean): string | null {
  const format = useFormat()
  const t = format.texts.organizations
  const { data } = useQuery(
    useTRPC().health.progress.queryOptions(undefined, {
      enabled: isCounting,
      refetchInterval: ASK_MS,
      staleTime: 0,
      gcTime: 0,
    }),
  )
  if (!isCounting || data === undefined || data === null) return null
  const step = t.steps[data.step]({ elapsed: format.duration(data.elapsedMs) })
  return data.rows === null ? step : t.stepRows({ step, rows: format.count(data.rows) })
}
