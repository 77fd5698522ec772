import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Formatter } from '../../format/formatter.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useTRPC } from '../rpc/client.ts'
import type { Outputs } from '../rpc/procedures.ts'

type NamedDate = Outputs['holidays']['dates'][number]

/** What dates are called that are known not to be usual: "Thanksgiving Day". */
export type DateNames = ReadonlyMap<string, string>

export const NO_NAMES: DateNames = new Map()

/** The names of each date of a list; a mark without a note by its kind. */
export function dateNames(dates: readonly NamedDate[], format: Formatter): DateNames {
  const t = format.texts.knownDays
  return new Map(
    [...Map.groupBy(dates, ({ date }) => date)].map(([date, named]) => [
      date,
      format.list(named.map(({ name, class: ofDay }) => name ?? t.classes[ofDay])),
    ]),
  )
}

/** The named dates of a range of local dates; none until they are there. */
export function useDateNames(
  workspaceId: string,
  { from, to }: { readonly from: string; readonly to: string },
): DateNames {
  const trpc = useTRPC()
  const format = useFormat()
  const { data } = useQuery(
    trpc.holidays.dates.queryOptions({ workspaceId, from, to }, { staleTime: Number.POSITIVE_INFINITY }),
  )
  return useMemo(() => (data === undefined || data.length === 0 ? NO_NAMES : dateNames(data, format)), [data, format])
}
