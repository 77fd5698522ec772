import { useMemo } from 'react'
import { formatAppLink } from '../../../shared/contract/app-link.ts'
import { useTexts } from '../../format/format-context.tsx'
import { copyText } from '../../kit/clipboard.ts'
import { showToast } from '../../kit/toast.tsx'
import { command, type Command } from '../commands/command.ts'
import { useCommands } from '../commands/use-commands.tsx'
import { useRouting } from '../routing/use-route.tsx'

/** Copies a link that opens the screen as it is now. */
export function useLinkCommand(): void {
  const t = useTexts('app')
  const { route } = useRouting()
  const commands = useMemo<readonly Command[]>(() => {
    if (route.page !== 'workspace') return []
    const link = formatAppLink(route)
    const copy = async (): Promise<void> => {
      showToast({ text: (await copyText(link)) ? t.linkCopied : t.linkNotCopied({ link }) })
    }
    return [command('copy-link', () => void copy())]
  }, [route, t])
  useCommands('link', commands)
}
