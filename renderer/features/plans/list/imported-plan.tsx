import type { ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { Modal, ModalActions } from '../../../components/modal.tsx'

interface ImportedPlanProps {
  readonly plan: { readonly id: string; readonly name: string; readonly warnings: readonly string[] }
  readonly onOpen: (planId: string) => void
  readonly onClose: () => void
}

/** Says what is odd about a plan that came from a file, before it is opened. */
export function ImportedPlan({ plan, onOpen, onClose }: ImportedPlanProps): ReactNode {
  return (
    <Modal title={`${plan.name} is in the list`} isOpen onClose={onClose}>
      <div className="shift-form">
        <p>It was taken as it is. What you should know of it:</p>
        <ul className="imported-warnings">
          {plan.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
        <ModalActions>
          <Button onPress={onClose}>Not now</Button>
          <Button kind="primary" onPress={() => onOpen(plan.id)}>
            Open the plan
          </Button>
        </ModalActions>
      </div>
    </Modal>
  )
}
