import type { ReactNode } from 'react'
import type { Shortcut } from '../../../shared/contract/commands.ts'
import { shortcutKeys } from './command.ts'
import { IS_MAC } from './use-commands.tsx'

/** A shortcut drawn as keys. */
export function Keys({ shortcut }: { readonly shortcut: Shortcut }): ReactNode {
  return (
    <span className="keys">
      {shortcutKeys(shortcut, IS_MAC).map((key) => (
        <kbd key={key} className="key">
          {key}
        </kbd>
      ))}
    </span>
  )
}
