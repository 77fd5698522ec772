import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { hasLinkScheme, parseAppLink } from '../../shared/contract/app-link.ts'
import { canBeOpened } from '../../shared/contract/opened-files.ts'

/** So many things are opened at once; the others are passed over. */
export const MOST_OPENED = 20

const openedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), path: z.string().min(1).max(4096) }),
  z.strictObject({ kind: z.literal('link'), link: z.string().max(2000) }),
])
/** Something that the system asks the app to open. */
export type Opened = z.infer<typeof openedSchema>

/** What a second start hands to the one that runs. Its own words: the system may reorder a command line, or add to it. */
export const secondStartSchema = z.object({ opened: z.array(openedSchema).max(MOST_OPENED) })

/** The files and links of a command line, as Windows and Linux give them; switches, and what is neither, are passed over. */
export function openedIn(args: readonly string[], folder: string): readonly Opened[] {
  return args.slice(1).flatMap((argument, index): readonly Opened[] => {
    // `args[index]` is the one before: a data folder may be called as files are.
    if (argument.startsWith('-') || args[index] === '--data-dir') return []
    if (hasLinkScheme(argument)) return [openedLink(argument)].filter((one) => one !== null)
    const path = pathOf(argument)
    return path !== null && canBeOpened(path) ? [{ kind: 'file', path: resolve(folder, path) }] : []
  })
}

/** A link as the system hands it over; null: it opens no screen. */
export function openedLink(link: string): Opened | null {
  return parseAppLink(link) === null ? null : { kind: 'link', link }
}

/** Desktops on Linux hand files over as addresses; null: of no file here. */
function pathOf(argument: string): string | null {
  if (!/^file:/iu.test(argument)) return argument
  try {
    return fileURLToPath(argument)
  } catch {
    return null
  }
}
