import type { ReactNode } from 'react'
import type { Sensitivity } from '../../../../../shared/predict/plan-prediction/sensitivity.ts'
import {
  sensitivitySentences,
  sensitivityTables,
} from '../../../../../shared/predict/plan-prediction/sensitivity-text.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { FiguresTable } from '../../../../kit/figures-table.tsx'
import { Modal } from '../../../../kit/modal.tsx'
import { Skeleton } from '../../../../kit/skeleton.tsx'
import { useEditorState } from '../store/editor-context.ts'
import { useSensitivity } from './use-sensitivity.ts'
import './assumptions.css'

/** Where the plan breaks: its coverage with more or fewer visitors and with some agents absent. */
export function SensitivityDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { assuming: t } = useFormat().texts
  const answer = useSensitivity()
  return (
    <Modal title={t.sensitivity} isOpen wide onClose={onClose}>
      {answer === null ? (
        <Skeleton label={t.computing} heights={[40, 220]} />
      ) : answer === 'failed' ? (
        <p role="alert">{t.sensitivityFailed}</p>
      ) : (
        <SensitivityTables sensitivity={answer} />
      )}
    </Modal>
  )
}

function SensitivityTables({ sensitivity }: { readonly sensitivity: Sensitivity }): ReactNode {
  const format = useFormat()
  const firstDate = useEditorState(({ week }) => week.firstDate)
  const target = useEditorState(({ inputs }) => inputs.target)
  const { week, days } = sensitivityTables(sensitivity, firstDate, format)
  return (
    <div className="sensitivity">
      {sensitivitySentences(sensitivity, { firstDate, target }, format).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <h3>{week.caption}</h3>
      <FiguresTable {...week} />
      <h3>{days.caption}</h3>
      <FiguresTable {...days} />
      <p className="quiet">{format.texts.sensitivity.hint}</p>
    </div>
  )
}
