import { useId, useMemo } from 'react'
import { command } from './command.ts'
import { useCommands } from './use-commands.tsx'

/** The id for a field that searches a list: the key with which one searches anywhere brings the keyboard there. */
export function useFind(): string {
  const id = useId()
  useCommands(
    `find ${id}`,
    useMemo(() => [command('find', () => focusAll(id))], [id]),
  )
  return id
}

/** Brings the keyboard to a field, with all of its text selected. */
export function focusAll(id: string): void {
  const field = document.getElementById(id)
  field?.focus()
  if (field instanceof HTMLInputElement) field.select()
}
