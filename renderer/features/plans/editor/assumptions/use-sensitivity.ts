import { useEffect, useState } from 'react'
import type { Sensitivity } from '../../../../../shared/predict/plan-prediction/sensitivity.ts'
import { useEditorState } from '../store/editor-context.ts'
import { openPlan } from '../store/editor-state.ts'
import type { SensitivityRequest } from './sensitivity-worker.ts'

/** What is left of the plan's coverage when the world changes, computed in a worker; null: it is on its way. */
export function useSensitivity(): Sensitivity | 'failed' | null {
  const inputs = useEditorState(({ week }) => week.world.inputs)
  const schedule = useEditorState(({ planned }) => planned.expected)
  const plan = useEditorState(openPlan)
  const [answer, setAnswer] = useState<Sensitivity | 'failed' | null>(null)
  useEffect(() => {
    const worker = new Worker(new URL('sensitivity-worker.ts', import.meta.url), { type: 'module' })
    const fail = (event: Event): void => {
      event.preventDefault()
      setAnswer('failed')
    }
    worker.addEventListener('message', ({ data }: MessageEvent<Sensitivity>) => setAnswer(data))
    worker.addEventListener('error', fail)
    worker.addEventListener('messageerror', fail)
    const agentIds = [...new Set(plan.shifts.flatMap(({ agentId }) => agentId ?? []))]
    worker.postMessage({ inputs, schedule, poolId: plan.poolId, agentIds } satisfies SensitivityRequest)
    return () => worker.terminate()
  }, [inputs, schedule, plan])
  return answer
}
