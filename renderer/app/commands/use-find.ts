import { useMemo, useRef, type RefObject } from 'react'
import { command } from './command.ts'
import { useCommands } from './use-commands.tsx'

/** Brings the keyboard to a field that searches a list, by the key with which one searches anywhere. */
export function useFind(owner: string): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null)
  const commands = useMemo(() => [command('find', () => focusAll(field.current))], [])
  useCommands(`${owner}-find`, commands)
  return field
}

/** Brings the keyboard to a field, with all of its text selected. */
export function focusAll(field: HTMLInputElement | null): void {
  field?.focus()
  field?.select()
}
