import { useMutation, useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../app/rpc/client.ts'
import type { Outputs } from '../../app/rpc/procedures.ts'
import { useInvalidate } from '../../app/rpc/what-changes-what.ts'
import type { Formatter } from '../../format/formatter.ts'

export type Calendar = Outputs['holidays']['use']['calendars'][number]
export type CalendarCountry = Outputs['holidays']['countries'][number]
export type ProposedCalendar = Outputs['holidays']['proposed'][number]

export interface Calendars {
  /** Every country with a calendar; undefined: not there yet. */
  readonly countries: readonly CalendarCountry[] | undefined
  readonly proposed: readonly ProposedCalendar[]
  readonly isPending: boolean
  readonly error: unknown
  readonly use: (calendars: readonly Calendar[], onDone: () => void) => void
}

/** Whose holidays a workspace may have. Nothing is asked about countries before somebody wants to choose. */
export function useCalendars(workspaceId: string, isChoosing: boolean, hasNone: boolean): Calendars {
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const countries = useQuery(
    trpc.holidays.countries.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY, enabled: isChoosing }),
  )
  const proposed = useQuery(
    trpc.holidays.proposed.queryOptions({ workspaceId }, { staleTime: Number.POSITIVE_INFINITY, enabled: hasNone }),
  )
  const use = useMutation(trpc.holidays.use.mutationOptions({ onSuccess: () => void invalidate('holidays') }))
  return {
    countries: countries.data,
    proposed: proposed.data ?? [],
    isPending: use.isPending,
    error: use.error ?? countries.error,
    use: (calendars, onDone) =>
      void use.mutateAsync({ workspaceId, calendars: [...calendars] }).then(onDone, () => undefined),
  }
}

/** "United States", "United States, New York". Regions have the names of their calendar. */
export function placeText(
  { country, region }: Calendar,
  countries: readonly CalendarCountry[] | undefined,
  format: Formatter,
): string {
  const t = format.texts.knownDays
  const name = format.country(country)
  if (region === null) return t.whole({ country: name })
  const known = countries?.find((one) => one.country === country)?.regions.find((one) => one.region === region)
  return t.region({ country: name, region: known?.name ?? region })
}
