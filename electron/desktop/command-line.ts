import { hasLinkScheme } from '../../shared/contract/app-link.ts'

/** What the desktop app takes from its command line; Electron's and Chromium's own switches are passed over. */
export interface DesktopArguments {
  /** null: the default one. */
  readonly dataDir: string | null
}

/** `--data-dir FOLDER` or `--data-dir=FOLDER`, as the `covercast` command has it; the last one counts. */
export function desktopArguments(args: readonly string[]): DesktopArguments {
  // A link comes from elsewhere, and so may what follows it.
  const link = args.findIndex(hasLinkScheme)
  const own = link < 0 ? args : args.slice(0, link)
  const values = own.flatMap((argument, index) => {
    if (argument.startsWith('--data-dir=')) return [argument.slice('--data-dir='.length)]
    const next = own[index + 1]
    return argument === '--data-dir' && next !== undefined ? [next] : []
  })
  const last = values.at(-1)
  return { dataDir: last === undefined || last === '' ? null : last }
}
