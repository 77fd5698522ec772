import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { FiguresTable } from '../../components/figures-table.tsx'
import { cityOf } from '../../format/zone-names.ts'
import { useFormat } from '../../format/format-context.tsx'
import { CompareGrids } from './compare-grids.tsx'
import { dayTable, hourTable } from './compare-tables.ts'
import type { WeekDetail } from './compare-types.ts'
import { isSameScope, TABS, type CompareTab, type CompareView, type Scope } from './compare-view.ts'
import { WeekCsv } from './week-csv.tsx'

const TITLES: Readonly<Record<CompareTab, string>> = { heatmaps: 'Heatmaps', day: 'By day', hour: 'By hour' }

interface WeekPanelProps {
  readonly detail: WeekDetail
  readonly workspaceId: string
  readonly target: number
  readonly view: CompareView
  readonly change: (patch: Partial<CompareView>, how?: 'push' | 'replace') => void
}

/** The week in pieces: three heatmaps side by side, by day, by hour of the day. */
export function WeekPanel({ detail, workspaceId, target, view, change }: WeekPanelProps): ReactNode {
  const onScope = (scope: Scope): void => change({ scope }, 'replace')
  return (
    <section className="compare-panel" aria-label="The week in pieces">
      <Tabs
        selectedKey={view.tab}
        onSelectionChange={(key) => {
          const tab = TABS.find((one) => one === key)
          if (tab !== undefined && tab !== view.tab) change({ tab }, 'replace')
        }}
      >
        <header className="compare-panel-head">
          <TabList className="compare-tabs" aria-label="How the week is shown">
            {TABS.map((tab) => (
              <Tab key={tab} id={tab} className="compare-tab">
                {TITLES[tab]}
              </Tab>
            ))}
          </TabList>
          <span className="quiet">{cityOf(detail.timeZone)} time</span>
          <WeekCsv detail={detail} workspaceId={workspaceId} table="hours" name="predicted and actual by date and hour" />
        </header>
        <TabPanel id="heatmaps" className="compare-tab-panel">
          <CompareGrids detail={detail} target={target} scope={view.scope} onScope={onScope} />
        </TabPanel>
        <TabPanel id="day" className="compare-tab-panel">
          <Days detail={detail} scope={view.scope} onScope={onScope} />
        </TabPanel>
        <TabPanel id="hour" className="compare-tab-panel">
          <HourTable detail={detail} />
        </TabPanel>
      </Tabs>
    </section>
  )
}

function Days({ detail, scope, onScope }: { readonly detail: WeekDetail; readonly scope: Scope; readonly onScope: (scope: Scope) => void }): ReactNode {
  const format = useFormat()
  return (
    <>
      <fieldset className="compare-day-choice" aria-label="Why one day differed">
        {detail.days.map(({ date }) => (
          <Button key={date} kind="quiet" aria-pressed={isSameScope(scope, { kind: 'day', date })} onPress={() => onScope({ kind: 'day', date })}>
            {format.date(date, 'weekday')}
          </Button>
        ))}
      </fieldset>
      <FiguresTable {...dayTable(detail, format)} />
      <p className="quiet compare-units">Difference, traffic, staffing and the rest in points of coverage.</p>
    </>
  )
}

function HourTable({ detail }: { readonly detail: WeekDetail }): ReactNode {
  const format = useFormat()
  return (
    <>
      <FiguresTable {...hourTable(detail, format)} />
      <p className="quiet compare-units">Difference, traffic, staffing and the rest in points of coverage.</p>
    </>
  )
}
