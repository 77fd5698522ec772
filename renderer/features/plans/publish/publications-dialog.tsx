import { useMutation } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { Modal, ModalActions } from '../../../kit/modal.tsx'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useTRPC } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import type { PlanPublication } from '../plan-types.ts'
import { inForceText, publicationText, withdrawnText, withdrawText } from './published-text.ts'
import { useInvalidate } from '../../../app/rpc/what-changes-what.ts'

interface PublicationsDialogProps {
  /** Of one plan, the newest first. */
  readonly publications: readonly PlanPublication[]
  readonly onClose: () => void
}

/** For which weeks a plan was published, and takes back those that have not begun. */
export function PublicationsDialog({ publications, onClose }: PublicationsDialogProps): ReactNode {
  const trpc = useTRPC()
  const format = useFormat()
  const { publish: t } = format.texts
  const { workspaceId } = useWorkspace()
  const invalidate = useInvalidate()
  const [askedId, setAskedId] = useState<string | null>(null)
  const done = useRef<HTMLButtonElement>(null)
  const withdraw = useMutation(trpc.plans.withdraw.mutationOptions({ onSuccess: () => invalidate('published') }))
  // Its buttons go: the focus would be nowhere.
  const leaveQuestion = (): void => {
    done.current?.focus()
    setAskedId(null)
  }
  return (
    <Modal title={t.history} isOpen onClose={onClose}>
      <div className="shift-form">
        {publications.length === 0 ? null : <p className="quiet">{t.historyNote}</p>}
        <ul className="publications">
          {publications.map((one) => (
            <li key={one.id}>
              <p>
                <strong>{inForceText(one, format)}</strong>
              </p>
              <p className="quiet">{publicationText(one, format)}</p>
              {one.overlaps.map(({ planId, planName, firstWeek }) => (
                <p key={`${planId} ${firstWeek}`} className="quiet">
                  {t.overlaps({ plan: planName, date: format.date(firstWeek, 'day') })}
                </p>
              ))}
              {one.withdrawableFrom === null ? null : askedId === one.id ? (
                <>
                  <p>{withdrawText(one, format)}</p>
                  <div className="publication-question">
                    {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it answers what was just asked for */}
                    <Button autoFocus onPress={leaveQuestion}>
                      {t.keep}
                    </Button>
                    <Button
                      kind="danger"
                      isDisabled={withdraw.isPending}
                      onPress={() => {
                        leaveQuestion()
                        withdraw.mutate({ workspaceId, publicationId: one.id })
                      }}
                    >
                      {t.withdraw}
                    </Button>
                  </div>
                </>
              ) : (
                <Button onPress={() => setAskedId(one.id)}>
                  {one.withdrawableFrom === one.firstWeek
                    ? t.withdraw
                    : t.withdrawFrom({ date: format.date(one.withdrawableFrom, 'short') })}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <output aria-live="polite">{withdraw.data === undefined ? '' : withdrawnText(withdraw.data, format)}</output>
        {withdraw.error === null ? null : <ErrorNotice report={reportOf(withdraw.error)} />}
        <ModalActions>
          <Button kind="primary" ref={done} onPress={onClose}>
            {t.done}
          </Button>
        </ModalActions>
      </div>
    </Modal>
  )
}
