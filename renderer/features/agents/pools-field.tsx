import { useState, type ReactNode } from 'react'
import { CheckboxList } from '../../kit/checkbox-list.tsx'
import { RadioField } from '../../kit/fields.tsx'
import { useTexts } from '../../format/format-context.tsx'
import type { Overview } from '../../app/workspace/workspace-types.ts'
import { isSameSet } from './agent-form.ts'
import { poolText } from './agent-rows.ts'

interface PoolsFieldProps {
  readonly pools: Overview['pools']
  /** null: all. */
  readonly chosen: readonly string[] | null
  /** The source's; null: unknown. */
  readonly ofSource: readonly string[] | null
  readonly onChange: (ids: readonly string[] | null) => void
}

type Choice = 'source' | 'all' | 'some'

/** Which pools an agent serves: the source's, all, or some. */
export function PoolsField({ pools, chosen, ofSource, onChange }: PoolsFieldProps): ReactNode {
  const t = useTexts('agents')
  const [isChoosing, setIsChoosing] = useState(false)
  const present = pools.filter(({ present }) => present)
  const listed = pools.filter(({ id, present }) => present || chosen?.includes(id))
  const asSource = ofSource !== null && isSameSet(chosen, ofSource)
  const choice: Choice = chosen === null ? 'all' : asSource && !isChoosing ? 'source' : 'some'
  return (
    <>
      <RadioField<Choice>
        label={t.pools}
        value={choice}
        onChange={(wanted) => {
          setIsChoosing(wanted === 'some')
          if (wanted === 'source') onChange(ofSource)
          else if (wanted === 'all') onChange(null)
          else onChange(chosen ?? present.map(({ id }) => id))
        }}
        choices={[
          ...(ofSource === null
            ? []
            : [{ id: 'source' as const, label: t.poolsOfSource({ pools: poolText(ofSource, pools) }) }]),
          { id: 'all', label: t.everyPool },
          { id: 'some', label: t.onlyThese },
        ]}
      />
      {choice === 'some' ? (
        <div className="agent-pools">
          <CheckboxList
            name={t.poolsServed}
            options={listed.map(({ id, name }) => ({ id, label: name ?? id }))}
            chosen={chosen ?? []}
            onChange={onChange}
          />
          {chosen?.length === 0 ? <p className="field-hint">{t.noPoolHint}</p> : null}
        </div>
      ) : null}
    </>
  )
}
