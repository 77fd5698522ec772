import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Archive, CalendarDays, ChevronDown, Smartphone } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { reportOf } from '../../../app/errors/error-report.ts'
import { ActionFailure } from '../../../app/files/action-failure.tsx'
import { useTRPC } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useFormat, useTexts } from '../../../format/format-context.tsx'
import type { Formatter } from '../../../format/formatter.ts'
import { Button } from '../../../kit/button.tsx'
import { ChoiceField } from '../../../kit/choice-field.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import { Skeleton } from '../../../kit/skeleton.tsx'
import type { PlanEntry } from '../plan-types.ts'
import { ChangedPersonRow } from './changed-person.tsx'
import type { PlanChanges } from './hand-out-types.ts'
import './hand-out.css'
import { useHandOutFiles, type HandOutFile } from './use-hand-out-files.ts'

interface HandOutPartsProps {
  readonly planId: string
  readonly kind: PlanEntry['kind']
}

const NOW = 'now'
/** An agent whose id is this is the whole team: no agent has an empty id. */
const TEAM = ''
const LISTS = ['html', 'csv', 'json'] as const

/** What a plan changes for whom, and the files for each and for all. */
export function HandOutParts({ planId, kind }: HandOutPartsProps): ReactNode {
  const trpc = useTRPC()
  const format = useFormat()
  const { handOut: t } = format.texts
  const { workspaceId } = useWorkspace()
  const [since, setSince] = useState(NOW)
  const { save, making, error: failure } = useHandOutFiles(planId, kind)
  const asked = since === NOW ? null : since
  const {
    data: changes,
    error,
    refetch,
    isPlaceholderData,
  } = useQuery(
    trpc.handout.changes.queryOptions(
      { workspaceId, plan: { kind: 'stored', id: planId }, since: asked },
      // The choice of what to compare with must not lose the focus while its answer is on the way.
      { staleTime: 0, gcTime: 0, placeholderData: keepPreviousData },
    ),
  )
  const { data: publications = [] } = useQuery(trpc.plans.publications.queryOptions({ workspaceId }, { staleTime: 0 }))
  if (changes === undefined)
    return error === null ? (
      <Skeleton label={t.loading} heights={[24, 64, 64]} />
    ) : (
      <ErrorNotice report={reportOf(error)}>
        <Button onPress={() => void refetch()}>{t.tryAgain}</Button>
      </ErrorNotice>
    )
  const versions = publications.filter((one) => one.planId === planId && one.id !== changes.publicationId)
  const { people } = changes
  return (
    <div className="hand-out" aria-busy={isPlaceholderData}>
      {versions.length === 0 ? null : (
        <SelectField
          label={t.since}
          options={[
            { id: NOW, label: t.sinceNow },
            ...versions.map(({ id, version, publishedAt, timeZone }) => ({
              id,
              label: t.sinceVersion({
                number: format.count(version),
                date: format.instant(Date.parse(publishedAt), timeZone),
              }),
            })),
          ]}
          value={since}
          onChange={setSince}
        />
      )}
      <p>{aboutText(changes, publications, format)}</p>
      {changes.since === null && people.length > 0 ? <p className="quiet">{t.first}</p> : null}
      <output className="hand-out-count">{people.length === 0 ? t.nobody : t.people({ count: people.length })}</output>
      {people.length === 0 ? null : (
        // Scrolls on its own, so it must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul className="hand-out-people" tabIndex={0} aria-label={t.people({ count: people.length })}>
          {people.map((person) => (
            <ChangedPersonRow key={person.agentId} person={person} changes={changes} onSave={save} />
          ))}
        </ul>
      )}
      <FilesPart changes={changes} since={asked} making={making} onSave={save} />
      {failure === null || making !== null ? null : <ActionFailure error={failure} />}
    </div>
  )
}

interface FilesPartProps {
  readonly changes: PlanChanges
  readonly since: string | null
  readonly making: HandOutFile['kind'] | null
  readonly onSave: (file: HandOutFile) => Promise<string | undefined>
}

/** Files of anybody, of the team, and of all together. */
function FilesPart({ changes, since, making, onSave }: FilesPartProps): ReactNode {
  const t = useTexts('handOut')
  const [agentId, setAgentId] = useState(TEAM)
  const agent = agentId === TEAM ? null : agentId
  const { planned, people } = changes
  const titles = { html: t.asPage, csv: t.asCsv, json: t.asJson }
  return (
    <section className="hand-out-files" aria-label={t.files}>
      <div className="hand-out-row">
        <ChoiceField
          label={t.who}
          value={agentId}
          shown={agent === null ? t.team : (planned.find((one) => one.agentId === agent)?.name ?? agent)}
          options={() => [{ id: TEAM, label: t.team }, ...planned.map((one) => ({ id: one.agentId, label: one.name }))]}
          searchLabel={t.search}
          onChange={setAgentId}
        />
        <Button icon={<Smartphone size={14} aria-hidden />} onPress={() => void onSave({ kind: 'page', agent })}>
          {t.savePage}
        </Button>
        <Button icon={<CalendarDays size={14} aria-hidden />} onPress={() => void onSave({ kind: 'calendar', agent })}>
          {t.saveCalendar}
        </Button>
      </div>
      <div className="hand-out-row">
        <Button icon={<Archive size={14} aria-hidden />} onPress={() => void onSave({ kind: 'all' })}>
          {making === 'all' ? t.saving : t.saveAll}
        </Button>
        {people.length === 0 ? null : (
          <MenuTrigger>
            <Button kind="quiet">
              {t.list}
              <ChevronDown size={14} aria-hidden />
            </Button>
            <Popover className="popover" offset={4}>
              <Menu
                className="export-menu-list"
                aria-label={t.list}
                onAction={(key) => {
                  const kind = LISTS.find((one) => one === key)
                  if (kind !== undefined) void onSave({ kind, since })
                }}
              >
                {LISTS.map((kind) => (
                  <MenuItem key={kind} id={kind} className="option" textValue={titles[kind]}>
                    <span className="option-check" />
                    <span>{titles[kind]}</span>
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </MenuTrigger>
        )}
      </div>
      <p className="field-hint">{t.saveAllHint}</p>
    </section>
  )
}

/** What is compared. */
function aboutText(
  { from, to, isPattern, publicationId }: PlanChanges,
  publications: readonly { readonly id: string; readonly publishedAt: string; readonly timeZone: string }[],
  format: Formatter,
): string {
  const { handOut: t } = format.texts
  const dates = format.dateRange(from, to)
  const publication = publications.find(({ id }) => id === publicationId)
  if (publication === undefined) return isPattern ? t.draftPattern({ from: format.date(from) }) : t.draft({ dates })
  const date = format.instant(Date.parse(publication.publishedAt), publication.timeZone)
  return isPattern ? t.publishedPattern({ date, from: format.date(from) }) : t.published({ date, dates })
}
