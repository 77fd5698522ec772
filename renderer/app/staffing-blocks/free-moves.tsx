import { useQuery } from '@tanstack/react-query'
import { Sparkles } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { poolIdOf, type PoolChoice } from '../pools/pool-choice.ts'
import { useRouting } from '../routing/use-route.tsx'
import { useTRPC, WHILE_SHOWN } from '../rpc/client.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { unbroken } from './block-text.ts'
import type { StaffingBlock } from './block-types.ts'
import { freeMovesText } from './free-moves-text.ts'
import './free-moves.css'

interface FreeMovesProps {
  /** Whose visitors are looked at. */
  readonly pool: PoolChoice
  /** The hours that miss most, where they are to be named. */
  readonly first?: StaffingBlock | undefined
}

/** The first advice, before any that costs hours: what moving breaks would give. Nothing where it gives next to nothing. */
export function FreeMoves({ pool, first }: FreeMovesProps): ReactNode {
  const format = useFormat()
  const t = format.texts.recommendations
  const trpc = useTRPC()
  const { go } = useRouting()
  const { workspaceId } = useWorkspace()
  const poolId = poolIdOf(pool)
  const { data } = useQuery(
    trpc.suggest.freeMoves.queryOptions(
      { workspaceId, ...(typeof poolId === 'string' ? { poolId } : {}) },
      // Visitors without a pool have no agents of their own to move.
      { ...WHILE_SHOWN, staleTime: Number.POSITIVE_INFINITY, enabled: poolId !== null },
    ),
  )
  if (data === undefined || data === null || poolId === null) return null
  const text = freeMovesText(data, first, format)
  if (text === null) return null
  const { planId, week } = data
  return (
    <section className="free-moves" aria-label={t.freeMovesName}>
      <Sparkles size={16} aria-hidden />
      <p>{unbroken(text)}</p>
      <Button
        onPress={() =>
          go({
            page: 'workspace',
            workspaceId,
            screen: 'plans',
            params: { suggest: 'breaks', ...(planId === null ? {} : { plan: planId, week }) },
          })
        }
      >
        {t.planFreeMoves}
      </Button>
    </section>
  )
}
