import { useState, type ReactNode } from 'react'
import { CheckboxList } from '../../components/checkbox-list.tsx'
import { RadioField } from '../../components/fields.tsx'
import type { Overview } from '../../workspace/workspace-types.ts'
import { isSameSet } from './agent-form.ts'
import { poolWords } from './agent-rows.ts'

interface PoolsFieldProps {
  readonly pools: Overview['pools']
  /** null: all. */
  readonly chosen: readonly string[] | null
  /** What the source says; null: nothing. */
  readonly ofSource: readonly string[] | null
  readonly onChange: (ids: readonly string[] | null) => void
}

type Choice = 'source' | 'all' | 'some'

/** Which pools somebody serves: as the source says, all, or some. */
export function PoolsField({ pools, chosen, ofSource, onChange }: PoolsFieldProps): ReactNode {
  const [isChoosing, setIsChoosing] = useState(false)
  const present = pools.filter(({ present }) => present)
  const listed = pools.filter(({ id, present }) => present || chosen?.includes(id))
  const asSource = ofSource !== null && isSameSet(chosen, ofSource)
  const choice: Choice = chosen === null ? 'all' : asSource && !isChoosing ? 'source' : 'some'
  return (
    <>
      <RadioField<Choice>
        label="Pools"
        value={choice}
        onChange={(wanted) => {
          setIsChoosing(wanted === 'some')
          if (wanted === 'source') onChange(ofSource)
          else if (wanted === 'all') onChange(null)
          else onChange(chosen ?? present.map(({ id }) => id))
        }}
        choices={[
          ...(ofSource === null ? [] : [{ id: 'source' as const, label: `As the source says: ${poolWords(ofSource, pools)}` }]),
          { id: 'all', label: 'All pools' },
          { id: 'some', label: 'Only these' },
        ]}
      />
      {choice === 'some' ? (
        <div className="agent-pools">
          <CheckboxList name="Pools served" options={listed.map(({ id, name }) => ({ id, label: name ?? id }))} chosen={chosen ?? []} onChange={onChange} />
          {chosen?.length === 0 ? <p className="field-hint">Without a pool, every shift in a plan of one pool is pointed out.</p> : null}
        </div>
      ) : null}
    </>
  )
}
