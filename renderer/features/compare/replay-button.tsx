import { History } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { command } from '../../app/commands/command.ts'
import { useCommands } from '../../app/commands/use-commands.tsx'
import { ReplayDialog } from '../../app/replay/replay-dialog.tsx'
import type { Overview } from '../../app/workspace/workspace-types.ts'
import { useTexts } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'

interface ReplayButtonProps {
  readonly overview: Overview
  /** The plan to begin with; null: the first of all. */
  readonly planId: string | null
}

/** Opens what past days would have been under a plan. */
export function ReplayButton({ overview, planId }: ReplayButtonProps): ReactNode {
  const { open } = useTexts('replay')
  const [isOpen, setOpen] = useState(false)
  useCommands(
    'compare-replay',
    useMemo(() => [command('replay-days', () => setOpen(true))], []),
  )
  return (
    <>
      <Button icon={<History size={14} aria-hidden />} onPress={() => setOpen(true)}>
        {open}
      </Button>
      {isOpen ? <ReplayDialog overview={overview} planId={planId} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
