import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, RefreshCw } from 'lucide-react'
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { reportOf } from '../../app/errors/error-report.ts'
import { useRouting } from '../../app/routing/use-route.tsx'
import { useTRPC, useTRPCClient } from '../../app/rpc/client.ts'
import { useFormat } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { KeyFigures } from '../../kit/key-figures.tsx'
import { SearchLine } from '../../kit/search-line.tsx'
import { Segments } from '../../kit/segments.tsx'
import { Skeleton } from '../../kit/skeleton.tsx'
import { placeText } from '../../../shared/health/place-text.ts'
import { ChoosePlatform } from './choose-platform.tsx'
import { useCountStep } from '../../app/organizations/use-count-step.ts'
import { healthFigures } from './health-figures.ts'
import { SaveList } from './save-list.tsx'
import { FILTERS, listed, type Filter, type Order } from './organization-list.ts'
import { OrganizationPanel } from './organization-panel.tsx'
import { OrganizationTable } from './organization-table.tsx'
import type { HealthReport } from './organization-types.ts'
import './organizations.css'

/** Every organization that the connection of a platform shows, those at risk first. */
export function OrganizationsScreen(): ReactNode {
  const { organizations: t, app } = useFormat().texts
  const { go } = useRouting()
  const { data, error, refetch } = useQuery(useTRPC().health.report.queryOptions(undefined, { staleTime: 0 }))
  return (
    <main className="organizations" id="main" tabIndex={-1}>
      <div>
        <Button kind="quiet" icon={<ArrowLeft size={14} aria-hidden />} onPress={() => history.back()}>
          {t.back}
        </Button>
      </div>
      {data === undefined ? (
        <>
          <h1>{t.title}</h1>
          {error === null ? (
            <Skeleton label={t.loading} heights={[56, 40, 40, 40, 40]} />
          ) : (
            <ErrorNotice report={reportOf(error)}>
              <Button onPress={() => void refetch()}>{app.tryAgain}</Button>
              <Button onPress={() => go({ page: 'connect', workspaceId: null })}>{t.connect}</Button>
              <ChoosePlatform />
            </ErrorNotice>
          )}
        </>
      ) : data === null ? (
        <>
          <h1>{t.title}</h1>
          <EmptyState
            title={t.emptyTitle}
            actions={
              <Button kind="primary" onPress={() => go({ page: 'connect', workspaceId: null })}>
                {t.connect}
              </Button>
            }
          >
            <p>{t.empty}</p>
          </EmptyState>
        </>
      ) : (
        <Organizations key={data.id} report={data} />
      )}
    </main>
  )
}

/** As many rows are drawn at first, and added by one press: twice what a window shows, so that a press is answered at once. */
const AT_ONCE = 50

function Organizations({ report }: { readonly report: HealthReport }): ReactNode {
  const format = useFormat()
  const t = format.texts.organizations
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const [order, setOrder] = useState<Order>({ column: 'dashboard', isDescending: false })
  const [most, setMost] = useState(AT_ONCE)
  const [openId, setOpenId] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const rows = useMemo(
    () => listed(report.organizations, { typed, filter, order, locale: format.locale }),
    [report, typed, filter, order, format.locale],
  )
  const opened = report.organizations.find(({ id }) => id === openId) ?? null
  const open = useCallback((id: string) => setOpenId(id), [])
  const close = (): void => {
    list.current?.querySelector<HTMLElement>('.organizations-name[aria-current]')?.focus()
    setOpenId(null)
  }
  const more = Math.min(AT_ONCE, rows.length - most)
  return (
    <>
      <header className="organizations-head">
        <h1>{t.title}</h1>
        <SearchLine
          label={t.search}
          value={typed}
          onChange={(text) => {
            setTyped(text)
            setMost(AT_ONCE)
          }}
        />
        <Segments
          name={t.show}
          value={filter}
          choices={FILTERS.map((id) => ({ id, label: t.filters[id] }))}
          onChange={(id) => {
            setFilter(id)
            setMost(AT_ONCE)
          }}
        />
        <SaveList />
        <CountAgain report={report} />
        <ChoosePlatform />
      </header>
      {report.organizations.length === 0 ? (
        <p>{t.noneSeen}</p>
      ) : (
        <>
          <KeyFigures figures={healthFigures(report, format)} />
          <div className={opened === null ? 'organizations-body' : 'organizations-body organizations-open'}>
            <div className="organizations-list" ref={list}>
              <div className="organizations-frame">
                {rows.length === 0 ? (
                  <p className="organizations-none">{t.noneFound}</p>
                ) : (
                  <OrganizationTable
                    rows={rows.slice(0, most)}
                    order={order}
                    openId={openId}
                    onOrder={(next) => {
                      setOrder(next)
                      setMost(AT_ONCE)
                    }}
                    onOpen={open}
                  />
                )}
              </div>
              {more <= 0 ? null : (
                <div className="organizations-more">
                  <Button onPress={() => setMost(most + AT_ONCE)}>{t.showMore({ count: format.count(more) })}</Button>
                  <span className="quiet">
                    {t.shown({ shown: format.count(most), count: format.count(rows.length) })}
                  </span>
                </div>
              )}
            </div>
            {opened === null ? null : <OrganizationPanel one={opened} timeZone={report.timeZone} onClose={close} />}
          </div>
        </>
      )}
    </>
  )
}

/** Asks the source again; where it cannot be reached, what was counted stays. */
function CountAgain({ report }: { readonly report: HealthReport }): ReactNode {
  const format = useFormat()
  const t = format.texts.organizations
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { queryKey } = useTRPC().health.report.queryOptions()
  const { mutate, error, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: () => client.health.count.mutate({}),
    onSuccess: (counted) => queries.setQueryData(queryKey, counted),
  })
  const step = useCountStep(isPending)
  const time = format.instant(report.now, report.timeZone)
  return (
    <>
      <Button icon={<RefreshCw size={14} aria-hidden />} isPending={isPending} onPress={() => mutate()}>
        {isPending ? t.refreshing : t.refresh}
      </Button>
      <p className="organizations-about quiet" aria-live="polite">
        {step ?? t.asOf({ time, host: placeText(report.url) })}
      </p>
      {error === null ? null : (
        <div className="organizations-about">
          <ErrorNotice report={{ ...reportOf(error), kept: t.refreshFailed({ time }) }} />
        </div>
      )}
    </>
  )
}
