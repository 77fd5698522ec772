import { Globe, MapPin } from 'lucide-react'
import type { ReactNode } from 'react'
import { OptionList } from '../../components/option-list.tsx'
import { PopoverButton } from '../../components/popover-button.tsx'
import { cityOf } from '../../format/zone-names.ts'
import { useFormat } from '../../format/format-context.tsx'
import { CountryFilterPanel } from './country-filter-panel.tsx'
import { findZones } from '../../format/zone-search.ts'
import { zoneOptions } from '../../format/zone-options.ts'
import { PoolFilter } from '../../workspace/pool-filter.tsx'
import { countryWords } from './filter-words.ts'
import type { CoverageView } from './coverage-view.ts'
import { RangePanel } from '../../workspace/range-panel.tsx'
import { rangeName } from '../../workspace/range-words.ts'
import type { Overview } from './report.ts'

interface FiltersProps {
  readonly overview: Overview
  readonly view: CoverageView
  readonly change: (patch: Partial<CoverageView>) => void
  readonly clock: number
}

/** Which visits: pool, dates, time zone, countries. */
export function Filters({ overview, view, change, clock }: FiltersProps): ReactNode {
  const format = useFormat()
  const timeZone = view.timeZone ?? overview.timeZone
  const words = countryWords(view.countries, overview, format)
  return (
    <>
      <PoolFilter
        overview={overview}
        pool={view.pool}
        onChange={(pool) => change({ pool, block: null })}
        note={overview.hasMembership ? null : <p className="filter-note">Who serves which pool is not known: agents are those of all pools.</p>}
      />
      <PopoverButton name="Dates" value={rangeName(view.range, format)}>
        {(close) => <RangePanel range={view.range} timeZone={timeZone} clock={clock} firstKnownDate={overview.firstKnownDate} onChange={(range) => change({ range, cell: null, block: null })} close={close} />}
      </PopoverButton>
      <PopoverButton name="Time zone" value={cityOf(timeZone)} icon={<Globe size={14} aria-hidden />}>
        {(close) => (
          <OptionList
            name="Time zones"
            searchLabel="Search a city or zone"
            find={findZones}
            options={zoneOptions(overview.timeZone, clock)}
            selected={view.timeZone ?? overview.timeZone}
            onSelect={(zone) => {
              close()
              change({ timeZone: zone === overview.timeZone ? null : zone, block: null })
            }}
          />
        )}
      </PopoverButton>
      <PopoverButton name="Countries" value={words} icon={<MapPin size={14} aria-hidden />}>
        {(close) =>
          overview.hasCountry ? (
            <CountryFilterPanel overview={overview} chosen={view.countries} onChange={(countries) => change({ countries })} close={close} />
          ) : (
            <p className="filter-note">The source has no countries, so this filter is off: every visitor counts.</p>
          )
        }
      </PopoverButton>
    </>
  )
}
