import { createContext, use, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

const SlotContext = createContext<HTMLElement | null>(null)

interface HeaderToolsProviderProps {
  readonly slot: HTMLElement | null
  readonly children: ReactNode
}

export function HeaderToolsProvider({ slot, children }: HeaderToolsProviderProps): ReactNode {
  return <SlotContext value={slot}>{children}</SlotContext>
}

/** Puts a screen's own choices into the header. */
export function HeaderTools({ children }: { readonly children: ReactNode }): ReactNode {
  const slot = use(SlotContext)
  return slot === null ? null : createPortal(children, slot)
}
