import { Globe, MapPin } from 'lucide-react'
import type { ReactNode } from 'react'
import { OptionList } from '../../kit/option-list.tsx'
import { PopoverButton } from '../../kit/popover-button.tsx'
import { cityOf } from '../../../shared/time/zone-city.ts'
import { useFormat } from '../../format/format-context.tsx'
import { CountryFilterPanel } from './country-filter-panel.tsx'
import { findZones } from '../../format/zone-search.ts'
import { zoneOptions } from '../../format/zone-options.ts'
import { PoolFilter } from '../../app/pools/pool-filter.tsx'
import { PageFilter } from './page-filter.tsx'
import { countryText } from './filter-text.ts'
import type { CoverageView } from './coverage-view.ts'
import { RangePanel } from '../../app/range/range-panel.tsx'
import { rangeName } from '../../app/range/range-text.ts'
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
  const t = format.texts.coverage
  const { kit } = format.texts
  const timeZone = view.timeZone ?? overview.timeZone
  const label = countryText(view.countries, overview, format)
  return (
    <>
      <PoolFilter
        overview={overview}
        pool={view.pool}
        onChange={(pool) => change({ pool, block: null })}
        note={overview.hasMembership ? null : <p className="filter-note">{t.poolsUnknown}</p>}
      />
      <PopoverButton name={t.dates} value={rangeName(view.range, format)}>
        {(close) => (
          <RangePanel
            range={view.range}
            timeZone={timeZone}
            clock={clock}
            firstKnownDate={overview.firstKnownDate}
            onChange={(range) => change({ range, cell: null, block: null })}
            close={close}
          />
        )}
      </PopoverButton>
      <PopoverButton name={kit.timeZone} value={cityOf(timeZone)} isName icon={<Globe size={14} aria-hidden />}>
        {(close) => (
          <OptionList
            name={kit.timeZones}
            searchLabel={kit.searchZone}
            find={findZones}
            options={zoneOptions(overview.timeZone, clock, format.texts.filters)}
            selected={view.timeZone ?? overview.timeZone}
            onSelect={(zone) => {
              close()
              change({ timeZone: zone === overview.timeZone ? null : zone, block: null })
            }}
          />
        )}
      </PopoverButton>
      <PageFilter overview={overview} pages={view.pages} onChange={(pages) => change({ pages, cell: null })} />
      <PopoverButton name={t.countries} value={label} icon={<MapPin size={14} aria-hidden />}>
        {(close) =>
          overview.hasCountry ? (
            <CountryFilterPanel
              overview={overview}
              chosen={view.countries}
              onChange={(countries) => change({ countries })}
              close={close}
            />
          ) : (
            <p className="filter-note">{t.noCountries}</p>
          )
        }
      </PopoverButton>
    </>
  )
}
