import { useState, type ReactNode } from 'react'
import type { RulePack } from '../../../../shared/plan/rules/packs/pack.ts'
import { packById, RULE_PACKS } from '../../../../shared/plan/rules/packs/packs.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { Button } from '../../../kit/button.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import { PackSources } from '../../../app/work-rules/pack-sources.tsx'

interface PackPartProps {
  /** The pack that filled the rules in; null: none. */
  readonly packId: string | null
  readonly canFill: boolean
  readonly onFill: (pack: RulePack) => void
  readonly onUsual: () => void
}

const PLAN_PACKS = RULE_PACKS.filter(({ appliesTo }) => appliesTo === 'plan')

/** Fills the form in with the numbers of a law, or with usual limits; says where each number is from. */
export function PackPart({ packId, canFill, onFill, onUsual }: PackPartProps): ReactNode {
  const { planRules: t, rulePacks } = useFormat().texts
  const [chosen, setChosen] = useState<string>(packId ?? PLAN_PACKS[0]!.id)
  const pack = packById(chosen) ?? PLAN_PACKS[0]!
  return (
    <fieldset>
      <legend>{t.startFrom}</legend>
      <div className="rule-row">
        <SelectField
          label={t.law}
          hideLabel
          options={PLAN_PACKS.map(({ id }) => ({ id, label: rulePacks[id].name }))}
          value={pack.id}
          onChange={setChosen}
        />
        <Button isDisabled={!canFill} onPress={() => onFill(pack)}>
          {t.fillIn}
        </Button>
        <Button kind="link" isDisabled={!canFill} onPress={onUsual}>
          {t.usual}
        </Button>
      </div>
      <PackSources pack={pack} />
    </fieldset>
  )
}
