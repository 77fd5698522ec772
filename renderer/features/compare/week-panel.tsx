import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { FiguresTable } from '../../kit/figures-table.tsx'
import { addDays } from '../../../shared/time/local.ts'
import { PictureMenu } from '../../app/picture/picture-menu.tsx'
import { zoneText } from '../../app/sync/sync-text.ts'
import { useFormat } from '../../format/format-context.tsx'
import { CompareGrids } from './compare-grids.tsx'
import { dayTable, hourTable } from './compare-tables.ts'
import type { WeekDetail } from './compare-types.ts'
import { isSameScope, TABS, WHOLE_WEEK, type CompareView, type Scope } from './compare-view.ts'
import { WeekCsv } from './week-csv.tsx'
import { TabPanel, TabRow, Tabs } from '../../kit/tabs.tsx'
import { Card, CardHead } from '../../kit/card.tsx'

interface WeekPanelProps {
  readonly detail: WeekDetail
  readonly workspaceId: string
  readonly target: number
  readonly view: CompareView
  readonly change: (patch: Partial<CompareView>, how?: 'push' | 'replace') => void
}

/** The week in pieces: three heatmaps side by side, by day, by hour of the day. */
export function WeekPanel({ detail, workspaceId, target, view, change }: WeekPanelProps): ReactNode {
  const format = useFormat()
  const t = format.texts.compare
  const onScope = (scope: Scope): void => change({ scope }, 'replace')
  return (
    <Card kind="figure" className="compare-panel" label={t.panel}>
      <Tabs tabs={TABS} selected={view.tab} onSelect={(tab) => change({ tab }, 'replace')}>
        <CardHead>
          <TabRow label={t.view} tabs={TABS} titles={t.tabs} />
          <span className="quiet">{zoneText(detail.timeZone, format)}</span>
          {view.tab === 'heatmaps' ? (
            <PictureMenu
              name={t.theHeatmaps}
              picture={() => ({
                title: t.gridsPicture({ plan: detail.planName }),
                about: [format.dateRange(detail.week, addDays(detail.week, 6)), zoneText(detail.timeZone, format)],
                content: <CompareGrids detail={detail} target={target} scope={WHOLE_WEEK} onScope={() => undefined} />,
              })}
            />
          ) : null}
          <WeekCsv detail={detail} workspaceId={workspaceId} table="hours" name={t.csvName} />
        </CardHead>
        <TabPanel id="heatmaps">
          <CompareGrids detail={detail} target={target} scope={view.scope} onScope={onScope} />
        </TabPanel>
        <TabPanel id="day">
          <Days detail={detail} scope={view.scope} onScope={onScope} />
        </TabPanel>
        <TabPanel id="hour">
          <HourTable detail={detail} />
        </TabPanel>
      </Tabs>
    </Card>
  )
}

function Days({
  detail,
  scope,
  onScope,
}: {
  readonly detail: WeekDetail
  readonly scope: Scope
  readonly onScope: (scope: Scope) => void
}): ReactNode {
  const format = useFormat()
  return (
    <>
      <fieldset className="compare-day-choice" aria-label={format.texts.compare.whyDay}>
        {detail.days.map(({ date }) => (
          <Button
            key={date}
            kind="quiet"
            aria-pressed={isSameScope(scope, { kind: 'day', date })}
            onPress={() => onScope({ kind: 'day', date })}
          >
            {format.date(date, 'weekday')}
          </Button>
        ))}
      </fieldset>
      <FiguresTable {...dayTable(detail, format)} />
      <p className="quiet compare-units">{format.texts.compare.units}</p>
    </>
  )
}

function HourTable({ detail }: { readonly detail: WeekDetail }): ReactNode {
  const format = useFormat()
  return (
    <>
      <FiguresTable {...hourTable(detail, format)} />
      <p className="quiet compare-units">{format.texts.compare.units}</p>
    </>
  )
}
