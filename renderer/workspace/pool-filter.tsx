import { Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { OptionList } from '../components/option-list.tsx'
import { PopoverButton } from '../components/popover-button.tsx'
import { parsePool, poolKey, poolName, poolOptions, type PoolChoice } from './pool-choice.ts'
import type { Overview } from './workspace-types.ts'

interface PoolFilterProps {
  readonly overview: Overview
  readonly pool: PoolChoice
  readonly onChange: (pool: PoolChoice) => void
  /** What else is to be known of the choice. */
  readonly note?: ReactNode
}

/** Chooses whose visitors a screen shows. */
export function PoolFilter({ overview, pool, onChange, note }: PoolFilterProps): ReactNode {
  return (
    <PopoverButton name="Pool" value={poolName(pool, overview)} icon={<Users size={14} aria-hidden />}>
      {(close) => (
        <>
          <OptionList
            name="Pools"
            options={poolOptions(overview)}
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
