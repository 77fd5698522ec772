import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { useTexts } from '../format/format-context.tsx'
import { Button } from './button.tsx'
import './toast.css'

interface ToastOptions {
  /** What happened, in a sentence; read out at once. */
  readonly text: string
  /** What can be done about it; the toast closes then. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

interface ShownToast {
  readonly close: () => void
}

/** Long enough to read two sentences and to reach the button; it waits while the pointer or the focus is on it. */
const SHOWN_MS = 10_000

/** The newest stands alone: of edits made quickly one after another only the last can be undone by its button. */
const queue = new ToastQueue<ToastOptions>({ maxVisibleToasts: 1 })
let newest: string | null = null

/** Shows in a corner of the window what just happened. */
export function showToast(options: ToastOptions): ShownToast {
  if (newest !== null) queue.close(newest)
  const key = queue.add(options, { timeout: SHOWN_MS })
  newest = key
  return { close: () => queue.close(key) }
}

/** Where toasts are shown; once on a page. */
export function Toasts(): ReactNode {
  const t = useTexts('kit')
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={t.messages}>
      {({ toast }) => (
        <AriaToast toast={toast} className="toast">
          <ToastContent className="toast-content">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action === undefined ? null : (
            <Button
              kind="quiet"
              onPress={() => {
                queue.close(toast.key)
                toast.content.action?.run()
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <Button kind="quiet" icon={<X size={14} aria-hidden />} aria-label={t.close} slot="close" />
        </AriaToast>
      )}
    </ToastRegion>
  )
}
