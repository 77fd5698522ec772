import type { Translation } from '../../../shared/language/catalogue.ts'
import type { recommendations as english } from '../en/recommendations.ts'

/** Hours to staff better, on the coverage and the staffing screen and on paper. */
export const recommendations: Translation<typeof english> = {
  priorityClasses: { A: 'A · erste 50 %', B: 'B · nächste 30 %', C: 'C · letzte 20 %' },
  priorities: { critical: 'Kritisch', high: 'Hoch', medium: 'Mittel', low: 'Niedrig' },
  allDay: '{days}, ganztags',
  moreAgents: '{count, plural, one {+# Agent} other {+# Agenten}}',
  addShift: 'Schicht dafür einplanen',
  addShifts: 'Schichten dafür einplanen',
  freeMovesName: 'Ohne zusätzliche Stunden',
  freeMoves:
    '{count, plural, one {Eine Pause zu verschieben} other {# Pausen zu verschieben}} deckt {gain, plural, one {# weiteren Besucher} other {# weitere Besucher}} pro Woche ab, ohne zusätzliche Stunde.',
  freeMovesIn:
    '{when}: {missed, plural, one {# Besucher} other {# Besucher}} verpasst. {count, plural, one {Eine Pause zu verschieben} other {# Pausen zu verschieben}} deckt in diesen Stunden {within} mehr pro Woche ab und insgesamt {gain} mehr, ohne zusätzliche Stunde.',
  planFreeMoves: 'Verbessern',
  wonFew: 'weniger als ein weiterer Besucher pro Woche bedient',
  won: 'etwa {count, plural, one {# weiterer Besucher} other {# weitere Besucher}} pro Woche bedient',
  allCovered: '{count, plural, one {Der eine Besucher wurde bedient.} other {Alle # Besucher wurden bedient.}}',
  missed: '{missed} von {count, plural, one {# Besucher} other {# Besuchern}} verpasst.',
  missedWhere:
    '{missed} von {count, plural, one {# Besucher} other {# Besuchern}} verpasst, {how, select, most {die meisten} other {viele}} davon {where}.',
  missedInPools:
    '{missed} von {count, plural, one {# Besucher} other {# Besuchern}} verpasst, {how, select, most {die meisten} other {viele}} davon in {pools}.',
  takesFew: 'Zusammen kosten sie {hours} pro Woche und decken weniger als einen weiteren Besucher pro Woche ab.',
  takes:
    'Zusammen kosten sie {hours} pro Woche und decken etwa {count, plural, one {# weiteren Besucher} other {# weitere Besucher}} pro Woche ab.',
  firstThree: 'Die ersten drei bringen {share} davon für {hours}.',
  notWorthTitle: 'Keine Stunde lohnt einen weiteren Agenten',
  notWorth:
    '{count, plural, one {Eine Stunde der Woche bleibt} other {# Stunden der Woche bleiben}} unter {target}, aber es kommen zu wenige Besucher: Ein weiterer Agent würde weniger als einen Besucher pro Stunde abdecken.',
  noPoolTitle: 'Keine Empfehlung für diesen Pool',
  noPool:
    'Die bedienten Besuche sind unter keinem Pool erfasst, daher ist nicht bekannt, was ein weiterer Agent abdecken würde.',
  goodTitle: 'Gute Besetzung',
  good: 'Keine Stunde der Woche bleibt unter {target}.',
}
