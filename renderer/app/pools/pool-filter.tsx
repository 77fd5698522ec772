import { Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '../../format/format-context.tsx'
import { OptionList } from '../../kit/option-list.tsx'
import { PopoverButton } from '../../kit/popover-button.tsx'
import { parsePool, poolKey, poolName, poolOptions, type PoolChoice } from './pool-choice.ts'
import type { Overview } from '../workspace/workspace-types.ts'

interface PoolFilterProps {
  readonly overview: Overview
  readonly pool: PoolChoice
  readonly onChange: (pool: PoolChoice) => void
  /** What else is to be known of the choice. */
  readonly note?: ReactNode
}

/** Chooses whose visitors a screen shows. */
export function PoolFilter({ overview, pool, onChange, note }: PoolFilterProps): ReactNode {
  const format = useFormat()
  const t = format.texts.filters
  return (
    <PopoverButton
      name={t.pool}
      value={poolName(pool, overview, format)}
      isName={pool.kind === 'pool'}
      icon={<Users size={14} aria-hidden />}
    >
      {(close) => (
        <>
          <OptionList
            name={t.pools}
            options={poolOptions(overview, format)}
            selected={poolKey(pool)}
            onSelect={(key) => {
              close()
              onChange(parsePool(key))
            }}
          />
          {note}
        </>
      )}
    </PopoverButton>
  )
}
