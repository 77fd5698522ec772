import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal as AriaModal, ModalOverlay } from 'react-aria-components'
import { useTexts } from '../format/format-context.tsx'
import { Button } from './button.tsx'
import './modal.css'

interface ModalProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly wide?: boolean
  /** For a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog'
  readonly children: ReactNode
}

/** A dialog over the page; Escape and a click outside close it. */
export function Modal({ title, isOpen, onClose, wide = false, role = 'dialog', children }: ModalProps): ReactNode {
  const t = useTexts('kit')
  return (
    <ModalOverlay
      className="modal-shade"
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
    >
      <AriaModal className={wide ? 'modal modal-wide' : 'modal'}>
        <Dialog className="modal-dialog" role={role}>
          <header className="modal-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button kind="quiet" icon={<X size={16} aria-hidden />} aria-label={t.close} onPress={onClose} />
          </header>
          {children}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  )
}

/** The row of buttons at the end of a dialog. */
export function ModalActions({ children }: { readonly children: ReactNode }): ReactNode {
  return <footer className="modal-actions">{children}</footer>
}
