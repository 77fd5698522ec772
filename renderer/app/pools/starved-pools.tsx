import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { describeStarved } from '../../../shared/predict/assemble/starved/describe-starved.ts'
import type { StarvedPoolFacts } from '../../../shared/predict/assemble/starved/starved-pool-facts.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { poolName } from './pool-choice.ts'
import './starved-pools.css'

/** Why pools look uncovered although their agents are online, in one box. */
export function StarvedPools({ pools }: { readonly pools: readonly StarvedPoolFacts[] }): ReactNode {
  const format = useFormat()
  const { overview } = useWorkspace()
  if (overview === undefined) return null
  const nameOf = (id: string): string => poolName({ kind: 'pool', id }, overview, format)
  return <PoolNotes texts={describeStarved(pools, nameOf, format)} />
}

/** Notes about pools, a line each, in one box. */
export function PoolNotes({ texts }: { readonly texts: readonly string[] }): ReactNode {
  if (texts.length === 0) return null
  return (
    <div className="starved-pools">
      <Info size={16} aria-hidden />
      <div>
        {texts.map((text) => (
          <p key={text} className="starved-pool">
            {text}
          </p>
        ))}
      </div>
    </div>
  )
}
