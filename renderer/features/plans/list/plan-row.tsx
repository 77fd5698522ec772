import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { localDateOf } from '../../../../shared/time/local.ts'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { Modal, ModalActions } from '../../../kit/modal.tsx'
import { showToast } from '../../../kit/toast.tsx'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useClock } from '../../../format/use-clock.ts'
import { useTRPC, useTRPCClient } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import { ExportMenu } from '../export/export-menu.tsx'
import { nextWeek } from '../plan-route.ts'
import type { PlanEntry } from '../plan-types.ts'
import { archiveText, planFacts, stateText } from './plan-text.ts'

interface PlanRowProps {
  readonly plan: PlanEntry
  readonly pools: Overview['pools']
  readonly onOpen: () => void
  readonly onChanged: () => Promise<void>
}

/** One plan of the list. */
export function PlanRow({ plan, pools, onOpen, onChanged }: PlanRowProps): ReactNode {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const format = useFormat()
  const clock = useClock()
  const { workspaceId } = useWorkspace()
  const request = { workspaceId, planId: plan.id }
  const duplicate = useMutation(trpc.plans.duplicate.mutationOptions({ onSuccess: onChanged }))
  const restore = useMutation(trpc.plans.restore.mutationOptions({ onSuccess: onChanged }))
  const archive = useMutation(
    trpc.plans.archive.mutationOptions({
      onSuccess() {
        // The row is gone from here by then; what takes it back is not the row's.
        showToast({
          text: format.texts.planList.archived({ name: plan.name }),
          action: {
            label: format.texts.planList.undo,
            run: () => void client.plans.restore.mutate(request).then(onChanged, onChanged),
          },
        })
        return onChanged()
      },
    }),
  )
  const erase = useMutation(trpc.plans.erase.mutationOptions({ onSuccess: onChanged }))
  const [isAsking, setIsAsking] = useState(false)
  const [isArchiving, setIsArchiving] = useState(false)
  const t = format.texts.planList
  const today = localDateOf(clock, plan.timeZone)
  const asked = archiveText(plan, today, format)
  const [when, ...facts] = planFacts(plan, format)
  const pool = plan.poolId === null ? null : (pools.find(({ id }) => id === plan.poolId)?.name ?? plan.poolId)
  const error = duplicate.error ?? archive.error ?? restore.error ?? erase.error
  return (
    <li className="plan-row">
      <div className="plan-row-what">
        <h2>
          {plan.archived ? (
            <span translate="no">{plan.name}</span>
          ) : (
            <button type="button" className="plan-row-name" translate="no" onClick={onOpen}>
              {plan.name}
            </button>
          )}
          <span className={`plan-state plan-state-${plan.archived ? 'draft' : plan.state}`}>
            {stateText(plan, today, format)}
          </span>
        </h2>
        <p className="quiet">
          {when} · {pool === null ? t.allPools : <span translate="no">{pool}</span>} · {facts.join(' · ')}
        </p>
      </div>
      <div className="plan-row-actions">
        {plan.archived ? (
          <>
            <Button
              kind="quiet"
              onPress={() => restore.mutate(request)}
              aria-label={t.restoreName({ name: plan.name })}
            >
              {t.restore}
            </Button>
            <Button kind="danger" onPress={() => setIsAsking(true)} aria-label={t.deleteName({ name: plan.name })}>
              {t.delete}
            </Button>
          </>
        ) : (
          <>
            <ExportMenu
              planId={plan.id}
              planName={plan.name}
              kind={plan.kind}
              week={
                plan.dates?.from ?? nextWeek(clock, { timeZone: plan.timeZone, firstDayOfWeek: format.weekOrder[0]! })
              }
              hasCommands={false}
            />
            <Button
              kind="quiet"
              onPress={() => duplicate.mutate({ ...request, name: null })}
              aria-label={t.duplicateName({ name: plan.name })}
            >
              {t.duplicate}
            </Button>
            <Button
              kind="quiet"
              onPress={() => (asked === null ? archive.mutate(request) : setIsArchiving(true))}
              aria-label={t.archiveName({ name: plan.name })}
            >
              {t.archive}
            </Button>
          </>
        )}
      </div>
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
      <Modal
        title={t.archiveTitle({ name: plan.name })}
        isOpen={isArchiving}
        onClose={() => setIsArchiving(false)}
        role="alertdialog"
      >
        <p>{asked}</p>
        <ModalActions>
          <Button onPress={() => setIsArchiving(false)}>{t.cancel}</Button>
          <Button
            kind="primary"
            onPress={() => {
              setIsArchiving(false)
              archive.mutate(request)
            }}
          >
            {t.archive}
          </Button>
        </ModalActions>
      </Modal>
      <Modal
        title={t.deleteTitle({ name: plan.name })}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        role="alertdialog"
      >
        <p>{plan.publications.length === 0 ? t.deleteDraft : t.deletePublished}</p>
        <ModalActions>
          <Button onPress={() => setIsAsking(false)}>{t.cancel}</Button>
          <Button
            kind="danger"
            onPress={() => {
              setIsAsking(false)
              erase.mutate(request)
            }}
          >
            {t.delete}
          </Button>
        </ModalActions>
      </Modal>
    </li>
  )
}
