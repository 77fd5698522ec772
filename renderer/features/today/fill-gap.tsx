import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { violationText } from '../../../shared/plan/rules/violation-text.ts'
import { reportOf } from '../../app/errors/error-report.ts'
import { useTRPC, WHILE_SHOWN } from '../../app/rpc/client.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { Modal } from '../../kit/modal.tsx'
import { Skeleton } from '../../kit/skeleton.tsx'
import { repairGain, repairText } from './gap-text.ts'
import type { TodayAgent } from './today-types.ts'
import { useTakeRepair } from './use-take-repair.ts'

interface FillGapProps {
  readonly agent: TodayAgent
  readonly timeZone: string
}

/** Leads from an agent who is not there to the best ways to cover for them. */
export function FillGap({ agent, timeZone }: FillGapProps): ReactNode {
  const t = useFormat().texts.today.repairs
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="link" aria-label={t.openFor({ name: agent.name })} onPress={() => setOpen(true)}>
        {t.open}
      </Button>
      <Modal title={t.title({ name: agent.name })} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Repairs agent={agent} timeZone={timeZone} close={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function Repairs({ agent, timeZone, close }: FillGapProps & { readonly close: () => void }): ReactNode {
  const format = useFormat()
  const t = format.texts.today.repairs
  const trpc = useTRPC()
  const taking = useTakeRepair(agent.agentId, close)
  const { workspaceId } = useWorkspace()
  const {
    data: gap,
    error,
    refetch,
  } = useQuery(
    // The day goes on: what could be done a while ago may not be possible any more.
    trpc.today.gap.queryOptions({ workspaceId, agentId: agent.agentId }, { ...WHILE_SHOWN, staleTime: 0, gcTime: 0 }),
  )
  if (gap === undefined)
    return error === null ? (
      <Skeleton label={t.loading} heights={[24, 48, 48, 48]} />
    ) : (
      <ErrorNotice report={reportOf(error)}>
        <Button onPress={() => void refetch()}>{format.texts.app.tryAgain}</Button>
      </ErrorNotice>
    )
  if (gap === null) return <p>{t.nothingLeft}</p>
  return (
    <div className="today-gap">
      {taking.error === null ? null : <ErrorNotice report={reportOf(taking.error)} />}
      <p>{t.lost({ count: Math.round(gap.lost) })}</p>
      {gap.repairs.length === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <ol aria-label={t.list}>
          {gap.repairs.map((repair) => (
            <li key={repair.agentId}>
              <p>
                <strong translate="no">{repair.name}</strong> {repairText(repair, timeZone, format)}
              </p>
              <p className="today-gap-gain">{repairGain(repair, format)}</p>
              {repair.violations.length === 0 ? (
                <p className="quiet">{gap.hasRules ? t.noRule : t.noRules}</p>
              ) : (
                repair.violations.map((violation) => {
                  const text = violationText(violation, gap.plan, format)
                  return (
                    <p key={`${violation.kind} ${text}`} className="today-gap-rule">
                      {t.breaks({ rule: text })}
                    </p>
                  )
                })
              )}
              <Button
                aria-label={t.takeOf({ name: repair.name })}
                isDisabled={taking.isPending}
                onPress={() => taking.take(repair)}
              >
                {t.take}
              </Button>
            </li>
          ))}
        </ol>
      )}
      {gap.repairs.length === 0 ? null : <p className="quiet">{t.takeHint}</p>}
      <p className="quiet">{t.basis({ plan: gap.planName })}</p>
    </div>
  )
}
