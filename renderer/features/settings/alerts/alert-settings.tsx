import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { problemText } from '../../../../shared/alerts/problem-text.ts'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useTRPC } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import { useFormat } from '../../../format/format-context.tsx'
import type { Formatter } from '../../../format/formatter.ts'
import { Button } from '../../../kit/button.tsx'
import { Card } from '../../../kit/card.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { Skeleton } from '../../../kit/skeleton.tsx'
import type { AlertSettingsAnswer, StoredChannel, StoredRule } from './alert-types.ts'
import { ChannelDialog } from './channel-dialog.tsx'
import { DigestDialog } from './digest-dialog.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import { TestDialog } from './test-dialog.tsx'
import './alerts.css'

type Opened =
  | { readonly kind: 'rule'; readonly rule: StoredRule | null }
  | { readonly kind: 'channel'; readonly channel: StoredChannel | null }
  | { readonly kind: 'test'; readonly channel: StoredChannel }
  | { readonly kind: 'digest' }

/** Rules of alerts, channels that messages go to, and the weekly digest. */
export function AlertSettings({ overview }: { readonly overview: Overview }): ReactNode {
  const format = useFormat()
  const t = format.texts.alertSettings
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const [opened, setOpened] = useState<Opened | null>(null)
  const { data, error } = useQuery(trpc.alerts.settings.queryOptions({ workspaceId }))
  const close = (): void => setOpened(null)
  return (
    <Card kind="form" labelledBy="settings-alerts">
      <h2 id="settings-alerts">{t.title}</h2>
      <p>{t.intro}</p>
      {overview.settings.autoSyncMinutes === null ? <p className="quiet">{t.needsAutoSync}</p> : null}
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
      {data === undefined ? (
        error === null ? (
          <Skeleton label={t.loading} heights={[120]} />
        ) : null
      ) : (
        <>
          <Rules data={data} overview={overview} onOpen={setOpened} />
          <Channels data={data} timeZone={overview.timeZone} onOpen={setOpened} />
          <h3>{t.digest}</h3>
          <div className="settings-actions">
            <span>{digestLine(data, format)}</span>
            <Button onPress={() => setOpened({ kind: 'digest' })}>{t.editDigest}</Button>
          </div>
          {opened?.kind === 'rule' ? (
            <RuleDialog rule={opened.rule} channels={data.channels} overview={overview} onClose={close} />
          ) : null}
          {opened?.kind === 'channel' ? <ChannelDialog channel={opened.channel} onClose={close} /> : null}
          {opened?.kind === 'test' ? <TestDialog channel={opened.channel} text={data.test} onClose={close} /> : null}
          {opened?.kind === 'digest' ? (
            <DigestDialog digest={data.digest} channels={data.channels} onClose={close} />
          ) : null}
        </>
      )}
    </Card>
  )
}

interface ListProps {
  readonly data: AlertSettingsAnswer
  readonly onOpen: (opened: Opened) => void
}

function Rules({ data, overview, onOpen }: ListProps & { readonly overview: Overview }): ReactNode {
  const format = useFormat()
  const t = format.texts.alertSettings
  return (
    <>
      <h3>{t.rules}</h3>
      {data.rules.length === 0 ? <p className="quiet">{t.noRules}</p> : null}
      <ul className="alerts-list">
        {data.rules.map((rule) => (
          <li key={rule.id}>
            <div className="alerts-line">
              <strong translate="no">{rule.name}</strong>
              <span className="quiet">{ruleLine(rule, { data, overview, format })}</span>
              {rule.isReviewed ? null : <span>{t.notReviewed}</span>}
            </div>
            <span className="quiet">{rule.isOn ? t.on : t.off}</span>
            <Button onPress={() => onOpen({ kind: 'rule', rule })}>{t.editRule({ name: rule.name })}</Button>
          </li>
        ))}
      </ul>
      <div className="settings-actions">
        <Button onPress={() => onOpen({ kind: 'rule', rule: null })}>{t.addRule}</Button>
      </div>
    </>
  )
}

function Channels({ data, timeZone, onOpen }: ListProps & { readonly timeZone: string }): ReactNode {
  const format = useFormat()
  const t = format.texts.alertSettings
  return (
    <>
      <h3>{t.channels}</h3>
      {data.channels.length === 0 ? <p className="quiet">{t.noChannels}</p> : null}
      <ul className="alerts-list">
        {data.channels.map((channel) => (
          <li key={channel.id}>
            <div className="alerts-line">
              <strong translate="no">{channel.name}</strong>
              <span className="quiet">{t.channel({ kind: t.kinds[channel.kind], host: channel.host })}</span>
              {channel.off === null ? null : <span>{problemText(channel.off, format)}</span>}
              {channel.last === null ? null : <span className="quiet">{lastLine(channel, timeZone, format)}</span>}
            </div>
            <Button
              aria-label={t.testChannel({ name: channel.name })}
              onPress={() => onOpen({ kind: 'test', channel })}
            >
              {t.test}
            </Button>
            <Button onPress={() => onOpen({ kind: 'channel', channel })}>
              {t.editChannel({ name: channel.name })}
            </Button>
          </li>
        ))}
      </ul>
      <div className="settings-actions">
        <Button onPress={() => onOpen({ kind: 'channel', channel: null })}>{t.addChannel}</Button>
      </div>
    </>
  )
}

interface LineContext {
  readonly data: AlertSettingsAnswer
  readonly overview: Overview
  readonly format: Formatter
}

function ruleLine(rule: StoredRule, { data, overview, format }: LineContext): string {
  const t = format.texts.alertSettings
  const { scope } = rule
  const poolName = scope.kind === 'pool' ? overview.pools.find(({ id }) => id === scope.poolId)?.name : undefined
  const who = [
    ...(rule.desktop ? [t.thisComputer] : []),
    ...data.channels.filter(({ id }) => rule.channels.includes(id)).map(({ name }) => name),
  ]
  return t.rule({
    what: t.measures[rule.measure],
    scope:
      rule.measure === 'organization-health'
        ? scope.kind === 'organization'
          ? t.ownOrganization
          : t.everyOrganization
        : scope.kind === 'each-pool'
          ? t.eachPool
          : scope.kind === 'pool'
            ? t.onePool({ name: poolName ?? scope.poolId })
            : t.allPools,
    who: who.length === 0 ? t.nobody : format.list(who),
  })
}

function lastLine({ last }: StoredChannel, timeZone: string, format: Formatter): string {
  const t = format.texts.alertSettings
  if (last === null) return ''
  const { state, problem, waiting } = last
  const when = format.instant(Date.parse(last.at), timeZone)
  return [
    state === 'waiting' ? t.last.waiting({ count: waiting }) : t.last[state]({ when }),
    problem === null ? '' : problemText(problem, format),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function digestLine({ digest, channels }: AlertSettingsAnswer, format: Formatter): string {
  const t = format.texts.alertSettings
  if (!digest.isOn || digest.channels.length === 0) return t.digestOff
  return t.digestSet({
    day: format.dayName(digest.dayOfWeek),
    time: format.hour(digest.hour),
    channels: format.list(channels.filter(({ id }) => digest.channels.includes(id)).map(({ name }) => name)),
  })
}
