import type { Formatter } from '../../../../format/formatter.ts'

type StepTexts = Formatter['texts']['planSteps']

/**
 * What a step did, in the user's language. Steps are stored with an English label, which is what they are known by; one that is not known
 * here is shown as it is.
 */
export function stepText(label: string, t: StepTexts): string {
  const ofShifts = /^(?<verb>\D+?) (?:(?<count>\d+) shifts|shift)(?:: (?<name>.*))?$/u.exec(label)?.groups
  const verb = ofShifts?.['verb'] ?? ''
  if (ofShifts !== undefined && Object.hasOwn(t.shifts, verb)) {
    const step = t.shifts[verb as keyof StepTexts['shifts']]({ count: Number(ofShifts['count'] ?? 1) })
    const name = ofShifts['name']
    return name === undefined ? step : t.named({ step, name })
  }
  for (const [pattern, text] of COUNTED) {
    const count = pattern.exec(label)?.[1]
    if (count !== undefined) return t[text]({ count: Number(count) })
  }
  return Object.hasOwn(t.whole, label) ? t.whole[label as keyof StepTexts['whole']] : label
}

const COUNTED = [
  [/^Copy (\d+) days$/u, 'copyDays'],
  [/^Copy week to (\d+) weeks$/u, 'copyWeeks'],
  [/^Take (\d+) suggested changes?$/u, 'take'],
] as const
