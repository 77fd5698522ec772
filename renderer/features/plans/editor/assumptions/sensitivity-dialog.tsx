import type { ReactNode } from 'react'
import {
  breakingPoints,
  type BreakingPoint,
  type Sensitivity,
  SENSITIVITY_ABSENT,
  SENSITIVITY_DEMANDS,
} from '../../../../../shared/predict/plan-prediction/sensitivity.ts'
import { addDays, dayOfWeekOf } from '../../../../../shared/time/local.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import type { Formatter } from '../../../../format/formatter.ts'
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
  const { assuming: t } = format.texts
  const firstDate = useEditorState(({ week }) => week.firstDate)
  const target = useEditorState(({ inputs }) => inputs.target)
  return (
    <div className="sensitivity">
      {sensitivitySentences(sensitivity, { firstDate, target }, format).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <h3>{t.sensitivityTable}</h3>
      <FiguresTable
        caption={t.sensitivityTable}
        columns={[t.visitors, ...SENSITIVITY_ABSENT.map((count) => t.absentCount({ count }))]}
        rows={SENSITIVITY_DEMANDS.map((percent, row) => [
          percent === 0 ? t.asAssumed : t.changePercent({ percent: format.signed(percent) }),
          ...sensitivity.week[row]!.map((rate) => rateText(rate, format)),
        ])}
      />
      <h3>{t.sensitivityDays}</h3>
      <FiguresTable
        caption={t.sensitivityDays}
        columns={[t.day, ...SENSITIVITY_ABSENT.map((count) => t.absentCount({ count }))]}
        rows={sensitivity.days.map((table, day) => [
          format.dayName(dayOfWeekOf(addDays(firstDate, day))),
          ...table[SENSITIVITY_DEMANDS.indexOf(0)]!.map((rate) => rateText(rate, format)),
        ])}
      />
      <p className="quiet">{t.sensitivityHint}</p>
    </div>
  )
}

/** Where the plan breaks, in sentences. */
function sensitivitySentences(
  sensitivity: Sensitivity,
  { firstDate, target }: { readonly firstDate: string; readonly target: number },
  format: Formatter,
): readonly string[] {
  const { assuming: t } = format.texts
  const breaking = breakingPoints(sensitivity, target)
  if (breaking === null) return [t.nobodyExpected]
  const rate = format.rate(100 * breaking.rate)
  if (breaking.points.length === 0) return [t.staysAbove({ rate })]
  const sentence = (point: BreakingPoint): string =>
    point.kind === 'absent'
      ? t.breaksWithAbsent({
          count: point.count,
          day: format.dayName(dayOfWeekOf(addDays(firstDate, point.day))),
          rate,
        })
      : t.breaksWithDemand({ percent: format.signed(point.percent), rate })
  return breaking.points.map(sentence)
}

function rateText(rate: number | null, format: Formatter): string {
  return rate === null ? '–' : format.rate(100 * rate)
}
