import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { HolidayPlace } from '../../../shared/plan/rules/rule-types.ts'
import { useTRPC } from '../../app/rpc/client.ts'
import { useFormat } from '../../format/format-context.tsx'
import { ChoiceField } from '../../kit/choice-field.tsx'

interface HolidayPlaceFieldProps {
  /** null: as the workspace. */
  readonly place: HolidayPlace | null
  readonly onChange: (place: HolidayPlace | null) => void
}

const AS_WORKSPACE = 'workspace'
const WHOLE_COUNTRY = 'country'

/** Whose public holidays an agent has off. */
export function HolidayPlaceField({ place, onChange }: HolidayPlaceFieldProps): ReactNode {
  const format = useFormat()
  const t = format.texts.timeOff
  const countries = useQuery(
    useTRPC().holidays.countries.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  ).data
  const regions = countries?.find(({ country }) => country === place?.country)?.regions ?? []
  const region = regions.find((one) => one.region === place?.region)
  return (
    <>
      <ChoiceField
        label={t.holidayCalendar}
        value={place?.country ?? AS_WORKSPACE}
        shown={place === null ? t.asWorkspace : format.country(place.country)}
        searchLabel={t.findPlace}
        options={() => [
          { id: AS_WORKSPACE, label: t.asWorkspace },
          ...(countries ?? [])
            .map(({ country }) => ({ id: country, label: format.country(country) }))
            .toSorted((one, other) => one.label.localeCompare(other.label, format.locale)),
        ]}
        onChange={(country) => onChange(country === AS_WORKSPACE ? null : { country, region: null })}
      />
      {place === null || regions.length === 0 ? null : (
        <ChoiceField
          label={t.holidayRegion}
          value={place.region ?? WHOLE_COUNTRY}
          shown={region?.name ?? place.region ?? t.wholeCountry}
          searchLabel={t.findPlace}
          options={() => [
            { id: WHOLE_COUNTRY, label: t.wholeCountry },
            ...regions.map((one) => ({ id: one.region, label: one.name, isName: true })),
          ]}
          onChange={(id) => onChange({ country: place.country, region: id === WHOLE_COUNTRY ? null : id })}
        />
      )}
    </>
  )
}
