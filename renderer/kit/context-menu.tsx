import { useRef, type ReactNode } from 'react'
import { Keyboard, Menu, MenuItem, Popover, Separator, Text } from 'react-aria-components'
import './context-menu.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  /** The keys that do the same: "Ctrl C". */
  readonly keys?: string
  readonly isDisabled?: boolean
  /** It has a line above. */
  readonly isApart?: boolean
  readonly run: () => void
}

interface ContextMenuProps {
  /** What it is about, for those who do not see its place. */
  readonly label: string
  /** Pixels of the window. */
  readonly at: { readonly x: number; readonly y: number }
  readonly entries: readonly MenuEntry[]
  readonly onClose: () => void
}

/** What can be done with what is under the pointer, or has the focus: opened by the right button, or by the key for menus. */
export function ContextMenu({ label, at, entries, onClose }: ContextMenuProps): ReactNode {
  const place = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={place} className="context-menu-place" style={{ left: at.x, top: at.y }} />
      <Popover
        className="popover"
        triggerRef={place}
        isOpen
        onOpenChange={(open) => (open ? undefined : onClose())}
        placement="bottom start"
        offset={0}
      >
        <Menu
          className="context-menu"
          aria-label={label}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that was opened takes the keys
          autoFocus="first"
          disabledKeys={entries.filter(({ isDisabled }) => isDisabled === true).map(({ id }) => id)}
          onAction={(key) => {
            onClose()
            // What it opens must find the focus where it was.
            queueMicrotask(() => entries.find(({ id }) => id === key)?.run())
          }}
        >
          {entries.flatMap(({ id, label: text, keys, isApart = false }) => [
            ...(isApart ? [<Separator key={`${id} line`} className="context-menu-line" />] : []),
            <MenuItem key={id} id={id} className="option context-menu-entry" textValue={text}>
              <Text slot="label">{text}</Text>
              {keys === undefined ? null : <Keyboard className="context-menu-keys">{keys}</Keyboard>}
            </MenuItem>,
          ])}
        </Menu>
      </Popover>
    </>
  )
}
