import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { COMMAND_IDS, COMMAND_WIRE } from '../../../shared/contract/commands.ts'
import { asksFor, type Command } from './command.ts'

interface Registry {
  readonly commands: readonly Command[]
  readonly register: (owner: string, commands: readonly Command[]) => () => void
}

const CommandContext = createContext<Registry | null>(null)
export const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The one table of commands. What stands in it, is in the menu, the palette and the list of shortcuts. */
export function CommandProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [byOwner, setByOwner] = useState<ReadonlyMap<string, readonly Command[]>>(new Map())
  const registry = useMemo<Registry>(
    () => ({
      commands: inOrder([...byOwner.values()].flat()),
      register: (owner, commands) => {
        setByOwner((before) => new Map(before).set(owner, commands))
        return () =>
          setByOwner((before) => {
            const after = new Map(before)
            after.delete(owner)
            return after
          })
      },
    }),
    [byOwner],
  )
  useShortcuts(registry.commands)
  useMenu(registry.commands)
  return <CommandContext value={registry}>{children}</CommandContext>
}

/** Every command there is now. */
export function useCommandList(): readonly Command[] {
  return useRegistry().commands
}

/** Adds commands as long as the component is there. `commands` must be memoized. */
export function useCommands(owner: string, commands: readonly Command[]): void {
  const { register } = useRegistry()
  const stable = useRef(register)
  useEffect(() => {
    stable.current = register
  }, [register])
  useEffect(() => stable.current(owner, commands), [owner, commands])
}

function useRegistry(): Registry {
  const registry = use(CommandContext)
  if (registry === null) throw new Error('Commands need a CommandProvider.')
  return registry
}

function useShortcuts(commands: readonly Command[]): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // While a word is being composed, keys are part of it.
      if (event.defaultPrevented || event.repeat || event.isComposing) return
      const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
      const press = {
        key,
        code,
        ctrlKey,
        metaKey,
        altKey,
        shiftKey,
        inField: isField(event.target),
        inDialog: isInDialog(event.target),
      }
      const command = commands.find((one) => asksFor(one, press, IS_MAC))
      if (command === undefined) return
      event.preventDefault()
      command.run()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [commands])
}

/** Tells on the document what can be done now, and does what a menu around the page asks for. */
function useMenu(commands: readonly Command[]): void {
  useEffect(() => {
    document.documentElement.setAttribute(COMMAND_WIRE.attribute, commands.map(({ id }) => id).join(' '))
    const onCommand = (event: Event): void => {
      const wanted: unknown = event instanceof CustomEvent ? event.detail : null
      commands.find(({ id }) => id === wanted)?.run()
    }
    addEventListener(COMMAND_WIRE.event, onCommand)
    return () => removeEventListener(COMMAND_WIRE.event, onCommand)
  }, [commands])
}

/** As in the table, whoever came first. */
function inOrder(commands: readonly Command[]): readonly Command[] {
  return commands.toSorted((a, b) => COMMAND_IDS.indexOf(a.id) - COMMAND_IDS.indexOf(b.id))
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}

function isInDialog(target: EventTarget | null): boolean {
  return (
    document.querySelector('.modal-shade') !== null ||
    (target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null)
  )
}
