import { Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { reportOf } from '../../app/errors/error-report.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { ChoiceField } from '../../kit/choice-field.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { placeText, useCalendars, type Calendar } from './use-calendars.ts'

interface HolidaysPanelProps {
  readonly calendars: readonly Calendar[]
  readonly onChanged: (text: string) => void
}

const ALL_REGIONS = 'all'

/** Whose public holidays the forecast knows: proposed from where the visitors are, chosen by the user. */
export function HolidaysPanel({ calendars, onChanged }: HolidaysPanelProps): ReactNode {
  const format = useFormat()
  const t = format.texts.knownDays
  const { workspaceId } = useWorkspace()
  const [isChoosing, setIsChoosing] = useState(false)
  const { countries, proposed, isPending, error, use } = useCalendars(
    workspaceId,
    isChoosing || calendars.length > 0,
    calendars.length === 0,
  )
  const nameOf = (calendar: Calendar): string => placeText(calendar, countries, format)
  const change = (next: readonly Calendar[]): void =>
    use(next, () => onChanged(next.length === 0 ? t.changedNone : t.changed({ places: format.list(next.map(nameOf)) })))
  const add = (country: string): void => {
    setIsChoosing(false)
    if (!calendars.some((one) => one.country === country)) change([...calendars, { country, region: null }])
  }
  return (
    <section className="holidays" aria-label={t.holidays}>
      <h3>{t.holidays}</h3>
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
      {calendars.length === 0 ? (
        <p className="quiet">
          {t.none} {proposalText(proposed, format)}
        </p>
      ) : null}
      <ul className="holidays-list">
        {calendars.map((calendar) => {
          const country = countries?.find((one) => one.country === calendar.country)
          return (
            <li key={`${calendar.country} ${calendar.region}`} className="holidays-place">
              <span>{nameOf(calendar)}</span>
              {country === undefined || country.regions.length === 0 ? null : (
                <ChoiceField
                  label={t.regionOf({ country: format.country(calendar.country) })}
                  hideLabel
                  value={calendar.region ?? ALL_REGIONS}
                  shown={country.regions.find((one) => one.region === calendar.region)?.name ?? t.allRegions}
                  searchLabel={t.findRegion}
                  options={() => [
                    { id: ALL_REGIONS, label: t.allRegions },
                    ...country.regions.map(({ region, name }) => ({ id: region, label: name, isName: true })),
                  ]}
                  onChange={(region) =>
                    change(
                      calendars.map((one) =>
                        one === calendar ? { ...one, region: region === ALL_REGIONS ? null : region } : one,
                      ),
                    )
                  }
                />
              )}
              <Button
                kind="quiet"
                icon={<Trash2 size={14} aria-hidden />}
                aria-label={t.remove({ place: nameOf(calendar) })}
                isDisabled={isPending}
                onPress={() => change(calendars.filter((one) => one !== calendar))}
              />
            </li>
          )
        })}
      </ul>
      {calendars.length > 1 ? <p className="field-hint">{t.weighted}</p> : null}
      <div className="holidays-actions">
        {calendars.length === 0 && proposed.length > 0 ? (
          <Button
            isDisabled={isPending}
            onPress={() => change(proposed.map(({ country }) => ({ country, region: null })))}
          >
            {t.use}
          </Button>
        ) : null}
        {isChoosing ? (
          <ChoiceField
            label={t.addCountry}
            hideLabel
            value=""
            shown={t.choose}
            searchLabel={t.findCountry}
            options={() =>
              (countries ?? [])
                .map(({ country }) => ({ id: country, label: format.country(country) }))
                .toSorted((a, b) => a.label.localeCompare(b.label, format.locale))
            }
            onChange={add}
          />
        ) : (
          <Button kind="link" isDisabled={isPending} onPress={() => setIsChoosing(true)}>
            {t.addCountry}
          </Button>
        )}
      </div>
      {calendars.length > 0 ? <p className="field-hint">{t.source}</p> : null}
    </section>
  )
}

function proposalText(
  proposed: ReturnType<typeof useCalendars>['proposed'],
  format: ReturnType<typeof useFormat>,
): string {
  const t = format.texts.knownDays
  const [first] = proposed
  if (first === undefined) return ''
  if (first.share === null) return t.proposedZone({ place: format.country(first.country) })
  const places = proposed.map(({ country, share }) =>
    t.placeShare({ place: format.country(country), share: format.rate(100 * (share ?? 0)) }),
  )
  return t.proposed({ places: format.list(places) })
}
