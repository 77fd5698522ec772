import type { WebContents } from 'electron'
import { COMMAND_WIRE, isCommandId, type CommandId } from '../../shared/contract/commands.ts'
import { OPEN_WIRE, type WantedOpen } from '../../shared/contract/opened-files.ts'

/** A page that changes its mind all the time is listened to this often. */
const PAUSE_MS = 100

/** A script that asks the page for a command. It holds nothing but constants: the id is one of the table. */
export function runCommandScript(id: CommandId): string {
  return `void dispatchEvent(new CustomEvent(${JSON.stringify(COMMAND_WIRE.event)}, { detail: ${JSON.stringify(id)} }))`
}

/** A script that asks the page to open something. What is in it is data: JSON, whose few signs that scripts read otherwise are escaped. */
export function openScript(wanted: WantedOpen): string {
  const detail = JSON.stringify(wanted).replaceAll(
    /[\u2028\u2029<]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `void dispatchEvent(new CustomEvent(${JSON.stringify(OPEN_WIRE.event)}, { detail: ${detail} }))`
}

/** A script that settles with the page's commands, as soon as they are others than these. */
function nextCommandsScript(known: readonly CommandId[]): string {
  return `new Promise((resolve) => {
    const attribute = ${JSON.stringify(COMMAND_WIRE.attribute)}
    const root = document.documentElement
    const look = () => {
      const now = root.getAttribute(attribute) ?? ''
      if (now === ${JSON.stringify(known.join(' '))}) return
      observer.disconnect()
      resolve(now)
    }
    const observer = new MutationObserver(look)
    observer.observe(root, { attributes: true, attributeFilter: [attribute] })
    look()
  })`
}

/** The commands among what a page says; it may say anything. */
export function commandsIn(answer: unknown): readonly CommandId[] {
  return typeof answer === 'string' ? [...new Set(answer.split(' ').filter(isCommandId))] : []
}

/** Tells which commands the page in a window can do now: none while there is no page of the app. */
export function followCommands(contents: WebContents, onChange: (available: readonly CommandId[]) => void): void {
  let page = 0
  const leave = (): void => {
    page += 1
    onChange([])
  }
  async function follow(): Promise<void> {
    leave()
    const followed = page
    let known: readonly CommandId[] = []
    for (;;) {
      const answer: unknown = await contents.executeJavaScript(nextCommandsScript(known))
      if (page !== followed) return
      known = commandsIn(answer)
      onChange(known)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
  contents.on('did-finish-load', () => {
    // What was being asked of a page that has gone fails; the next page tells anew.
    follow().catch(() => undefined)
  })
  contents.on('render-process-gone', leave)
  contents.once('destroyed', leave)
}
