import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Inputs } from '../../app/rpc/procedures.ts'
import { useTRPC } from '../../app/rpc/client.ts'
import type { CoverageView } from './coverage-view.ts'
import { localDateOf } from '../../../shared/time/local.ts'
import { useFormat } from '../../format/format-context.tsx'
import { poolIdOf } from '../../app/pools/pool-choice.ts'
import { rangeDates } from '../../app/range/range-choice.ts'
import { pageClassOf } from './page-choice.ts'
import type { CoverageReport, Overview } from './report.ts'

export type ReportInput = Inputs['coverage']['report']

interface ReportState {
  readonly input: ReportInput
  /** undefined: nothing yet; the figures of before stay while others are fetched, and when they cannot be. */
  readonly report: CoverageReport | undefined
  readonly isChanging: boolean
  readonly error: unknown
  readonly retry: () => void
}

interface ReportRequest {
  readonly workspaceId: string
  readonly overview: Overview
  readonly view: CoverageView
  readonly clock: number
}

/** The figures of what the screen is set to. */
export function useCoverageReport({ workspaceId, overview, view, clock }: ReportRequest): ReportState {
  const trpc = useTRPC()
  const timeZone = view.timeZone ?? overview.timeZone
  const { weekOrder } = useFormat()
  const { from, to } = rangeDates(view.range, {
    today: localDateOf(clock, timeZone),
    firstDayOfWeek: weekOrder[0]!,
    firstKnownDate: overview.firstKnownDate,
  })
  const input = useMemo<ReportInput>(
    () => ({
      workspaceId,
      from,
      to,
      timeZone,
      poolId: poolIdOf(view.pool),
      ...pageClassOf(view.pages),
      countryFilter:
        view.countries === null ? null : { mode: view.countries.mode, countries: [...view.countries.countries] },
    }),
    [workspaceId, from, to, timeZone, view.pool, view.countries, view.pages],
  )
  const { data, error, isPlaceholderData, refetch } = useQuery(
    trpc.coverage.report.queryOptions(input, {
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  )
  const [last, setLast] = useState(data)
  if (data !== undefined && data !== last) setLast(data)
  return { input, report: data ?? last, isChanging: isPlaceholderData, error, retry: () => void refetch() }
}
