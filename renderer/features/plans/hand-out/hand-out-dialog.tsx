import type { ReactNode } from 'react'
import { useTexts } from '../../../format/format-context.tsx'
import { Button } from '../../../kit/button.tsx'
import { Modal, ModalActions } from '../../../kit/modal.tsx'
import type { PlanEntry } from '../plan-types.ts'
import { HandOutParts } from './hand-out-parts.tsx'

interface HandOutDialogProps {
  readonly planId: string
  readonly planName: string
  readonly kind: PlanEntry['kind']
  readonly onClose: () => void
}

/** What people receive of a plan. */
export function HandOutDialog({ planId, planName, kind, onClose }: HandOutDialogProps): ReactNode {
  const t = useTexts('handOut')
  return (
    <Modal title={t.title({ plan: planName })} isOpen onClose={onClose} wide>
      <HandOutParts planId={planId} kind={kind} />
      <ModalActions>
        <Button kind="primary" onPress={onClose}>
          {t.close}
        </Button>
      </ModalActions>
    </Modal>
  )
}
